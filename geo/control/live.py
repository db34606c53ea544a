"""How long each signal on a place lives: until a rival supersedes it, or until it is stale."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from geo.control.signals import Effect, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Fighting is an event, not a state: it contests a place on its day and the days right after.
FIGHT_DAYS = 3
_Key = tuple[Effect, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Live:
    """A signal with the half-open run of days on which it counts, as proleptic Gregorian ordinals.

    Attributes:
        signal: The signal.
        first: Its first day.
        stop: The first day on which it no longer counts; equal to `first` where it never does.
        ended_by: Id of the claim that superseded it, None where it grew stale.
    """

    signal: Signal
    first: int
    stop: int
    ended_by: str | None = None


@dataclass(slots=True)
class _Place:
    """What the sweep over one place knows so far; lives only inside `lives`."""

    open: dict[_Key, list[Signal]] = field(default_factory=lambda: defaultdict(list))
    told: dict[tuple[_Key, bool], int] = field(default_factory=dict)
    ended: dict[Signal, tuple[int, str]] = field(default_factory=dict)


def lives(
    signals: Iterable[Signal], stale_after_days: int, *, supersede: bool = True, told_again: bool = True
) -> tuple[Live, ...]:
    """Work out for the signals on one place from when to when each counts.

    Args:
        signals: All signals on one place, in any order.
        stale_after_days: Age in days up to which a signal counts.
        supersede: Whether later signals end older ones (rule 7); off only to ask what the rule changes.
        told_again: Whether an old event told again ends nothing (rule 8); off only to ask what the rule changes.

    Returns:
        One record a signal, ordered by day and content. Takes O(n log n).
    """
    ordered = sorted(set(signals), key=_order)
    place = _Place()
    for _, group in groupby(ordered, key=lambda signal: signal.day):
        today = list(group)
        for signal in today:
            old = told_again and _told_again(place, signal, stale_after_days)
            if supersede and signal.strong and not old:
                _supersede(place, signal, today)
        for signal in today:
            key = (signal.effect, signal.sides)
            place.open[key].append(signal)
            if signal.strong:
                place.told[key, signal.again] = signal.day.toordinal()
    return tuple(_live(signal, place, stale_after_days) for signal in ordered)


def _order(signal: Signal) -> tuple[object, ...]:
    return (signal.day, signal.claim, signal.effect.value, signal.sides, signal.strong, signal.dated, signal.again)


def _told_again(place: _Place, signal: Signal, stale_after_days: int) -> bool:
    """A change without a day of its own may be one already told; it then confirms, but ends nothing."""
    if signal.dated:
        return False
    # Said for the first time to be *again*, it is new.
    before = [place.told.get(((signal.effect, signal.sides), again)) for again in {True, signal.again}]
    return any(day is not None and signal.day.toordinal() - day <= stale_after_days for day in before)


def _supersede(place: _Place, signal: Signal, today: list[Signal]) -> None:
    """End what cannot go on after this strong signal. Signals of the same day stand side by side."""
    for key in [key for key in place.open if _ends(signal, *key)]:
        for old in place.open.pop(key):
            place.ended.setdefault(old, (signal.day.toordinal(), signal.claim))
    if signal.effect is Effect.HAS and signal.dated:
        for fight in (other for other in today if other.effect is Effect.FIGHTS):
            place.ended.setdefault(fight, (signal.day.toordinal(), signal.claim))


def _ends(new: Signal, effect: Effect, sides: tuple[str, ...]) -> bool:
    """Whether a new strong signal ends older ones of this effect and these sides."""
    same = new.sides == sides
    if new.effect is Effect.HAS:
        return effect is Effect.FIGHTS or same is not (effect is Effect.HAS)
    return new.effect is Effect.LEFT and same and effect in {Effect.HAS, Effect.SURROUNDS}


def _live(signal: Signal, place: _Place, stale_after_days: int) -> Live:
    first = signal.day.toordinal()
    stop = first + (FIGHT_DAYS if signal.effect is Effect.FIGHTS else stale_after_days + 1)
    ended, by = place.ended.get(signal, (stop, None))
    return Live(signal, first, ended, by) if ended < stop else Live(signal, first, stop)


def active(runs: Iterable[Live]) -> Iterator[tuple[int, tuple[Live, ...]]]:
    """Sweep over the days of one place.

    Yields:
        (day, what counts from that day on) in the order of days, once for every day on which that changes.
    """
    changes: dict[int, list[tuple[bool, Live]]] = defaultdict(list)
    for run in runs:
        if run.first < run.stop:
            changes[run.first].append((True, run))
            changes[run.stop].append((False, run))
    counting: dict[Signal, Live] = {}
    for day in sorted(changes):
        for begins, run in changes[day]:
            if begins:
                counting[run.signal] = run
            else:
                del counting[run.signal]
        yield day, tuple(counting.values())
