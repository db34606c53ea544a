"""Rows of control periods as the page draws them, from columns to columns: no period is made of a row."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from geo.control.period import ControlPeriod, Status
from geo.map.runs import UNKNOWN, Runs, Style, style_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

NEEDED = ("place_id", "start", "status", "holder_id", "rival_ids", "inherited_from")
CODED = ("place_id", "status", "holder_id", "inherited_from")
STYLED = ("status", "holder_id", "rivals", "inherited_from")
SEPARATOR = "\x1f"
EPOCH = date(1970, 1, 1)


def coded_runs(tables: Iterable[pa.Table], first_day: date, kinds: Mapping[str, str]) -> Runs:
    """Code rows of control periods.

    Args:
        tables: Rows with the columns `NEEDED`, by place and start; all rows of a place are in one table.
        first_day: Day number 0.
        kinds: Place id to kind, to tell whether a status is inherited from a province or a country.

    Returns:
        The same as `geo.map.runs.runs` gives of the same periods.
    """
    codes: dict[Style, int] = {UNKNOWN: 0}
    by_place: dict[str, tuple[int, ...]] = {}
    for table in tables:
        if len(table):
            by_place.update(_of_table(table, first_day, kinds, codes))
    return Runs(tuple(codes), by_place)


def _of_table(
    table: pa.Table, first_day: date, kinds: Mapping[str, str], codes: dict[Style, int]
) -> Iterable[tuple[str, tuple[int, ...]]]:
    style = _styles(table, first_day, kinds, codes)
    column = table["place_id"]
    coded = column if pa.types.is_dictionary(column.type) else pc.dictionary_encode(column)
    places = coded.unify_dictionaries().combine_chunks()
    place = np.asarray(places.indices, np.int64)
    day = np.asarray(table["start"].cast(pa.int32()), np.int64) - (first_day - EPOCH).days
    opens = np.flatnonzero(np.diff(place, prepend=-1))
    kept = np.diff(style, prepend=-1) != 0
    kept[opens] = True
    pairs, spot = np.stack([day[kept], style[kept]], axis=1), place[kept]
    names = places.dictionary.to_pylist()
    for first, stop in pairwise([*np.flatnonzero(np.diff(spot, prepend=-1)).tolist(), len(spot)]):
        if pairs[first:stop, 1].any():
            yield names[spot[first]], tuple(pairs[first:stop].ravel().tolist())


def _styles(table: pa.Table, first_day: date, kinds: Mapping[str, str], codes: dict[Style, int]) -> NDArray[np.int64]:
    """The code of each row's style; those not met before get the next number, in the order of the rows."""
    joined = pc.binary_join(table["rival_ids"], SEPARATOR)
    told = table.append_column("rivals", joined).select(STYLED)
    mixed, kinds_in_all = np.zeros(len(told), np.int64), 1
    for name in STYLED:
        code, values = _numbered(told[name])
        mixed, kinds_in_all = mixed * (values + 1) + code, kinds_in_all * (values + 1)
    firsts = np.full(kinds_in_all, len(told), np.int64)
    firsts[mixed[::-1]] = np.arange(len(told))[::-1]
    code_of = np.zeros(kinds_in_all, np.int64)
    for kind in np.argsort(firsts)[: (firsts < len(told)).sum()]:
        row = told.slice(int(firsts[kind]), 1).to_pylist()[0]
        rivals = tuple(row["rivals"].split(SEPARATOR)) if row["rivals"] else ()
        status = Status(row["status"])
        one = ControlPeriod("", first_day, first_day, status, row["holder_id"], rivals, row["inherited_from"], (), "")
        code_of[kind] = codes.setdefault(style_of(one, kinds), len(codes))
    return code_of[mixed]


def _numbered(column: pa.ChunkedArray) -> tuple[NDArray[np.int64], int]:
    """A number for each value, 0 for none, and how many values there are."""
    coded = column if pa.types.is_dictionary(column.type) else pc.dictionary_encode(column)
    whole = coded.unify_dictionaries().combine_chunks()
    return np.asarray(pc.fill_null(whole.indices, -1), np.int64) + 1, len(whole.dictionary)
