"""The fold as the rules tell it, one place at a time: what `geo.control.fold` does at once, written to be read."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from geo.control.basis import CLAIMS, Basis
from geo.control.clock import Clock
from geo.control.method import METHOD
from geo.control.period import ControlPeriod
from geo.control.state import State, state
from geo.control.timeline import NOTHING, Timeline, by_place, timeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from gazetteer.place import Place
    from geo.claims.claim import Claim


def plain_fold(  # noqa: PLR0913 - as `fold`
    claims: Iterable[Claim],
    places: Mapping[str, Place],
    *,
    start: date,
    end: date,
    stale_after_days: int,
    basis: Basis = CLAIMS,
    clock: Clock = Clock.EVENT,
) -> tuple[ControlPeriod, ...]:
    """Derive the control periods of places from claims.

    Args:
        claims: Claims in any order; one given twice counts once.
        places: The places to tell about, by id. Their parents are where claims are inherited from.
        start: First day.
        end: First day after the last (half-open).
        stale_after_days: Age in days up to which a claim counts.
        basis: Whose word counts.
        clock: By which day.

    Returns:
        Periods ordered by (place, start). Those of a place cover [start, end) without gap or overlap, and no two
        neighbours are equal but for their days.
    """
    timelines = {
        place: timeline(found, stale_after_days, basis, clock) for place, found in by_place(claims, places).items()
    }
    first, stop = start.toordinal(), end.toordinal()
    return tuple(period for place_id in sorted(places) for period in periods(places[place_id], timelines, first, stop))


def periods(place: Place, timelines: Mapping[str, Timeline], first: int, stop: int) -> Iterator[ControlPeriod]:
    """The control periods of one place.

    Args:
        place: The place.
        timelines: What counts on it and on the units that it lies in, by id; those without claims may be missing.
        first: First day, as a proleptic Gregorian ordinal.
        stop: First day after the last.

    Yields:
        The periods in the order of days.
    """
    own = timelines.get(place.id, NOTHING)
    above = [(unit, timelines[unit]) for unit in place.parents if unit in timelines]
    changes = {day for timeline in (own, *(one for _, one in above)) for day in timeline.days if first < day < stop}
    opened: tuple[int, State] | None = None
    for day in sorted({first, *changes} if first < stop else ()):
        now = state(own.on(day), ((unit, timeline.on(day)) for unit, timeline in above))
        if opened and now != opened[1]:
            yield _period(place, *opened, day)
        opened = opened if opened and now == opened[1] else (day, now)
    if opened:
        yield _period(place, *opened, stop)


def _period(place: Place, first: int, found: State, stop: int) -> ControlPeriod:
    return ControlPeriod(
        place=place.id,
        start=date.fromordinal(first),
        end=date.fromordinal(stop),
        status=found.status,
        holder=found.holder,
        rivals=found.rivals,
        inherited_from=found.inherited_from,
        claims=found.claims,
        method=METHOD,
    )
