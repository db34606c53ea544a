"""Which province a point lies in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazetteer.entry import Entry

NEAREST_DEGREES = 0.25


def provinces_of(
    points: Sequence[tuple[float, float]], countries: Sequence[str], provinces: Sequence[Entry]
) -> Iterator[Entry | None]:
    """Find the province of each point.

    Args:
        points: (lon, lat) in degrees, EPSG:4326.
        countries: The country of each point (ISO 3166-1 alpha-2).
        provinces: Entries, of which those with an outline are searched.

    Yields:
        The province that the point lies in, or the nearest within a quarter of a degree (islands and coasts); None
        where that is another country's.
    """
    outlined = [entry for entry in provinces if entry.area]
    tree = shapely.STRtree([entry.area.geometry for entry in outlined if entry.area])
    located = shapely.points(points)
    found = dict(tree.query(located, predicate="within").T.tolist())
    outside = [number for number in range(len(points)) if number not in found]
    if outside:
        nearest = tree.query_nearest(located[outside], max_distance=NEAREST_DEGREES, all_matches=False).T.tolist()
        found |= {outside[number]: province for number, province in nearest}
    for number, country in enumerate(countries):
        entry = outlined[found[number]] if number in found else None
        yield entry if entry and entry.place.country == country else None
