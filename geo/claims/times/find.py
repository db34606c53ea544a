"""Finds time expressions in a stretch of text and reads their days, anchored on the report's day, never on today."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
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


@dataclass(frozen=True, slots=True)
class _Row:
    """One kind of expression: the signs without which no text has any, its pattern, and how its days are read."""

    needs: frozenset[str]
    pattern: re.Pattern[str]
    basis: DateBasis
    reading: Reading


_WORD_OR_NUMBER = re.compile(r"[a-z]+|\d+")
_LOOKS_AHEAD = re.compile(r"\(\?![^()]*\)$")
_YEAR_DIGITS = 4
# Pieces of text that are longer are not kept, so that memory stays bounded.
_LONGEST_KEPT = 40


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
    stretch = text[start:end]
    signs = frozenset().union(*map(_signs_in, stretch.split()))
    found: list[When] = []
    for row in _rows_with(signs) if signs else ():
        for match in row.pattern.finditer(stretch):
            if _overlaps(start + match.start(), start + match.end(), found) or _small_month(match):
                continue
            days = row.reading(match, published, event)
            if days:
                last = published if match.group().lower().startswith("since ") else days[1]
                from_main = row.reading is relative_days.before_main
                found.append(When(start + match.start(), start + match.end(), days[0], last, row.basis, from_main))
    yield from sorted(found, key=lambda when: when.start)


def _signs_in(piece: str) -> frozenset[str]:
    """Which of the signs of a time are in a piece of text: most have none."""
    return _known_signs(piece) if len(piece) <= _LONGEST_KEPT else _signs_of(piece)


@lru_cache(maxsize=1 << 14)
def _known_signs(piece: str) -> frozenset[str]:
    return _signs_of(piece)


def _signs_of(piece: str) -> frozenset[str]:
    found: set[str] = set()
    for word in _WORD_OR_NUMBER.findall(piece.lower()):
        if word.isdigit():
            found |= {"number", "year"} if len(word) == _YEAR_DIGITS else {"number"}
        found.update(_signs().get(word, ()))
    return frozenset(found)


@cache
def _signs() -> dict[str, tuple[str, ...]]:
    """Word → the signs that it is."""
    dates = table("dates")
    words = {
        "days": [phrase.split()[-1] for phrase in dates["days"]],
        "unit": [form for unit in _UNITS for form in (unit, unit + "s")],
        "month": dates["months"],
        "weekday": dates["weekdays"],
        "weekend": ["weekend"],
        "which": ["last", "this", "next", "past", "early", "late"],
        "third": ["early", "mid", "late"],
        "counted": ["ago", "later", "earlier", "before"],
        "following": ["next", "following", "previous"],
        "same": ["same", "next"],
        "after": ["after"],
        "range": ["between", "from"],
    }
    known = {word for forms in words.values() for word in forms}
    return {word: tuple(sign for sign, forms in words.items() if word in forms) for word in known}


def _overlaps(start: int, end: int, found: list[When]) -> bool:
    return any(start < other.end and other.start < end for other in found)


def _small_month(match: re.Match[str]) -> bool:
    """Months that are also words ("may", "march") count as months only with a capital letter."""
    month = match.groupdict().get("mon")
    return month is not None and not month[0].isupper()


@cache
def _rows() -> tuple[_Row, ...]:
    """Every kind of expression; earlier ones win."""
    parts = ((DateBasis.EXPLICIT, _calendar_rows()), (DateBasis.RELATIVE, _relative_rows()))
    return tuple(
        _Row(frozenset(needs.split()), _bounded(pattern), basis, reading)
        for basis, part in parts
        for needs, pattern, reading in part
    )


@lru_cache(maxsize=1 << 10)
def _rows_with(signs: frozenset[str]) -> tuple[_Row, ...]:
    """The kinds of expression that a text with these signs may hold."""
    return tuple(row for row in _rows() if row.needs <= signs)


def _bounded(pattern: str) -> re.Pattern[str]:
    # A pattern that ends by looking ahead says itself where it ends.
    ends = _LOOKS_AHEAD.search(pattern) is not None
    return re.compile(rf"\b{pattern}" if ends else rf"\b{pattern}\b", re.IGNORECASE)


_UNITS = ("day", "week", "month", "year")
_PREFIX = (
    r"(?:on |by |since |in |from |until |during |late on |early on "
    r"|(?:on|by|in) the (?:early |late )?(?:morning|afternoon|evening|night) of )?"
)
_DAY_PART = r"(?: (?:morning|afternoon|evening|night))?"
_UNIT_LEADS = r"(?:since |until |during |over |by )?(?:earlier |later |late |early )?"
_YEAR = r"1[89]\d\d|20\d\d"


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _calendar_rows() -> tuple[tuple[str, str, Reading], ...]:
    name = rf"(?P<mon>{_either(table('dates')['months'])})"
    day = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
    lead = r"(?:in |since |during |until |by )"
    year = r"(?:,? (?P<y>\d{4}))?"
    other = rf"(?:(?P<mon2>{_either(table('dates')['months'])}) )?"
    return (
        ("year", rf"{_PREFIX}(?P<y>\d{{4}})-(?P<m>\d{{2}})-(?P<d>\d{{2}})", calendar_days.iso_day),
        (
            "number month range",
            rf"(?:between|from) {name} {day} (?:and|to) {other}(?P<d2>\d{{1,2}}){year}(?!\d)",
            calendar_days.day_range,
        ),
        (
            "number month range",
            rf"(?:between|from) {day} (?:and|to) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?P<mon2>) {name}\b{year}",
            calendar_days.day_range,
        ),
        ("number month", rf"{_PREFIX}{name}\.? {day}{year}(?!\d)", calendar_days.month_day),
        ("number month", rf"{_PREFIX}(?:the )?{day}(?: of)? {name}\b\.?{year}", calendar_days.month_day),
        ("month third", rf"(?:in |since |by )?(?P<part>early|mid|late)[- ]{name}\b{year}", calendar_days.month),
        (
            "month which",
            rf"{lead}?(?P<which>last|this past|next) {name}\b",
            calendar_days.month_near,
        ),
        ("month", rf"{lead}{name}\b{year}", calendar_days.month),
        ("year month", rf"{name} (?P<y>\d{{4}})", calendar_days.month),
        ("year range", rf"from (?P<y>{_YEAR}) to (?P<y2>{_YEAR})", calendar_days.years),
        ("year", rf"(?:in|since|during|until|by) (?P<y>{_YEAR})(?![\d-])", calendar_days.years),
    )


def _relative_rows() -> tuple[tuple[str, str, Reading], ...]:
    name = rf"(?P<w>{_either(table('dates')['weekdays'])})"
    numbers = _either([*table("numbers")["cardinals"], *table("numbers")["articles"]])
    which = r"(?P<which>last|this|next|this past|early|late)"
    return (
        ("weekday which", rf"{_PREFIX}{which} {name}{_DAY_PART}", relative_days.weekday),
        ("weekday", rf"{_PREFIX}{name}{_DAY_PART}", relative_days.weekday),
        (
            "days",
            rf"(?:since |until |by dawn |at dawn |early |late )?(?:{_either(table('dates')['days'])})",
            relative_days.fixed,
        ),
        (
            "days same",
            r"(?:later |on |by )?(?:the|that) (?P<which>same|next) (?:day|morning|afternoon|evening|night)",
            relative_days.same_day,
        ),
        (
            "weekend",
            r"(?:(?:over|at|during) the|(?:over |during )?(?P<which>last|this past)) weekend",
            relative_days.weekend,
        ),
        ("unit which", rf"{_UNIT_LEADS}(?P<which>this|last|next) (?P<unit>week|month|year)", relative_days.unit),
        (
            "unit counted",
            rf"(?P<n>\d+|{numbers}) (?P<unit>day|week|month|year)s? (?P<to>ago|later|earlier|before)",
            relative_days.count,
        ),
        (
            "unit after",
            rf"(?P<n>\d+|{numbers}|the) (?P<unit>day|week|month|year)s?(?= after [^,])",
            relative_days.before_main,
        ),
        ("unit counted", r"earlier in the (?P<unit>day|week|month|year)", relative_days.so_far),
        ("unit following", r"the (?P<to>next|following|previous) (?P<unit>day|week)", relative_days.count),
    )
