"""Every kind of time expression: what it looks like, and how its days are read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from geo.claims.claim import DateBasis
from geo.claims.times import calendar_days, relative_days
from geo.claims.words.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from geo.claims.times.calendar_days import Days

    Reading = Callable[[re.Match[str], date, date | None], Days | None]

_LOOKS_AHEAD = re.compile(r"\(\?![^()]*\)$")
_PREFIX = (
    r"(?:on |by |since |in |from |until |during |late on |early on "
    r"|(?:on|by|in) the (?:early |late )?(?:morning|afternoon|evening|night) of )?"
)
_DAY_PART = r"(?: (?:morning|afternoon|evening|night))?"
_UNIT_LEADS = r"(?:since |until |during |over |by )?(?:earlier |later |late |early )?"
_YEAR = r"1[89]\d\d|20\d\d"


@dataclass(frozen=True, slots=True)
class Expression:
    """One kind of expression: the signs without which no text has any, its pattern, and how its days are read."""

    needs: frozenset[str]
    pattern: re.Pattern[str]
    basis: DateBasis
    reading: Reading


@cache
def _all() -> tuple[Expression, ...]:
    """Every kind of expression; earlier ones win."""
    parts = ((DateBasis.EXPLICIT, _calendar_rows()), (DateBasis.RELATIVE, _relative_rows()))
    return tuple(
        Expression(frozenset(needs.split()), _bounded(pattern), basis, reading)
        for basis, part in parts
        for needs, pattern, reading in part
    )


@lru_cache(maxsize=1 << 10)
def expressions_with(signs: frozenset[str]) -> tuple[Expression, ...]:
    """The kinds of expression that a text with these signs may hold."""
    return tuple(row for row in _all() if row.needs <= signs)


def _bounded(pattern: str) -> re.Pattern[str]:
    # A pattern that ends by looking ahead says itself where it ends.
    ends = _LOOKS_AHEAD.search(pattern) is not None
    return re.compile(rf"\b{pattern}" if ends else rf"\b{pattern}\b", re.IGNORECASE)


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
