"""A place with all that files tell about where it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from gazetteer.errors import UnknownPlaceError
from gazetteer.place import Kind, Place
from geo.export.geometry import area_of, point_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from shapely.geometry.base import BaseGeometry

    from geo.export.contents import Contents
    from geo.export.geometry import Outline

# So many places are kept ready, so that memory has a bound whatever is written.
KEPT = 4_096


@dataclass(frozen=True, slots=True)
class Site:
    """A place with all that files tell about where it is.

    Attributes:
        place: The place.
        country: The country that it is or lies in, where known.
        province: The province that it is or lies in, where known.
        district: The district that it is or lies in, where known.
        point: Its point, None where that is not known.
        area: Its area, ready to be written; None where it has none.
        outline: Where the area comes from, None where it has none.
    """

    place: Place
    country: Place | None
    province: Place | None
    district: Place | None
    point: BaseGeometry | None
    area: BaseGeometry | None
    outline: Outline | None

    @property
    def approximate(self) -> bool | None:
        """The area is no official boundary; None where there is no area."""
        return self.outline.approximate if self.outline else None

    @property
    def name(self) -> str:
        """The name as a map shows it: an approximate area says so."""
        return f"{self.place.name} (approximate area)" if self.approximate else self.place.name


def sites(contents: Contents) -> Callable[[Place], Site]:
    """Looks places up; those asked for last are kept ready."""

    @lru_cache(maxsize=KEPT)
    def site(place: Place) -> Site:
        outline = contents.atlas.area(place.id)
        units = {unit.kind: unit for unit in _units(place, contents)}
        return Site(
            place=place,
            country=units.get(Kind.COUNTRY),
            province=units.get(Kind.PROVINCE),
            district=units.get(Kind.DISTRICT),
            point=point_of(place),
            area=area_of(outline.geometry) if outline else None,
            outline=outline,
        )

    return site


def _units(place: Place, contents: Contents) -> Iterator[Place]:
    yield place
    for parent in place.parents:
        known = contents.findings.places.get(parent)
        if known is None:
            try:
                known = contents.atlas.get(parent)
            except UnknownPlaceError:
                continue
        yield known
