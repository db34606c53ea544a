"""Readings of expressions that count from another day: "on Friday", "last week", "two days later".

General libraries place "on Friday" of a Friday's article a week early or in the future; news means the last one.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from geo.claims.words.lexicon import table

if TYPE_CHECKING:
    from geo.claims.times.calendar_days import Days

_WEEK = 7
_SATURDAY = 5
_LEADS = re.compile(r"^(?:since|until|by dawn|at dawn|early|late) ")
_STEPS = {"this": 0, "last": -1, "next": 1}


def weekday(match: re.Match[str], published: date, _event: date | None) -> Days | None:
    """A day of the week: the latest one not after the report's day; "last" and "next" step a week."""
    back = (published.weekday() - int(table("dates")["weekdays"][match["w"].lower()])) % _WEEK
    which = (match.groupdict().get("which") or "").lower()
    if which == "next":
        back -= _WEEK
    elif which == "last" and back == 0:
        back = _WEEK
    day = published - timedelta(days=back)
    return day, day


def fixed(match: re.Match[str], published: date, _event: date | None) -> Days | None:
    """A phrase of the table: "yesterday", "overnight", "in recent days"."""
    first, last = table("dates")["days"][_LEADS.sub("", match.group().lower())]
    return published + timedelta(days=first), published + timedelta(days=last)


def same_day(match: re.Match[str], published: date, event: date | None) -> Days | None:
    """The day of the event told before: "the same afternoon"; "the next morning" is a day on."""
    day = (event or published) + timedelta(days=match["which"].lower() != "same")
    return day, day


def weekend(match: re.Match[str], published: date, _event: date | None) -> Days | None:
    """The last Saturday and Sunday that have begun; of a Sunday's report "last weekend" is the one before."""
    back = (published.weekday() - _SATURDAY) % _WEEK
    if match["which"] and published.weekday() >= _SATURDAY:
        back += _WEEK
    saturday = published - timedelta(days=back)
    return saturday, min(saturday + timedelta(days=1), published)


def unit(match: re.Match[str], published: date, _event: date | None) -> Days | None:
    """This, the last or the next calendar week, month or year; "this" ends with the report's day."""
    step = _STEPS[match["which"].lower()]
    spans = {"week": _week, "month": _month, "year": _year}
    first, last = spans[match["unit"].lower()](published, step)
    return first, (min(last, published) if step == 0 else last)


def so_far(match: re.Match[str], published: date, _event: date | None) -> Days | None:
    """The day, week, month or year that the report's day lies in, up to that day: "earlier in the week"."""
    spans = {"day": lambda day, _step: (day, day), "week": _week, "month": _month, "year": _year}
    first, _ = spans[match["unit"].lower()](published, 0)
    return first, published


def count(match: re.Match[str], published: date, event: date | None) -> Days | None:
    """A number of units: "three days ago" from the report's day, "two days later" from the event told before."""
    groups = match.groupdict()
    to, name = groups["to"].lower(), groups["unit"].lower()
    many = _number(groups["n"]) if groups.get("n") else 1
    days = many * int(table("dates")["units"][name])
    base = published if to == "ago" or event is None else event
    sign = int(table("dates")["counts"][to])
    slack = timedelta(days=0 if name == "day" or not many else days // (_WEEK * many))
    try:
        day = base + timedelta(days=sign * days)
        return day - slack, min(day + slack, published) if sign < 0 else day + slack
    except OverflowError:
        return None


def before_main(match: re.Match[str], published: date, _event: date | None) -> Days | None:
    """A number of units before what the sentence mainly tells, as if that were of the report's day."""
    name = match["unit"].lower()
    days = _number(match["n"]) * int(table("dates")["units"][name])
    slack = timedelta(days=0 if name == "day" else days // (_WEEK * max(1, _number(match["n"]))))
    try:
        day = published - timedelta(days=days)
        return day - slack, min(day + slack, published)
    except OverflowError:
        return None


def _number(text: str) -> int:
    numbers = table("numbers")
    known = {**numbers["cardinals"], **numbers["articles"], "the": 1}
    return int(text) if text.isdigit() else int(known[text.lower()])


def _week(published: date, step: int) -> tuple[date, date]:
    monday = published - timedelta(days=published.weekday()) + timedelta(weeks=step)
    return monday, monday + timedelta(days=_WEEK - 1)


def _month(published: date, step: int) -> tuple[date, date]:
    months = published.year * 12 + published.month - 1 + step
    first = date(months // 12, months % 12 + 1, 1)
    return first, first.replace(day=calendar.monthrange(first.year, first.month)[1])


def _year(published: date, step: int) -> tuple[date, date]:
    return date(published.year + step, 1, 1), date(published.year + step, 12, 31)
