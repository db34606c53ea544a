"""Drawn claims as rows of an archive, with quotes, ids and spans as the product has them."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import shapely

from benchmarks.invented_war import A_REPORT, ACTIONS, FIRST, PROFILE, SAID, SIDES
from geo.archive.layout import CLAIMS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from benchmarks.invented_war import Drawn
    from gazetteer.place import Place

    Ints = NDArray[np.int64]
    Columns = dict[str, Any]

EPOCH = date(1970, 1, 1)
PAPERS = 60
OPENING = "Correspondents spoke to residents by telephone. "
FILLER = "The road to the north was closed, and shops stayed shut for most of the week. "
# What a claim's id is made of, in this order.
IDENTITY = ("report", "place_id", "place_start", "action", "actor_id", "assertion", "claimant", "quote_start",
            "quote_end", "quote")  # fmt: skip


def claim_rows(drawn: Drawn, among: Sequence[Place]) -> pa.Table:
    """All claims as an archive has them.

    Args:
        drawn: The claims.
        among: The places that they are on, by number.

    Returns:
        Rows with the columns `CLAIMS`, in the order of publication.
    """
    columns = _places(drawn, among) | _sides(drawn) | _quotes(drawn, among) | _kinds(drawn) | _days(drawn)
    columns |= _same(len(drawn.place))
    columns["id"] = _ids(columns)
    return pa.table({name: columns[name] for name in CLAIMS.names}, CLAIMS)


def place_columns(among: Sequence[Place]) -> pa.Table:
    """Places as columns of claims."""
    points = [shapely.Point(place.lon, place.lat) for place in among]
    boxes = [dict(zip(("xmin", "ymin", "xmax", "ymax"), point.bounds, strict=True)) for point in points]
    columns = {
        "place_id": [place.id for place in among], "place": [place.name for place in among],
        "place_kind": [place.kind.value for place in among], "country": [place.country for place in among],
        "parents": [list(place.parents) for place in among], "seat_of": [place.seat_of for place in among],
        "lon": [place.lon for place in among], "lat": [place.lat for place in among],
        "geometry": shapely.to_wkb(points, byte_order=1, flavor="iso"), "bbox": boxes,
    }  # fmt: skip
    return pa.table(columns, pa.schema([CLAIMS.field(name) for name in columns]))


def _places(drawn: Drawn, among: Sequence[Place]) -> Columns:
    spots = place_columns(among).take(pa.array(drawn.place))
    return {name: spots[name] for name in spots.column_names} | {"place_text": spots["place"]}


def _sides(drawn: Drawn) -> Columns:
    names = pa.array([side.name for side in PROFILE.sides])
    own, nobody = pa.array(drawn.own_word), pa.nulls(len(drawn.place), pa.string())
    columns: Columns = {
        "claimant": pc.if_else(own, names.take(pa.array(drawn.actor)), nobody),
        "claimant_kind": pc.if_else(own, "party", nobody),
        "claimant_side": pc.if_else(own, pa.array(SIDES).take(pa.array(drawn.actor)), nobody),
    }
    for role, numbers in (("actor", drawn.actor), ("opponent", drawn.opponent)):
        named = names.take(pa.array(numbers))
        columns |= {f"{role}_id": pa.array(SIDES).take(pa.array(numbers)), role: named, f"{role}_text": named}
    return columns


def _quotes(drawn: Drawn, among: Sequence[Place]) -> Columns:
    party = [side.name for side in PROFILE.sides]
    rows = zip(*(one.tolist() for one in (drawn.action, drawn.place, drawn.actor, drawn.opponent)), strict=True)
    quotes = [
        SAID[ACTIONS[action]][1].format(actor=party[one], opponent=party[other], place=among[place].name, number=number)
        for number, (action, place, one, other) in enumerate(rows)
    ]
    starts = _starts(quotes)
    at = [quote.index(among[place].name) for quote, place in zip(quotes, drawn.place.tolist(), strict=True)]
    return {
        "quote": quotes, "quote_start": starts, "quote_end": np.array(starts) + np.array(list(map(len, quotes))),
        "place_start": np.array(starts) + np.array(at),
        "report": [f"r{number // A_REPORT:08}" for number in range(len(quotes))],
        "publisher": [f"Paper {number // A_REPORT % PAPERS}" for number in range(len(quotes))],
    }  # fmt: skip


def _starts(quotes: Sequence[str]) -> list[int]:
    """Where each quote begins in the text of its report."""
    starts, at = [], 0
    for number, quote in enumerate(quotes):
        at = len(OPENING) if number % A_REPORT == 0 else at
        starts.append(at + len(FILLER))
        at = starts[-1] + len(quote) + 1
    return starts


def _kinds(drawn: Drawn) -> Columns:
    return {
        "action": pa.array(ACTIONS).take(pa.array(drawn.action)),
        "assertion": np.where(drawn.denied, "denied", "asserted"),
        "attribution": np.where(drawn.own_word, "claimed", "reported"),
    }


def _days(drawn: Drawn) -> Columns:
    of_event = _dates(drawn.day)
    return {**dict.fromkeys(("day", "event_start", "event_end"), of_event), "published": _dates(drawn.published)}


def _dates(numbers: Ints) -> pa.Array:
    return pa.array((numbers + (FIRST - EPOCH).days).astype(np.int32)).cast(pa.date32())


def _same(count: int) -> Columns:
    """What all claims have in common."""
    texts = {"date_text": "", "date_basis": "explicit", "casualties_text": "", "rule": "invented"}
    flags = ("recapture", "partial", "against_interest")
    return {
        **{name: [text] * count for name, text in texts.items()},
        **{name: np.zeros(count, bool) for name in flags},
        **dict.fromkeys(("deaths_low", "deaths_high"), pa.nulls(count, pa.int64())),
        "runners_up": pa.array([[]] * count, pa.list_(pa.string())),
        "confidence": np.ones(count),
    }


def _ids(columns: Columns) -> list[str]:
    parts = (column.to_pylist() for column in pa.table({name: columns[name] for name in IDENTITY}).columns)
    return [hashlib.sha256("\x1f".join(map(str, row)).encode()).digest()[:8].hex() for row in zip(*parts, strict=True)]
