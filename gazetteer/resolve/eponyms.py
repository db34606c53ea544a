"""The city that a province is named after: by the bare name people mean it ("Kherson has fallen"), not the province."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazetteer.place import Kind, Place
from gazetteer.reading.fame import EXACT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazetteer.place import Candidate

_TOWN, _LARGE_CITY = 15_000, 100_000


def eponyms(candidates: Sequence[Candidate]) -> frozenset[str]:
    """Find them among the places of one name.

    Args:
        candidates: As `Gazetteer.lookup` gives them.

    Returns:
        Ids of the towns that lie in a province of the same name and are large enough to be meant.
    """
    exact = [c.place for c in candidates if c.score >= EXACT]
    provinces = {place.id for place in exact if place.kind is Kind.PROVINCE}
    return frozenset(place.id for place in exact if provinces & set(place.parents) and _meant(place, provinces))


def _meant(place: Place, provinces: set[str]) -> bool:
    """Its seat, a city, or a town of some size.

    A town of more inhabitants than a city needs is one that our own records know not to be the seat (Baghlan).
    """
    if place.kind is Kind.CITY or place.seat_of in provinces:
        return True
    return place.kind is Kind.TOWN and _TOWN <= place.population < _LARGE_CITY
