"""What is drawn: areas, the countries around them, and places that have only a point."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from math import ceil, hypot
from typing import TYPE_CHECKING

import numpy as np
from shapely import Point, clip_by_rect, get_parts, maximum_inscribed_circle, simplify, total_bounds

from gazetteer.place import Kind
from geo.map.topology import STEPS_PER_DEGREE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shapely.geometry.base import BaseGeometry

    from gazetteer import Gazetteer
    from gazetteer.place import Place
    from geo.map.survey import Survey

LEVELS = (Kind.DISTRICT, Kind.PROVINCE, Kind.COUNTRY)
"""Areas of the narrowest kind that the gazetteer has for a country are drawn."""

WINDOW_MARGIN_DEGREES = 12.0
CONTEXT_TOLERANCE_DEGREES = 0.02
VIEW_SHARE = 0.9
LON_LAT = ("lon", "lat")


@dataclass(frozen=True, slots=True)
class Shape:
    """An area that can be coloured.

    Attributes:
        place: Its place.
        geometry: Polygon or multipolygon, EPSG:4326.
        approximate: The outline is an estimate.
        source: Where the outline comes from.
    """

    place: Place
    geometry: BaseGeometry
    approximate: bool
    source: str


def shapes(found: Survey, gazetteer: Gazetteer) -> tuple[Shape, ...]:
    """The areas to colour: districts of the countries shown, or provinces where a country has no district areas.

    A claimed place elsewhere is added where the gazetteer knows its area.

    Args:
        found: Its profile names the countries; without any, those with claims are shown.
        gazetteer: Holds the areas.

    Returns:
        The shapes, ordered by place id.
    """
    drawn: dict[str, Shape] = {}
    covered = countries(found)
    for country in covered:
        for shape in _narrowest(country, gazetteer):
            drawn[shape.place.id] = shape
    for place in found.claimed.values():
        area = None if place.country in covered else gazetteer.area(place.id)
        if area is not None:
            drawn[place.id] = Shape(place, area.geometry, area.approximate, area.source)
    return tuple(drawn[key] for key in sorted(drawn))


def countries(found: Survey) -> tuple[str, ...]:
    """Countries drawn whole (ISO 3166-1 alpha-2): the profile's, else those with claims."""
    claimed = {place.country for place in found.claimed.values()}
    return found.profile.countries or tuple(sorted(claimed))


def point_places(found: Survey, drawn: Iterable[Shape]) -> tuple[Place, ...]:
    """Claimed places drawn as a point: towns, valleys, passes and whatever else is no drawn area and holds none."""
    areas = {place_id for shape in drawn for place_id in (shape.place.id, *shape.place.parents)}
    return tuple(place for place in found.claimed.values() if place.id not in areas)


def neighbours(drawn: Sequence[Shape], gazetteer: Gazetteer) -> tuple[Shape, ...]:
    """Countries around what is drawn, cut to the map's window and simplified.

    Args:
        drawn: The shapes of the map.
        gazetteer: Holds the countries' outlines.

    Returns:
        One shape a country, in the gazetteer's order.
    """
    if not drawn:
        return ()
    window = window_of(drawn)
    inside = {shape.place.country for shape in drawn}
    return tuple(
        Shape(place, simplify(piece, CONTEXT_TOLERANCE_DEGREES), area.approximate, area.source)
        for place in gazetteer.countries()
        if place.id not in inside
        and (area := gazetteer.area(place.id)) is not None
        and not (piece := clip_by_rect(area.geometry, *window)).is_empty
    )


def window_of(drawn: Sequence[Shape]) -> tuple[float, float, float, float]:
    """Where the map can be panned to, (left, bottom, right, top) in degrees: the areas with a wide margin."""
    left, bottom, right, top = bounds_of([shape.geometry for shape in drawn])
    margin = WINDOW_MARGIN_DEGREES
    return max(left - margin, -180.0), max(bottom - margin, -85.0), min(right + margin, 180.0), min(top + margin, 85.0)


def opening_view(
    found: Survey, drawn: Sequence[Shape], gazetteer: Gazetteer
) -> tuple[float, float, float, float] | None:
    """What the map shows first, (left, bottom, right, top) in degrees: the places that nearly all claims are about.

    A claim about a whole country does not widen the view, nor does the tenth of the claims that is farthest from the
    middle of them all. A place that is never coloured counts as a point. Without any claim everything drawn is shown.

    Returns:
        The bounds, or None when there is nothing to show at all.
    """
    geometries: list[BaseGeometry] = []
    for place in nearest_claimed(found):
        area = gazetteer.area(place.id) if place.id in found.runs.by_place else None
        geometries.append(area.geometry if area else Point(place.lon, place.lat))
    geometries = geometries or [shape.geometry for shape in drawn]
    return bounds_of(geometries) if geometries else None


def nearest_claimed(found: Survey) -> tuple[Place, ...]:
    """The places nearest to the middle (median) of all claims, until `VIEW_SHARE` of the claims are about them."""
    places = [place for place in found.claimed.values() if place.kind is not Kind.COUNTRY]
    if not places:
        return ()
    claims = [found.spoken[place.id] for place in places]
    lon, lat = (float(np.median(np.repeat([getattr(place, name) for place in places], claims))) for name in LON_LAT)
    ordered = sorted(places, key=lambda place: (hypot(place.lon - lon, place.lat - lat), place.id))
    before = accumulate((found.spoken[place.id] for place in ordered), initial=0)
    enough = ceil(VIEW_SHARE * sum(claims))
    return tuple(place for place, so_far in zip(ordered, before, strict=False) if so_far < enough)


def label_point(geometry: BaseGeometry) -> tuple[float, float]:
    """Where an area's name is written, (lon, lat): the middle of its widest part."""
    largest = max(get_parts(geometry), key=lambda part: part.area)
    circle = maximum_inscribed_circle(largest, tolerance=10 / STEPS_PER_DEGREE)
    x, y = circle.coords[0]
    return round(x, 3), round(y, 3)


def bounds_of(geometries: Sequence[BaseGeometry]) -> tuple[float, float, float, float]:
    """Bounds of all of them, (left, bottom, right, top) in degrees, rounded to 3 decimals (about 100 m)."""
    left, bottom, right, top = (round(float(value), 3) for value in total_bounds(list(geometries)))
    return left, bottom, right, top


def _narrowest(country: str, gazetteer: Gazetteer) -> Iterable[Shape]:
    for kind in LEVELS:
        rows = list(gazetteer.areas(country, kind).itertuples())
        if rows:
            return [Shape(gazetteer.get(row.place_id), row.geometry, bool(row.approximate), row.source) for row in rows]
    return ()
