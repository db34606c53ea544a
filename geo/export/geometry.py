"""Geometry as RFC 7946 wants it: six decimals, outer rings anticlockwise, cut at the antimeridian."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Protocol

import numpy as np
import shapely

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from gazetteer.place import Place

# About 11 cm at the equator; RFC 7946 finds more a waste.
DECIMALS = 6
HALF_TURN, TURN = 180.0, 360.0
Box = tuple[float, float, float, float]


class Outline(Protocol):
    """The area of a place; the gazetteer's `Area` is one."""

    @property
    def geometry(self) -> BaseGeometry:
        """Polygon or MultiPolygon, EPSG:4326, (lon, lat)."""

    @property
    def approximate(self) -> bool:
        """It is no official boundary."""

    @property
    def source(self) -> str:
        """Key of its source."""


def area_of(geometry: BaseGeometry) -> BaseGeometry:
    """An area ready for any format.

    Args:
        geometry: Polygon or MultiPolygon, EPSG:4326, (lon, lat).

    Returns:
        The same as a valid MultiPolygon with at most 6 decimals, outer rings anticlockwise and holes clockwise, cut in
        two where it crosses the antimeridian (RFC 7946, section 3.1.9).
    """
    rounded = shapely.set_precision(_cut(geometry), 10.0**-DECIMALS)
    ringed = shapely.orient_polygons(shapely.normalize(rounded), exterior_cw=False)
    exact = shapely.transform(ringed, lambda pairs: np.round(pairs, DECIMALS))
    return shapely.multipolygons(shapely.get_parts(exact))


def point_of(place: Place) -> BaseGeometry | None:
    """The point of a place, or None where it is not known: never a point at 0, 0 instead."""
    if not (math.isfinite(place.lon) and math.isfinite(place.lat)):
        return None
    return shapely.Point(round(place.lon, DECIMALS), round(place.lat, DECIMALS))


def box_of(geometry: BaseGeometry) -> Box:
    """The box around a geometry.

    Returns:
        (west, south, east, north) in degrees; west is greater than east where the geometry lies on both sides of the
        antimeridian (RFC 7946, section 5.2).
    """
    west, south, east, north = map(float, shapely.bounds(geometry))
    if west > -HALF_TURN or east < HALF_TURN:
        return west, south, east, north
    parts = [shapely.bounds(part) for part in shapely.get_parts(geometry)]
    left = [float(part[2]) for part in parts if part[2] < 0]
    right = [float(part[0]) for part in parts if part[0] > 0]
    # A part on each side, and none that lies across the meridian of Greenwich.
    if len(left) + len(right) == len(parts) and left and right:
        return min(right), south, max(left), north
    return west, south, east, north


def around(one: Box | None, other: Box | None) -> Box | None:
    """The box around two boxes; it crosses the antimeridian only where one of them does."""
    if one is None or other is None:
        return one or other
    south, north = min(one[1], other[1]), max(one[3], other[3])
    if one[0] <= one[2] and other[0] <= other[2]:
        return min(one[0], other[0]), south, max(one[2], other[2]), north
    west, east = _across((one[0], one[2]), (other[0], other[2]))
    return west, south, east, north


def _across(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    """The narrowest longitudes around two ranges, one of which crosses the antimeridian."""
    ends = [(west, east if east >= west else east + TURN) for west, east in (one, other)]
    turned = [(west + TURN, east + TURN) for west, east in ends]
    hulls = [
        (min(a[0], b[0]), max(a[1], b[1])) for a, b in ((ends[0], ends[1]), (ends[0], turned[1]), (turned[0], ends[1]))
    ]
    west, east = min(hulls, key=lambda hull: hull[1] - hull[0])
    if east - west >= TURN:
        return -HALF_TURN, HALF_TURN
    return _degrees(west), _degrees(east)


def _degrees(lon: float) -> float:
    return round((lon + HALF_TURN) % TURN - HALF_TURN, DECIMALS) if not -HALF_TURN <= lon <= HALF_TURN else lon


def _cut(geometry: BaseGeometry) -> BaseGeometry:
    if not _crosses(geometry):
        return geometry
    import antimeridian  # noqa: PLC0415 - few areas need it

    return antimeridian.fix_multi_polygon(
        shapely.multipolygons(shapely.get_parts(geometry)), fix_winding=True, great_circle=False
    )


def _crosses(geometry: BaseGeometry) -> bool:
    """A corner beyond 180 degrees, or a side longer than half the world, is how areas cross the antimeridian uncut."""
    west, _, east, _ = shapely.bounds(geometry)
    if west < -HALF_TURN or east > HALF_TURN:
        return True
    if east - west <= HALF_TURN:
        return False
    rings = shapely.get_rings(shapely.get_parts(geometry))
    pairs, ring = shapely.get_coordinates(rings, return_index=True)
    steps = np.abs(np.diff(pairs[:, 0]))
    # A side along a pole is as long as the world.
    return bool(np.any((steps > HALF_TURN) & (steps < TURN) & (np.diff(ring) == 0)))
