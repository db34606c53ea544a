"""Places that we compiled ourselves, from tab-separated files: war places, regions, counties; and further spellings."""

from __future__ import annotations

import csv
from dataclasses import replace
from typing import TYPE_CHECKING

from gazetteer.entry import Entry
from gazetteer.errors import DataError
from gazetteer.place import Kind, Place
from gazetteer.sources.inside import provinces_of
from gazetteer.tables.endings import variants

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from importlib.resources.abc import Traversable

COLUMNS = ("id", "name", "kind", "country", "lon", "lat", "names", "native")
LOCATED = (*COLUMNS, "province", "radius_km")
_SPELLINGS = ("id", "names")
_Row = dict[str, str]


def read_places(path: Traversable, source: str, provinces: Sequence[Entry]) -> tuple[Entry, ...]:
    """Read places of many countries.

    Args:
        path: Tab-separated, UTF-8, columns as in `COLUMNS`; `names` split by "|"; lon and lat in degrees (WGS 84);
            country an ISO 3166-1 alpha-2 code, empty for a region of several countries. Where the columns are those of
            `LOCATED`, `province` is the id of the province and `radius_km` how far the point may be off.
        source: Key of the source in `data/attribution.toml`.
        provinces: Entries with outlines; each place's parent is the one that its row names, else the one it lies in. A
            region has none.

    Returns:
        One entry a row. A name that ends in such words as "Air Base" also goes by their variants.

    Raises:
        DataError: A column is missing, or a value cannot be used; the message names file and row.
    """
    rows = _rows(path, LOCATED, COLUMNS)
    places = [_place(row, source, path.name) for row in rows]
    inside = provinces_of([(p.lon, p.lat) for p, _ in places], [p.country for p, _ in places], provinces)
    named = {entry.place.id: entry for entry in provinces}
    found = [_named(row, named, path.name) or province for row, province in zip(rows, inside, strict=True)]
    return tuple(
        Entry(replace(place, parents=_parents(place, province)), names)
        for (place, names), province in zip(places, found, strict=True)
    )


def read_spellings(path: Traversable) -> dict[str, tuple[str, ...]]:
    """Further names by place id, for places that other sources hold."""
    return {row["id"]: tuple(row["names"].split("|")) for row in _rows(path, _SPELLINGS)}


def with_spellings(entries: Iterable[Entry], spellings: Mapping[str, tuple[str, ...]]) -> Iterator[Entry]:
    """Add further names to the entries that have any."""
    for entry in entries:
        more = spellings.get(entry.place.id)
        yield replace(entry, names=entry.names + more) if more else entry


def _rows(path: Traversable, *allowed: tuple[str, ...]) -> tuple[_Row, ...]:
    with path.open(encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        if tuple(rows.fieldnames or ()) not in allowed:
            message = f"{path.name}: the first line must name the columns {', '.join(allowed[-1])}."
            raise DataError(message)
        return tuple(rows)


def _named(row: _Row, provinces: Mapping[str, Entry], file: str) -> Entry | None:
    """The province that a row names."""
    place_id = row.get("province")
    if place_id and place_id not in provinces:
        message = f"{file}: the row of {row['id']!r} names the province {place_id!r}, which there is not. Correct it."
        raise DataError(message)
    return provinces[place_id] if place_id else None


def _place(row: _Row, source: str, file: str) -> tuple[Place, tuple[str, ...]]:
    try:
        place = Place(
            id=row["id"],
            name=row["name"],
            kind=Kind(row["kind"]),
            lon=float(row["lon"]),
            lat=float(row["lat"]),
            country=row["country"],
            native=row["native"] or None,
            source=source,
            radius_km=float(row.get("radius_km") or 0),
        )
    except (TypeError, ValueError) as error:
        message = f"{file}: the row of {row['id']!r} cannot be used ({error!r}). Correct it."
        raise DataError(message) from error
    names = tuple(filter(None, row["names"].split("|")))
    alike = tuple(other for name in (place.name, *names) for other in variants(name))
    return place, (*names, *alike, *filter(None, (row["native"],)))


def _parents(place: Place, province: Entry | None) -> tuple[str, ...]:
    if not place.country:
        return ()
    if place.kind is Kind.REGION or province is None:
        return (place.country,)
    return (province.place.id, place.country)
