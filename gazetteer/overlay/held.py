"""What an index holds of a country, read back as entries so that it can be merged with what is installed."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import shapely

from gazetteer.entry import Area, Entry
from gazetteer.place import Kind, Place

if TYPE_CHECKING:
    from gazetteer.index.file import IndexFile

_OTHER_NAMES = """
    SELECT p.id, n.form FROM name n JOIN place p ON p.row = n.place WHERE p.country = ? AND n.grade = 1 ORDER BY n.form
"""


def read_country(index: IndexFile, country: str) -> tuple[Entry, ...]:
    """Read all places of a country.

    Args:
        index: The index.
        country: ISO 3166-1 alpha-2 code.

    Returns:
        Entries in the order in which they were written. Names other than a place's own come in their normal form,
        which is all that an index needs of them.
    """
    rows = index.rows("SELECT * FROM record WHERE country = ? ORDER BY row", country)
    parent = {row[0]: row[6] for row in rows}
    names: defaultdict[str, list[str]] = defaultdict(list)
    for place_id, form in index.rows(_OTHER_NAMES, country):
        names[place_id].append(form)
    outlines = {row[0]: row for row in index.rows("SELECT * FROM outline WHERE country = ?", country)}
    return tuple(Entry(_place(row, parent), tuple(names[row[0]]), _area(outlines.get(row[0]))) for row in rows)


def _place(row: tuple[Any, ...], parent: dict[str, str | None]) -> Place:
    identifier, name, kind, lon, lat, country, above, native, population, seat_of, source, radius_km = row[:12]
    parents = []
    while above:
        parents.append(above)
        above = parent.get(above)
    chain = tuple(parents)
    return Place(identifier, name, Kind(kind), lon, lat, country, chain, native, population, seat_of, source, radius_km)


def _area(row: tuple[Any, ...] | None) -> Area | None:
    return Area(shapely.from_wkb(row[3]), approximate=bool(row[1]), source=row[2]) if row else None
