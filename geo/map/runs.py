"""Control periods as the page reads them: for each place a short list of day numbers and style codes."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.control.period import Status
from geo.view.colours import Paint, paint

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from geo.control.period import ControlPeriod


@dataclass(frozen=True, slots=True, order=True)
class Style:
    """Everything about a period that its look depends on; `inherited` is "", "province" or "country"."""

    status: Status
    holder: str
    rivals: tuple[str, ...]
    inherited: str


@dataclass(frozen=True, slots=True)
class Runs:
    """The periods of all places, coded.

    Attributes:
        styles: Looks that occur, by code; code 0 is always "unknown".
        by_place: Place id to `(day, code, day, code, …)`: from each day number on the place has that style.
            Day 0 is the first day of the map. A place that is unknown throughout is left out.
    """

    styles: tuple[Style, ...]
    by_place: Mapping[str, tuple[int, ...]]

    def style(self, place: str, day: int) -> Style:
        """The look of a place on a day, by number; a day outside the map means its nearest day."""
        run = self.by_place.get(place, (0, 0))
        return self.styles[run[2 * max(0, bisect_right(run[::2], day) - 1) + 1]]


UNKNOWN = Style(Status.UNKNOWN, "", (), "")


def runs(periods: Iterable[ControlPeriod], first_day: date, kinds: Mapping[str, str]) -> Runs:
    """Code control periods.

    Args:
        periods: Ordered by (place, start).
        first_day: Day number 0.
        kinds: Place id to kind, to tell whether a status is inherited from a province or a country.

    Returns:
        The coded periods; equal neighbours are merged.
    """
    codes: dict[Style, int] = {UNKNOWN: 0}
    by_place: dict[str, list[int]] = {}
    for period in periods:
        code = codes.setdefault(style_of(period, kinds), len(codes))
        run = by_place.setdefault(period.place, [])
        if not run or run[-1] != code:
            run += ((period.start - first_day).days, code)
    known = {place: tuple(run) for place, run in by_place.items() if any(run[1::2])}
    return Runs(tuple(codes), known)


def style_of(period: ControlPeriod, kinds: Mapping[str, str]) -> Style:
    """The part of a period that is seen on the map."""
    if period.status is Status.UNKNOWN:
        return UNKNOWN
    inherited = kinds.get(period.inherited_from, "province") if period.inherited_from else ""
    return Style(period.status, period.holder or "", period.rivals, inherited)


def style_paint(style: Style, colours: Mapping[str, str]) -> Paint:
    """The look of a style; see `geo.view.colours.paint`."""
    return paint(style.status, style.holder or None, style.rivals, colours, inherited=bool(style.inherited))
