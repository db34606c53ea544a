"""What counts on one place, run by run of days, on either clock."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.control.basis import weigh
from geo.control.clock import Clock, reach_days
from geo.control.live import FIGHT_DAYS, active, lives
from geo.control.signals import Signal, signals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from gazetteer.place import Place
    from geo.claims.claim import Claim
    from geo.control.basis import Basis


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


def by_place(claims: Iterable[Claim], places: Mapping[str, Place]) -> dict[str, tuple[Signal, ...]]:
    """The signals of claims, each once, by the place that they bear on."""
    found: dict[str, set[Signal]] = defaultdict(set)
    for claim in claims:
        for signal in signals(claim, places):
            found[signal.place].add(signal)
    return {place: tuple(every) for place, every in found.items()}


def timeline(found: Sequence[Signal], stale_after_days: int, basis: Basis, clock: Clock) -> Timeline:
    """Work out what counts on one place.

    Args:
        found: All signals on the place, in any order.
        stale_after_days: Age in days up to which a signal counts.
        basis: Whose word counts.
        clock: By which day.

    Returns:
        The timeline.
    """
    steps = _known if clock is Clock.KNOWN else _steps
    return _timeline(steps(found, stale_after_days, basis))


def _steps(found: Sequence[Signal], stale_after_days: int, basis: Basis) -> Iterator[tuple[int, tuple[Signal, ...]]]:
    for day, runs in active(lives(weigh(found, basis, stale_after_days), stale_after_days)):
        yield day, tuple(run.signal for run in runs)


def _known(found: Sequence[Signal], stale_after_days: int, basis: Basis) -> Iterator[tuple[int, tuple[Signal, ...]]]:
    """On the days from one publication to the next, what had been published by then tells the state."""
    reach = reach_days(stale_after_days, FIGHT_DAYS)
    published = sorted({signal.published.toordinal() for signal in found})
    for first, stop in pairwise([*published, date.max.toordinal()]):
        known = [one for one in found if one.published.toordinal() <= first < one.day.toordinal() + reach]
        # What is forgotten here is stale by the day that `reach` tells, so nothing older can come back later.
        told = _timeline(_steps(known, stale_after_days, basis))
        yield first, told.on(first)
        yield from ((day, told.on(day)) for day in told.days if first < day < stop)


def _timeline(steps: Iterable[tuple[int, tuple[Signal, ...]]]) -> Timeline:
    every = tuple(steps)
    return Timeline(tuple(day for day, _ in every), tuple(counting for _, counting in every))
