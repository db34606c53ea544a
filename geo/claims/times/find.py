"""Finds time expressions in a stretch of text and reads their days, anchored on the report's day, never on today."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from geo.claims.claim import DateBasis
from geo.claims.times import calendar_days, relative_days
from geo.claims.times.when import When
from geo.claims.words.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from geo.claims.times.calendar_days import Days

    Reading = Callable[[re.Match[str], date, date | None], Days | None]


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
    if not _sign().search(text, start, end):
        return
    found: list[When] = []
    for pattern, basis, reading in _patterns():
        for match in pattern.finditer(text, start, end):
            if _overlaps(match, found) or _small_month(match):
                continue
            days = reading(match, published, event)
            if days:
                last = published if match.group().lower().startswith("since ") else days[1]
                found.append(When(match.start(), match.end(), days[0], last, basis))
    yield from sorted(found, key=lambda when: when.start)


@cache
def _sign() -> re.Pattern[str]:
    """A digit or one of the words without which no expression is a time; most sentences have none."""
    words = ("months", "weekdays", "days")
    names = _either([*(word for key in words for word in table("dates")[key]), *_UNITS])
    return re.compile(rf"\d|\b(?:{names})", re.IGNORECASE)


def _overlaps(match: re.Match[str], found: list[When]) -> bool:
    return any(match.start() < other.end and other.start < match.end() for other in found)


def _small_month(match: re.Match[str]) -> bool:
    """Months that are also words ("may", "march") count as months only with a capital letter."""
    month = match.groupdict().get("mon")
    return month is not None and not month[0].isupper()


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], DateBasis, Reading], ...]:
    """Pattern, basis and reading of each kind of expression; earlier ones win."""
    rows = ((DateBasis.EXPLICIT, _calendar_rows()), (DateBasis.RELATIVE, _relative_rows()))
    return tuple((_bounded(pattern), basis, reading) for basis, part in rows for pattern, reading in part)


def _bounded(pattern: str) -> re.Pattern[str]:
    # A pattern that ends in a group says itself where it ends.
    return re.compile(rf"\b{pattern}" if pattern.endswith(")") else rf"\b{pattern}\b", re.IGNORECASE)


_UNITS = ("day", "week", "month", "year")
_PREFIX = r"(?:on |by |since |in |from |until |during |late on |early on )?"
_DAY_PART = r"(?: (?:morning|afternoon|evening|night))?"
_UNIT_LEADS = r"(?:since |until |during |over |by )?(?:earlier |later |late |early )?"
_YEAR = r"1[89]\d\d|20\d\d"


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _calendar_rows() -> tuple[tuple[str, Reading], ...]:
    name = rf"(?P<mon>{_either(table('dates')['months'])})"
    day = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
    year = r"(?:,? (?P<y>\d{4}))?"
    return (
        (rf"{_PREFIX}(?P<y>\d{{4}})-(?P<m>\d{{2}})-(?P<d>\d{{2}})", calendar_days.iso_day),
        (rf"{_PREFIX}{name}\.? {day}{year}(?!\d)", calendar_days.month_day),
        (rf"{_PREFIX}(?:the )?{day}(?: of)? {name}\b\.?{year}", calendar_days.month_day),
        (rf"(?:in |since |by )?(?P<part>early|mid|late)[- ]{name}\b{year}", calendar_days.month),
        (rf"(?:in |since |during ){name}\b{year}", calendar_days.month),
        (rf"{name} (?P<y>\d{{4}})", calendar_days.month),
        (rf"from (?P<y>{_YEAR}) to (?P<y2>{_YEAR})", calendar_days.years),
        (rf"(?:in|since|during|until|by) (?P<y>{_YEAR})(?![\d-])", calendar_days.years),
    )


def _relative_rows() -> tuple[tuple[str, Reading], ...]:
    name = rf"(?P<w>{_either(table('dates')['weekdays'])})"
    numbers = _either([*table("numbers")["cardinals"], *table("numbers")["articles"]])
    which = r"(?P<which>last|this|next|this past|early|late)"
    return (
        (rf"{_PREFIX}{which} {name}{_DAY_PART}", relative_days.weekday),
        (rf"{_PREFIX}{name}{_DAY_PART}", relative_days.weekday),
        (
            rf"(?:since |until |by dawn |at dawn |early |late )?(?:{_either(table('dates')['days'])})",
            relative_days.fixed,
        ),
        (r"(?:over|at|during) the weekend", relative_days.weekend),
        (rf"{_UNIT_LEADS}(?P<which>this|last|next) (?P<unit>week|month|year)", relative_days.unit),
        (
            rf"(?P<n>\d+|{numbers}) (?P<unit>day|week|month|year)s? (?P<to>ago|later|earlier|before)",
            relative_days.count,
        ),
        (r"the (?P<to>next|following|previous) (?P<unit>day|week)", relative_days.count),
    )
