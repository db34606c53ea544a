"""A gazetteer of two invented districts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shapely import MultiPolygon, Polygon, box
from written_claims import PLACES

from gazetteer.errors import UnknownPlaceError

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from gazetteer.place import Place

# The west district is a clockwise square with a hole and an island; its neighbour has more decimals than anybody needs.
WEST_AREA = MultiPolygon(
    [
        Polygon([(68, 35), (68, 36), (69, 36), (69, 35)], [[(68.4, 35.4), (68.6, 35.4), (68.6, 35.6), (68.4, 35.6)]]),
        box(67, 35, 67.5, 35.5),
    ]
)
EAST_AREA = Polygon([(69, 35), (69, 36), (70.123456789, 36.987654321), (70, 35)])


@dataclass(frozen=True, slots=True)
class WrittenArea:
    """The area of a place."""

    geometry: BaseGeometry
    approximate: bool
    source: str


class WrittenAreas:
    """Looks up the areas above, and the places that claims are written about."""

    def get(self, place_id: str) -> Place:
        """The place of an id."""
        if place_id not in PLACES:
            raise UnknownPlaceError(place_id)
        return PLACES[place_id]

    def area(self, place_id: str) -> WrittenArea | None:
        """The area of a place, or None."""
        areas = {
            "XX0101": WrittenArea(WEST_AREA, approximate=True, source="claimline"),
            "XX0102": WrittenArea(EAST_AREA, approximate=False, source="natural-earth"),
        }
        return areas.get(place_id)
