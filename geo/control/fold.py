"""The fold: claims to control periods. Pure, and the order of its input never matters. Rules: docs/method.md."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from geo.control.live import active, lives
from geo.control.period import ControlPeriod
from geo.control.signals import Signal, signals
from geo.control.state import State, state

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from gazetteer.place import Place
    from geo.claims.claim import Claim

METHOD = "claimline-control/1"


@dataclass(frozen=True, slots=True)
class Timeline:
    """What counts on one place: `signals[i]` from the ordinal day `days[i]` to the one before `days[i + 1]`."""

    days: tuple[int, ...]
    signals: tuple[tuple[Signal, ...], ...]

    def on(self, day: int) -> tuple[Signal, ...]:
        """The signals that count on a day, given as a proleptic Gregorian ordinal."""
        index = bisect_right(self.days, day)
        return self.signals[index - 1] if index else ()


NOTHING = Timeline((), ())


def fold(
    claims: Iterable[Claim], places: Mapping[str, Place], *, start: date, end: date, stale_after_days: int
) -> tuple[ControlPeriod, ...]:
    """Derive the control periods of places from claims.

    Args:
        claims: Claims in any order; one given twice counts once.
        places: The places to tell about, by id. Their parents are where claims are inherited from.
        start: First day.
        end: First day after the last (half-open).
        stale_after_days: Age in days up to which a claim counts.

    Returns:
        Periods ordered by (place, start). Those of a place cover [start, end) without gap or overlap, and no two
        neighbours are equal but for their days.
    """
    timelines = _timelines(claims, places, stale_after_days)
    first, stop = start.toordinal(), end.toordinal()
    return tuple(period for place_id in sorted(places) for period in _periods(places[place_id], timelines, first, stop))


def _timelines(claims: Iterable[Claim], places: Mapping[str, Place], stale_after_days: int) -> dict[str, Timeline]:
    by_place: dict[str, list[Signal]] = defaultdict(list)
    for claim in claims:
        for signal in signals(claim, places):
            by_place[signal.place].append(signal)
    return {place: _timeline(found, stale_after_days) for place, found in by_place.items()}


def _timeline(found: list[Signal], stale_after_days: int) -> Timeline:
    steps = tuple(active(lives(found, stale_after_days)))
    return Timeline(tuple(day for day, _ in steps), tuple(tuple(run.signal for run in runs) for _, runs in steps))


def _periods(place: Place, timelines: Mapping[str, Timeline], first: int, stop: int) -> Iterator[ControlPeriod]:
    """The periods of one place over the ordinal days [first, stop)."""
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
