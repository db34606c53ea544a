"""From when to when signals count, for all signals on a place at once: `geo.control.live` in columns."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from geo.control.clock import Clock, reach_days
from geo.control.columns import DENIED, FIGHTS, HAS, LEFT, SURROUNDS, Bools, Ints, Rows
from geo.control.live import FIGHT_DAYS

if TYPE_CHECKING:
    from collections.abc import Callable

FAR = np.iinfo(np.int64).max // 4


@dataclass(frozen=True, slots=True)
class Spans:
    """Half-open runs of ordinal days [first, stop) on which the signals of `rows` count; none is empty."""

    rows: Rows
    first: Ints
    stop: Ints


def stops(rows: Rows, stale_after_days: int) -> Ints:
    """The first day on which each signal no longer counts: superseded or stale.

    Args:
        rows: Signals on one place, ordered by day.
        stale_after_days: Age in days up to which a signal counts.

    Returns:
        Ordinal days; the signal's own day where it never counts.
    """
    ends = rows.strong & ~_told_again(rows, stale_after_days)
    gains, losses = ends & (rows.effect == HAS), ends & (rows.effect == LEFT)
    stop = rows.day + np.where(rows.effect == FIGHTS, FIGHT_DAYS, stale_after_days + 1)
    for side in np.unique(rows.sides[rows.effect != FIGHTS]):
        mine = rows.sides == side
        gained, lost, taken = rows.day[gains & mine], rows.day[losses & mine], rows.day[gains & ~mine]
        _end(stop, rows, mine & (rows.effect == HAS), taken, lost)
        _end(stop, rows, mine & (rows.effect == SURROUNDS), gained, lost)
        _end(stop, rows, mine & ((rows.effect == LEFT) | (rows.effect == DENIED)), gained)
    fights = rows.effect == FIGHTS
    _end(stop, rows, fights, rows.day[gains])
    settled = fights & np.isin(rows.day, rows.day[gains & rows.dated])
    stop[settled] = rows.day[settled]
    return stop


def _end(stop: Ints, rows: Rows, which: Bools, *enders: Ints) -> None:
    """Shorten the chosen rows to the next day after their own among each of the `enders` (ordered days)."""
    for days in enders:
        after = np.append(days, FAR)[np.searchsorted(days, rows.day[which], side="right")]
        stop[which] = np.minimum(stop[which], after)


def _told_again(rows: Rows, stale_after_days: int) -> Bools:
    """Changes without a day of their own that may be ones already told."""
    old = np.zeros(len(rows), dtype=bool)
    undated = rows.strong & ~rows.dated
    for effect in (HAS, LEFT):
        for side in np.unique(rows.sides[undated & (rows.effect == effect)]):
            same = (rows.effect == effect) & (rows.sides == side)
            for again in (True, False):
                before = rows.day[same & rows.strong & (rows.again == again)]
                # What is said to be *again* is old only where that was said before.
                asked = same & undated & (True if again else ~rows.again)
                last = np.insert(before, 0, -FAR)[np.searchsorted(before, rows.day[asked])]
                old[asked] |= rows.day[asked] - last <= stale_after_days
    return old


def spans(rows: Rows, stale_after_days: int, clock: Clock, weigh: Callable[[Rows], Rows]) -> Spans:
    """Work out when each signal on a place counts.

    Args:
        rows: All signals on the place, ordered by day.
        stale_after_days: Age in days up to which a signal counts.
        clock: By which day.
        weigh: Chooses and weighs the signals, as the basis asks; keeps the order of days.

    Returns:
        The runs. On the clock of what was known a signal may have several.
    """
    if clock is Clock.EVENT:
        weighed = weigh(rows)
        return _kept(weighed, weighed.day, stops(weighed, stale_after_days))
    opens = np.unique(rows.published)
    told, epoch = _epochs(rows, opens, stale_after_days)
    # Each publication day has a stretch of the axis of its own, so far apart that nothing bears on the next.
    stride = int(np.ptp(np.concatenate([rows.day, rows.published]))) + 2 * reach_days(stale_after_days, FIGHT_DAYS)
    weighed = weigh(replace(told, day=told.day + epoch * stride))
    epoch = (weighed.day - rows.day.min()) // stride
    first = np.maximum(weighed.day - epoch * stride, opens[epoch])
    stop = np.minimum(stops(weighed, stale_after_days) - epoch * stride, np.append(opens[1:], FAR)[epoch])
    return _kept(weighed, first, stop)


def _epochs(rows: Rows, opens: Ints, stale_after_days: int) -> tuple[Rows, Ints]:
    """What bears on the days from each publication day on, and the number of that day."""
    reach = reach_days(stale_after_days, FIGHT_DAYS)
    chosen = [
        oldest + np.flatnonzero(rows.published[oldest:] <= day)
        for day, oldest in zip(opens, np.searchsorted(rows.day, opens - reach, side="right"), strict=True)
    ]
    counts = [len(one) for one in chosen]
    return rows.take(np.concatenate(chosen)), np.repeat(np.arange(len(opens)), counts)


def _kept(rows: Rows, first: Ints, stop: Ints) -> Spans:
    counts = first < stop
    return Spans(rows.take(counts), first[counts], stop[counts])
