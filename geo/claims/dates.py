"""Time expressions of news English → days. Anchored on the report's day of publication, never on today.

General libraries place "on Friday" of a Friday's article a week early or in the future; news means the last one.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from geo.claims.claim import DateBasis
from geo.claims.lexicon import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

EARLIEST_YEAR = 1800


@dataclass(frozen=True, slots=True)
class When:
    """The days that a time expression allows.

    Attributes:
        start: First code point of the expression in the text.
        end: One past its last.
        first: First day, inclusive; None = open.
        last: Last day, inclusive; None = open.
        basis: Whether the words give a date or count from another day.
    """

    start: int
    end: int
    first: date | None
    last: date | None
    basis: DateBasis


_Days = tuple[date | None, date | None] | None


@cache
def _table() -> dict[str, Any]:
    return read("dates")


def _either(key: str) -> str:
    return "|".join(sorted(map(re.escape, _table()[key]), key=len, reverse=True))


@cache
def _rules() -> tuple[tuple[re.Pattern[str], DateBasis, Callable[[re.Match[str], date, date | None], _Days]], ...]:
    """Pattern, basis and reading of each kind of expression; earlier ones win."""
    month, weekday, number = _either("months"), _either("weekdays"), rf"\d+|{_either('numbers')}"
    prefix = r"(?:on |by |since |in |from |until |during |late on |early on )?"
    explicit, relative = DateBasis.EXPLICIT, DateBasis.RELATIVE
    rows = (
        (rf"{prefix}(?P<y>\d{{4}})-(?P<m>\d{{2}})-(?P<d>\d{{2}})", explicit, _iso),
        (rf"{prefix}(?P<mon>{month})\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<y>\d{{4}}))?(?!\d)", explicit, _day),
        (rf"{prefix}(?:the )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<mon>{month})\b\.?(?:,? (?P<y>\d{{4}}))?", explicit, _day),
        (rf"(?:in |since |by )?(?P<part>early|mid|late)[- ](?P<mon>{month})\b(?:,? (?P<y>\d{{4}}))?", explicit, _month),
        (rf"(?:in |since |during )(?P<mon>{month})\b(?:,? (?P<y>\d{{4}}))?", explicit, _month),
        (rf"(?P<mon>{month}) (?P<y>\d{{4}})", explicit, _month),
        (r"from (?P<y>1[89]\d\d|20\d\d) to (?P<y2>1[89]\d\d|20\d\d)", explicit, _years),
        (r"(?:in|since|during|until|by) (?P<y>1[89]\d\d|20\d\d)(?![\d-])", explicit, _years),
        (rf"{prefix}(?P<which>last|this|next|this past|early|late) (?P<w>{weekday})(?: (?:morning|afternoon|evening|night))?", relative, _weekday),
        (rf"{prefix}(?P<w>{weekday})(?: (?:morning|afternoon|evening|night))?", relative, _weekday),
        (rf"(?:by dawn |at dawn |early |late )?(?:{_either('days')})", relative, _fixed),
        (rf"(?:over|at|during) the weekend", relative, _weekend),
        (rf"(?:earlier |later |late |early )?(?P<which>this|last|next) (?P<unit>week|month|year)", relative, _unit),
        (rf"(?P<n>{number}) (?P<unit>day|week|month|year)s? (?P<to>ago|later|earlier|before)", relative, _count),
        (r"the (?P<to>next|following|previous) (?P<unit>day|week)", relative, _count),
    )
    return tuple((re.compile(rf"\b{pattern}\b" if pattern[-1] != ")" else rf"\b{pattern}", re.IGNORECASE), basis, reading) for pattern, basis, reading in rows)


def find_times(text: str, start: int, end: int, published: date, event: date | None = None) -> Iterator[When]:
    """Time expressions in `text[start:end]`.

    Args:
        text: The report's text.
        start: Where to look from.
        end: Where to stop.
        published: The report's day of publication.
        event: The day of the event told before, on which "two days later" counts; None = the day of publication.

    Yields:
        Expressions in order, not overlapping.
    """
    found: list[When] = []
    for pattern, basis, reading in _rules():
        for match in pattern.finditer(text, start, end):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            if _is_may(match):
                continue
            days = reading(match, published, event)
            if days:
                first, last = days
                if match.group().lower().startswith("since "):
                    last = published
                found.append(When(match.start(), match.end(), first, last, basis))
    yield from sorted(found, key=lambda when: when.start)


def _is_may(match: re.Match[str]) -> bool:
    """Months that are also words ("may", "march") count as months only with a capital letter."""
    month = match.groupdict().get("mon")
    return month is not None and not month[0].isupper()


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso(match: re.Match[str], _published: date, _event: date | None) -> _Days:
    day = _safe(int(match["y"]), int(match["m"]), int(match["d"]))
    return (day, day) if day else None


def _number(text: str) -> int:
    return int(text) if text.isdigit() else int(_table()["numbers"][text.lower()])


def _year(match: re.Match[str], published: date, month: int) -> int:
    """The year said; else the latest in which the month does not lie after the report's."""
    if match["y"]:
        return int(match["y"])
    return published.year if month <= published.month else published.year - 1


def _day(match: re.Match[str], published: date, _event: date | None) -> _Days:
    month = int(_table()["months"][match["mon"].lower()])
    day = _safe(_year(match, published, month), month, int(match["d"]))
    return (day, day) if day else None


def _month(match: re.Match[str], published: date, _event: date | None) -> _Days:
    month = int(_table()["months"][match["mon"].lower()])
    year = _year(match, published, month)
    if year < EARLIEST_YEAR:
        return None
    longest = calendar.monthrange(year, month)[1]
    part = match.groupdict().get("part")
    first, last = _table()["parts"][part.lower()] if part else (1, longest)
    return date(year, month, first), min(date(year, month, min(last, longest)), max(published, date(year, month, first)))


def _years(match: re.Match[str], published: date, _event: date | None) -> _Days:
    first, last = int(match["y"]), int(match.groupdict().get("y2") or match["y"])
    return date(first, 1, 1), min(date(last, 12, 31), max(published, date(first, 1, 1)))


def _weekday(match: re.Match[str], published: date, _event: date | None) -> _Days:
    back = (published.weekday() - int(_table()["weekdays"][match["w"].lower()])) % 7
    which = (match.groupdict().get("which") or "").lower()
    if which == "next":
        back -= 7
    elif which == "last" and back == 0:
        back = 7
    day = published - timedelta(days=back)
    return day, day


def _fixed(match: re.Match[str], published: date, _event: date | None) -> _Days:
    words = re.sub(r"^(?:by dawn|at dawn|early|late) ", "", match.group().lower())
    first, last = _table()["days"][words]
    return published + timedelta(days=first), published + timedelta(days=last)


def _weekend(_match: re.Match[str], published: date, _event: date | None) -> _Days:
    saturday = published - timedelta(days=(published.weekday() - 5) % 7)
    return saturday, min(saturday + timedelta(days=1), published)


def _unit(match: re.Match[str], published: date, _event: date | None) -> _Days:
    step = {"this": 0, "last": -1, "next": 1}[match["which"].lower()]
    unit = match["unit"].lower()
    if unit == "week":
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=step)
        first, last = monday, monday + timedelta(days=6)
    elif unit == "month":
        months = published.year * 12 + published.month - 1 + step
        first = date(months // 12, months % 12 + 1, 1)
        last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    else:
        first, last = date(published.year + step, 1, 1), date(published.year + step, 12, 31)
    return first, (min(last, published) if step == 0 else last)


def _count(match: re.Match[str], published: date, event: date | None) -> _Days:
    to = match["to"].lower()
    many = _number(match["n"]) if match.groupdict().get("n") else 1
    days = many * {"day": 1, "week": 7, "month": 30, "year": 365}[match["unit"].lower()]
    base = published if to == "ago" or event is None else event
    sign = 1 if to in {"later", "next", "following"} else -1
    try:
        day = base + timedelta(days=sign * days)
    except OverflowError:
        return None
    slack = timedelta(days=0 if match["unit"].lower() == "day" else days // (7 * many) if many else 0)
    return day - slack, min(day + slack, published) if sign < 0 else day + slack
