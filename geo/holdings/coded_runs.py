"""Rows of control periods as the page draws them, from columns to columns: no period is made of a row."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from geo.archive.row_kinds import coded, row_kinds
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
    places = coded(table["place_id"])
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
    kind_of, firsts = row_kinds(told, STYLED)
    code_of = np.zeros(len(firsts), np.int64)
    order = np.argsort(firsts)
    for kind, row in zip(order, told.take(firsts[order]).to_pylist(), strict=True):
        rivals = tuple(row["rivals"].split(SEPARATOR)) if row["rivals"] else ()
        status = Status(row["status"])
        one = ControlPeriod("", first_day, first_day, status, row["holder_id"], rivals, row["inherited_from"], (), "")
        code_of[kind] = codes.setdefault(style_of(one, kinds), len(codes))
    return code_of[kind_of]
