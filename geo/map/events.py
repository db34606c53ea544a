"""What happens on single days: how many claims each day has, and where fighting is reported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazetteer.place import Kind
from geo.claims.claim import Action, Assertion
from geo.control.clock import Clock
from geo.control.signals import event_day

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from gazetteer.place import Place
    from geo.claims.claim import Claim

FIGHTING = (Action.FIGHTS, Action.REPELS)
WIDE = (Kind.PROVINCE, Kind.COUNTRY)


@dataclass(frozen=True, slots=True, order=True)
class Fight:
    """Fighting reported at a place over the half-open days [start, end), as day numbers.

    Attributes:
        start: First day number.
        end: First day number after.
        place: Place id.
        lon: Degrees east.
        lat: Degrees north.
        wide: The report says only in which province or country.
    """

    start: int
    end: int
    place: str
    lon: float
    lat: float
    wide: bool


def claims_per_day(claims: Iterable[Claim], first_day: date, days: int, clock: Clock = Clock.EVENT) -> list[int]:
    """Count claims by the day that they speak of or became known; those outside the map's days are not counted.

    Args:
        claims: The claims, of any assertion.
        first_day: Day number 0.
        days: Number of days of the map.
        clock: By which day they are counted.

    Returns:
        One count a day.
    """
    counts = [0] * days
    for claim in claims:
        day = ((claim.published if clock is Clock.KNOWN else event_day(claim)) - first_day).days
        if 0 <= day < days:
            counts[day] += 1
    return counts


def fights(claims: Iterable[Claim], first_day: date, days: int, clock: Clock = Clock.EVENT) -> tuple[Fight, ...]:
    """Where and when fighting is asserted.

    Args:
        claims: The claims; denied and planned ones are passed over.
        first_day: Day number 0.
        days: Number of days of the map.
        clock: Whether fighting is marked on all of its days, or on those from its publication on.

    Returns:
        One mark a place and run of days, in order, within the map's days.
    """
    found = set()
    for claim in claims:
        if claim.action in FIGHTING and claim.assertion is Assertion.ASSERTED:
            last = event_day(claim)
            first = claim.event_start or last
            if clock is Clock.KNOWN:
                # Reported afterwards, as most fighting is: it is marked on the day of the report.
                first, last = max(first, claim.published), max(last, claim.published)
            start, end = max((first - first_day).days, 0), min((last - first_day).days + 1, days)
            if start < end:
                found.add(_fight(claim.place, start, end))
    return tuple(sorted(found))


def _fight(place: Place, start: int, end: int) -> Fight:
    return Fight(start, end, place.id, round(place.lon, 4), round(place.lat, 4), place.kind in WIDE)
