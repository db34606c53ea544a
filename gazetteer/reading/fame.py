"""How well known a place is to the reader of a text, so that a small place far away is not read into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazetteer.place import Candidate, Kind, Place

if TYPE_CHECKING:
    from collections.abc import Collection

# From 0 (any village anywhere) to 3 (a country, a great city, a district of the country in question).
GREAT, LARGE, SMALL, NONE = 3, 2, 1, 0
EXACT = 0.9
_GREAT_CITY, _LARGE_CITY, _TOWN = 500_000, 100_000, 15_000


def fame(candidate: Candidate, interest: Collection[str]) -> int:
    """Grade a candidate.

    Args:
        candidate: As `Gazetteer.lookup` gives it; a name that fits only by its key counts less.
        interest: ISO codes of the countries that the text or the profile is about.

    Returns:
        `GREAT`, `LARGE`, `SMALL` or `NONE`.
    """
    place, exact = candidate.place, candidate.score >= EXACT
    if place.country in interest:
        return _at_home(place, exact=exact)
    if not exact:
        return NONE
    if place.kind in (Kind.COUNTRY, Kind.REGION) or place.population >= _GREAT_CITY:
        return GREAT
    if (place.kind is Kind.PROVINCE and candidate.score == 1) or place.population >= _LARGE_CITY:
        return LARGE
    return SMALL if place.population >= _TOWN else NONE


def _at_home(place: Place, *, exact: bool) -> int:
    if place.kind is Kind.VILLAGE and not place.seat_of:
        return LARGE if exact else SMALL
    return GREAT if exact else LARGE
