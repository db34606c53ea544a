"""Readings of expressions that give a date: "2021-08-22", "August 22", "mid-August", "in 1996"."""

from __future__ import annotations

import calendar
from datetime import date
from typing import TYPE_CHECKING

from geo.claims.words.lexicon import table

if TYPE_CHECKING:
    import re

EARLIEST_YEAR = 1800
Days = tuple[date | None, date | None]


def iso_day(match: re.Match[str], _published: date, _event: date | None) -> Days | None:
    """A day as "2021-08-22"."""
    return _one(int(match["y"]), int(match["m"]), int(match["d"]))


def month_day(match: re.Match[str], published: date, _event: date | None) -> Days | None:
    """A day as "August 22" or "22 August", with or without its year."""
    month = _month(match)
    return _one(_year(match, published, month), month, int(match["d"]))


def month(match: re.Match[str], published: date, _event: date | None) -> Days | None:
    """A month or a third of one: "in August", "mid-August 2021"; no later than the report's day, once it has begun."""
    number = _month(match)
    year = _year(match, published, number)
    if year < EARLIEST_YEAR:
        return None
    longest = calendar.monthrange(year, number)[1]
    part = match.groupdict().get("part")
    first, last = table("dates")["parts"][part.lower()] if part else (1, longest)
    begin = date(year, number, first)
    return begin, min(date(year, number, min(last, longest)), max(published, begin))


def day_range(match: re.Match[str], published: date, _event: date | None) -> Days | None:
    """Days from one to another: "between April 2 and April 4", "from 2 to 4 April"."""
    last = int(table("dates")["months"][(match["mon2"] or match["mon"]).lower()])
    first = int(table("dates")["months"][match["mon"].lower()])
    begin = _one(_year(match, published, first), first, int(match["d"]))
    end = _one(_year(match, published, last), last, int(match["d2"]))
    return (begin[0], end[1]) if begin and end and begin[0] and end[1] and begin[0] <= end[1] else None


def month_near(match: re.Match[str], published: date, _event: date | None) -> Days | None:
    """The nearest month of that name: "last May" is before the report's month, "next May" behind it."""
    number, which = _month(match), match["which"].lower()
    if which == "next":
        year = published.year if number > published.month else published.year + 1
    else:
        year = published.year if number < published.month + (which != "last") else published.year - 1
    begin = date(year, number, 1)
    return begin, date(year, number, calendar.monthrange(year, number)[1])


def years(match: re.Match[str], published: date, _event: date | None) -> Days | None:
    """A year or a range of years: "in 1996", "from 1980 to 1985"."""
    first, last = int(match["y"]), int(match.groupdict().get("y2") or match["y"])
    begin = date(first, 1, 1)
    return begin, min(date(last, 12, 31), max(published, begin))


def _one(year: int, month: int, day: int) -> Days | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found, found


def _month(match: re.Match[str]) -> int:
    return int(table("dates")["months"][match["mon"].lower()])


def _year(match: re.Match[str], published: date, month: int) -> int:
    """The year said; else the latest in which the month does not lie after the report's."""
    if match["y"]:
        return int(match["y"])
    return published.year if month <= published.month else published.year - 1
