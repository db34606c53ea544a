"""Where to look instead: the nearest place with claims to one without any."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from geopy.distance import great_circle

from gazetteer.place import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gazetteer.place import Place


class Near(NamedTuple):
    """A place and how far away it is, in kilometres between the two points of reference."""

    place: Place
    distance_km: float


def nearest(place: Place, others: Iterable[Place]) -> Near | None:
    """The nearest of other places, countries aside: their point says nothing about where they are.

    Args:
        place: From here.
        others: The places to choose from, in any order.

    Returns:
        The nearest, of equally near ones that with the least id; None where there is none.
    """
    found = (
        (great_circle((place.lat, place.lon), (one.lat, one.lon)).km, one.id, one)
        for one in others
        if one.id != place.id and one.kind is not Kind.COUNTRY
    )
    least = min(found, default=None)
    return Near(least[2], least[0]) if least else None
