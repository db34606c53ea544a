"""The days on which what there is to read about a place can change; between them every day tells the same."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from typing import TYPE_CHECKING

from geo.control.clock import Clock
from geo.control.live import FIGHT_DAYS
from geo.control.signals import event_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.control.inquiry import Inquiry
    from geo.map.evidence import Desk

ONE_DAY = timedelta(days=1)
FIGHT = timedelta(days=FIGHT_DAYS)


def change_days(at: Desk, place: str, ask: Inquiry) -> list[date]:
    """The days of the map on which state, quotes or reasons of a place can change, the first day among them.

    These are the days on which its status changes, a claim about it or a unit above it begins, becomes known, is no
    longer fighting or grows stale, and those on which a year begins.

    Args:
        at: Claims and periods.
        place: Id of a place of the map.
        ask: The claims of all days, prepared to be asked.

    Returns:
        The days in order.
    """
    start = date.fromisoformat(at.model["start"])
    end = start + timedelta(days=at.model["days"])
    years = (date(year, 1, 1) for year in range(start.year + 1, end.year + 1))
    days = sorted({start, *(period.start for period in at.book.periods[place]), *_said(at, place, ask), *years})
    return days[bisect_right(days, start) - 1 : bisect_right(days, end - ONE_DAY)]


def _said(at: Desk, place: str, ask: Inquiry) -> Iterator[date]:
    stale = timedelta(days=at.book.profile.stale_after_days) + ONE_DAY
    for unit in (place, *at.book.place(place).parents):
        for claim in at.book.spoken.get(unit, ()):
            day = event_day(claim)
            yield from (day, day + stale)
            if at.clock is Clock.KNOWN:
                yield claim.published
        for signal in ask.signals.get(unit, ()):
            yield from (signal.day, signal.day + FIGHT, signal.day + stale)
