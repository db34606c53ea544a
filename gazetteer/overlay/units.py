"""A country's units under its official boundaries: districts take them, provinces become the sum of their districts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import shapely

from gazetteer.entry import Area, Entry
from gazetteer.overlay.boundary_match import District, match
from gazetteer.place import Kind, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from gazetteer.sources.boundary_file import Boundary

# An approximate area of which the neighbours' official ones leave less than this share is no area any more.
_LEAST_LEFT = 0.2
_SETTLED = (Kind.CITY, Kind.TOWN, Kind.VILLAGE)


@dataclass(frozen=True, slots=True)
class Units:
    """Country, provinces and districts, and what stayed in doubt about them."""

    entries: tuple[Entry, ...]
    remarks: tuple[str, ...] = ()


def with_boundaries(held: Sequence[Entry], boundaries: Sequence[Boundary], source: str) -> Units:
    """Give the official boundaries of a country to its districts.

    Args:
        held: Everything that the gazetteer holds of the country, with approximate areas where it has some.
        boundaries: The official boundaries.
        source: What `Area.source` is to say.

    Returns:
        The country's units. Where none of its districts was known, each named boundary makes one. A district without
        a boundary keeps what its neighbours leave of its approximate area.
    """
    districts = [entry for entry in held if entry.place.kind is Kind.DISTRICT]
    provinces = [entry for entry in held if entry.place.kind is Kind.PROVINCE]
    countries = [entry for entry in held if entry.place.kind is Kind.COUNTRY]
    above = _provinces_of(boundaries, provinces)
    if districts:
        owner = match(boundaries, [_known(entry, held) for entry in districts])
        remarks = _remarks(boundaries, districts, owner)
        districts = _redrawn(districts, boundaries, owner, source)
    else:
        owner = {b.id: b.id for b in boundaries}
        remarks = [f"The boundary {b.id} has no name: no district was made of it." for b in boundaries if not b.name]
        country = countries[0].place.country
        districts = [_new(b, above.get(b.id), country, source) for b in boundaries if b.name]
    parent = {entry.place.id: entry.place.parents[0] for entry in districts}
    ground = defaultdict(list)
    for boundary in boundaries:
        ground[parent.get(owner.get(boundary.id, ""), above.get(boundary.id, ""))].append(boundary.geometry)
    provinces = [_summed(entry, ground, districts, source) for entry in provinces]
    return Units((*countries, *provinces, *districts), tuple(remarks))


def _known(district: Entry, held: Iterable[Entry]) -> District:
    inside = [e.place for e in held if e.place.kind in _SETTLED and e.place.parents[0] == district.place.id]
    above = [e.place for e in held if e.place.id in district.place.parents]
    # A unit without a point of its own has that of the unit above it, which tells nothing.
    if all((place.lon, place.lat) != (district.place.lon, district.place.lat) for place in above):
        inside.append(district.place)
    names = (district.place.name, *district.names)
    points = tuple((place.lon, place.lat) for place in inside)
    return District(district.place.id, names, district.area.geometry if district.area else None, points)


def _remarks(boundaries: Sequence[Boundary], districts: Sequence[Entry], owner: Mapping[str, str]) -> list[str]:
    found = set(owner.values())
    alone = [f"No district was found for the boundary {b.name!r} ({b.id})." for b in boundaries if b.id not in owner]
    bare = [entry.place for entry in districts if entry.place.id not in found]
    return alone + [f"No boundary was found for the district {place.name} ({place.id})." for place in bare]


def _redrawn(
    districts: Sequence[Entry], boundaries: Sequence[Boundary], owner: Mapping[str, str], source: str
) -> list[Entry]:
    official = {owner[b.id]: b.geometry for b in boundaries if b.id in owner}
    taken = shapely.union_all(list(official.values()))
    shapely.prepare(taken)
    redrawn = []
    for entry in districts:
        outline = official.get(entry.place.id)
        if outline is not None:
            redrawn.append(_drawn(entry, outline, source))
        else:
            redrawn.append(replace(entry, area=_left(entry.area, taken)))
    return redrawn


def _drawn(entry: Entry, outline: Any, source: str) -> Entry:  # noqa: ANN401 - shapely ships no types
    """The entry with its official area, and a point that lies in it."""
    place = entry.place
    if not outline.covers(shapely.Point(place.lon, place.lat)):
        inside = outline.representative_point()
        place = replace(place, lon=inside.x, lat=inside.y)
    return replace(entry, place=place, area=Area(outline, approximate=False, source=source))


def _left(area: Area | None, taken: Any) -> Area | None:  # noqa: ANN401 - shapely ships no types
    if area is None:
        return None
    rest = shapely.get_parts(area.geometry.difference(taken))
    polygons = shapely.union_all([part for part in rest if part.geom_type == "Polygon"])
    enough = polygons.area >= _LEAST_LEFT * area.geometry.area
    return replace(area, geometry=polygons) if enough else None


def _new(boundary: Boundary, province: str | None, country: str, source: str) -> Entry:
    inside = boundary.geometry.representative_point()
    parents = (province, country) if province else (country,)
    place = Place(
        boundary.id, boundary.name, Kind.DISTRICT, inside.x, inside.y, country, parents, source="geoboundaries"
    )
    return Entry(place, area=Area(boundary.geometry, approximate=False, source=source))


def _provinces_of(boundaries: Sequence[Boundary], provinces: Sequence[Entry]) -> dict[str, str]:
    """Boundary id → the province that holds most of it."""
    drawn = [entry for entry in provinces if entry.area]
    outlines = [entry.area.geometry for entry in drawn if entry.area]
    tree = shapely.STRtree(outlines)
    best: dict[str, tuple[float, str]] = {}
    for row, number in tree.query([b.geometry for b in boundaries], predicate="intersects").T.tolist():
        common = shapely.intersection(boundaries[row].geometry, outlines[number]).area
        one = (common, drawn[number].place.id)
        best[boundaries[row].id] = max(best.get(boundaries[row].id, one), one)
    return {boundary: province for boundary, (_, province) in best.items()}


def _summed(province: Entry, ground: Mapping[str, Sequence[Any]], districts: Sequence[Entry], source: str) -> Entry:
    """The province with its districts' common outline, so that no district sticks out of it."""
    parts = ground.get(province.place.id)
    own = [entry for entry in districts if entry.place.parents[0] == province.place.id]
    if not parts or any(entry.area and entry.area.approximate for entry in own):
        return province
    return _drawn(province, shapely.make_valid(shapely.union_all(parts)), source)
