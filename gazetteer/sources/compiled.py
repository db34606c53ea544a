"""Places that we compiled ourselves, from tab-separated files: war places, regions, counties; and further spellings."""

from __future__ import annotations

import csv
from dataclasses import replace
from typing import TYPE_CHECKING

from gazetteer.entry import Entry
from gazetteer.errors import DataError
from gazetteer.place import Kind, Place
from gazetteer.sources.inside import provinces_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from importlib.resources.abc import Traversable

COLUMNS = ("id", "name", "kind", "country", "lon", "lat", "names", "native")
_Row = dict[str, str]


def read_places(path: Traversable, source: str, provinces: Sequence[Entry]) -> tuple[Entry, ...]:
    """Read places of many countries.

    Args:
        path: Tab-separated, UTF-8, columns as in `COLUMNS`; `names` split by "|"; lon and lat in degrees (WGS 84);
            country an ISO 3166-1 alpha-2 code, empty for a region of several countries.
        source: Key of the source in `data/attribution.toml`.
        provinces: Entries with outlines; each place's parent is the one it lies in. A region has none.

    Returns:
        One entry a row.

    Raises:
        DataError: A column is missing, or a value cannot be used; the message names file and row.
    """
    places = [_place(row, source, path.name) for row in _rows(path, COLUMNS)]
    found = provinces_of([(p.lon, p.lat) for p, _ in places], [p.country for p, _ in places], provinces)
    return tuple(
        Entry(replace(place, parents=_parents(place, province)), names)
        for (place, names), province in zip(places, found, strict=True)
    )


def read_spellings(path: Traversable) -> dict[str, tuple[str, ...]]:
    """Further names by place id, for places that other sources hold."""
    return {row["id"]: tuple(row["names"].split("|")) for row in _rows(path, ("id", "names"))}


def with_spellings(entries: Iterable[Entry], spellings: Mapping[str, tuple[str, ...]]) -> Iterator[Entry]:
    """Add further names to the entries that have any."""
    for entry in entries:
        more = spellings.get(entry.place.id)
        yield replace(entry, names=entry.names + more) if more else entry


def _rows(path: Traversable, columns: tuple[str, ...]) -> Iterator[_Row]:
    with path.open(encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        if tuple(rows.fieldnames or ()) != columns:
            message = f"{path.name}: the first line must name the columns {', '.join(columns)}."
            raise DataError(message)
        yield from rows


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
        )
    except (TypeError, ValueError) as error:
        message = f"{file}: the row of {row['id']!r} cannot be used ({error!r}). Correct it."
        raise DataError(message) from error
    return place, tuple(filter(None, (*row["names"].split("|"), row["native"])))


def _parents(place: Place, province: Entry | None) -> tuple[str, ...]:
    if not place.country:
        return ()
    if place.kind is Kind.REGION or province is None:
        return (place.country,)
    return (province.place.id, place.country)
