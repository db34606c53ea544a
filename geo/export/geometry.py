"""Geometry as RFC 7946 wants it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Protocol

import shapely
from shapely.geometry import mapping

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from gazetteer.place import Place

# About 11 cm at the equator; RFC 7946 finds more a waste.
DECIMALS = 6
Json = dict[str, Any]
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


class Outlines(Protocol):
    """Where areas are looked up; the gazetteer is one."""

    def area(self, place_id: str) -> Outline | None:
        """The area of a place, or None where it has none."""


def geojson_area(geometry: BaseGeometry) -> Json:
    """A polygon as a GeoJSON geometry.

    Args:
        geometry: Polygon or MultiPolygon, EPSG:4326, (lon, lat).

    Returns:
        The same with at most 6 decimals, still valid, outer rings anticlockwise and holes clockwise.
    """
    rounded = shapely.set_precision(geometry, 10.0**-DECIMALS)
    ringed = shapely.orient_polygons(shapely.normalize(rounded), exterior_cw=False)
    found = mapping(ringed)
    return {"type": found["type"], "coordinates": _rounded(found["coordinates"])}


def geojson_point(place: Place) -> Json | None:
    """The point of a place as a GeoJSON geometry, or None where it is not known: never a point at 0, 0 instead."""
    if not (math.isfinite(place.lon) and math.isfinite(place.lat)):
        return None
    return {"type": "Point", "coordinates": [round(place.lon, DECIMALS), round(place.lat, DECIMALS)]}


def box_of(geometry: Json | None) -> Box | None:
    """The box around a GeoJSON geometry (west, south, east, north), None where there is no geometry."""
    if geometry is None:
        return None
    pairs = [geometry["coordinates"]] if geometry["type"] == "Point" else list(_pairs(geometry["coordinates"]))
    lons, lats = zip(*pairs, strict=True)
    return min(lons), min(lats), max(lons), max(lats)


def _pairs(coordinates: Any) -> Any:  # noqa: ANN401 - nested as deep as the kind of geometry says
    if isinstance(coordinates[0], float):
        yield coordinates
        return
    for part in coordinates:
        yield from _pairs(part)


def _rounded(coordinates: Any) -> Any:  # noqa: ANN401 - nested as deep as the kind of geometry says
    if isinstance(coordinates, float):
        return round(coordinates, DECIMALS)
    return [_rounded(part) for part in coordinates]
