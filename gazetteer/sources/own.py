"""Claimline's own records of a country: its provinces, districts and localities, from a tab-separated file."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from gazetteer.entry import Area, Entry
from gazetteer.errors import DataError
from gazetteer.place import Kind, Place

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable

COLUMNS = ("id", "kind", "name", "parent", "lon", "lat", "area_km2", "population", "seat_of", "names", "native", "note")
_Row = dict[str, str]


def read_records(path: Traversable, country: str, areas: Mapping[str, Area]) -> tuple[Entry, ...]:
    """Read a country's records.

    Args:
        path: Tab-separated, UTF-8, columns as in `COLUMNS`; `names` and `native` split by "|"; lon and lat in degrees
            (WGS 84), empty for a unit that has no known point.
        country: ISO 3166-1 alpha-2 code.
        areas: Outlines by place id.

    Returns:
        Entries with parents nearest first; a unit without a point takes its parent's.

    Raises:
        DataError: A column is missing, or a value cannot be used; the message names file and row.
    """
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    if not rows or tuple(rows[0]) != COLUMNS:
        message = f"{path.name}: the first line must name the columns {', '.join(COLUMNS)}."
        raise DataError(message)
    by_id = {row["id"]: row for row in rows}
    return tuple(_entry(row, country, by_id, areas.get(row["id"]), path.name) for row in rows)


def read_sizes(path: Traversable) -> dict[str, float]:
    """Areas in km² by place id, where the records know them."""
    with path.open(encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["id"]: float(row["area_km2"]) for row in rows if row["area_km2"]}


def _entry(row: _Row, country: str, by_id: Mapping[str, _Row], area: Area | None, file: str) -> Entry:
    try:
        place = _place(row, country, by_id)
    except (KeyError, ValueError) as error:
        message = f"{file}: the row of {row['id']!r} cannot be used ({error!r}). Correct it."
        raise DataError(message) from error
    return Entry(place, tuple(filter(None, (row["names"] + "|" + row["native"]).split("|"))), area)


def _place(row: _Row, country: str, by_id: Mapping[str, _Row]) -> Place:
    parents = _parents(row, country, by_id)
    located = row if row["lon"] else by_id[parents[0]]
    return Place(
        id=row["id"],
        name=row["name"],
        kind=Kind(row["kind"]),
        lon=float(located["lon"]),
        lat=float(located["lat"]),
        country=country,
        parents=parents,
        native=row["native"].split("|")[0] or None,
        population=int(row["population"] or 0),
        seat_of=row["seat_of"] or None,
        source=_source(row["id"]),
    )


def _parents(row: _Row, country: str, by_id: Mapping[str, _Row]) -> tuple[str, ...]:
    chain = []
    parent = row["parent"]
    while parent != country:
        chain.append(parent)
        parent = by_id[parent]["parent"]
    return (*chain, country)


def _source(place_id: str) -> str:
    return {"gn": "geonames", "cl": "claimline"}.get(place_id.split(":", maxsplit=1)[0], "ocha")
