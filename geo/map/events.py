"""What happens on single days: how many claims each day has, and where fighting is reported."""

from __future__ import annotations

from collections import defaultdict
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


@dataclass(frozen=True, slots=True)
class Fights:
    """Days on which fighting is reported at a place.

    Attributes:
        place: Place id.
        lon: Degrees east.
        lat: Degrees north.
        wide: The reports say only in which province or country.
        days: Day numbers `(start, end, start, end, …)` of half-open spans, ascending, none touching the next.
    """

    place: str
    lon: float
    lat: float
    wide: bool
    days: tuple[int, ...]


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


def fights(claims: Iterable[Claim], first_day: date, days: int, clock: Clock = Clock.EVENT) -> tuple[Fights, ...]:
    """Where and when fighting is asserted.

    Args:
        claims: The claims; denied and planned ones are passed over.
        first_day: Day number 0.
        days: Number of days of the map.
        clock: Whether fighting is marked on all of its days, or on those from its publication on.

    Returns:
        One mark a place, ordered by first day and place id, with its days within the map.
    """
    found: dict[str, set[int]] = defaultdict(set)
    places: dict[str, Place] = {}
    for claim in claims:
        if claim.action in FIGHTING and claim.assertion is Assertion.ASSERTED:
            first, last = _days(claim, clock)
            found[claim.place.id].update(
                range(max((first - first_day).days, 0), min((last - first_day).days + 1, days))
            )
            places[claim.place.id] = claim.place
    marks = (_mark(places[place], numbers) for place, numbers in found.items() if numbers)
    return tuple(sorted(marks, key=lambda mark: (mark.days[0], mark.place)))


def _days(claim: Claim, clock: Clock) -> tuple[date, date]:
    """First and last day of fighting, inclusive."""
    last = event_day(claim)
    first = claim.event_start or last
    if clock is Clock.KNOWN:
        # Reported afterwards, as most fighting is: it is marked on the day of the report.
        return max(first, claim.published), max(last, claim.published)
    return first, last


def _mark(place: Place, numbers: set[int]) -> Fights:
    edges = sorted(
        {day for day in numbers if day - 1 not in numbers} | {day + 1 for day in numbers if day + 1 not in numbers}
    )
    return Fights(place.id, round(place.lon, 4), round(place.lat, 4), place.kind in WIDE, tuple(edges))
