"""Days of publication as headers and web pages write them, in many languages. Nothing is guessed."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from babel import Locale, UnknownLocaleError

from geo.errors import ReportError

if TYPE_CHECKING:
    from collections.abc import Iterator

MONTHS = 12
# The years of other calendars (1400 in Iran, 2564 in Thailand) must not pass for ours.
YEARS = range(1900, 2100)
YEAR = r"(?P<year>\d{4})(?!\d)"
DAY = r"(?P<day>\d{1,2})(?!\d)"
TIME = r"(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?"
# Several scripts write vowels as marks, which are no letters to a regular expression.
LETTER = r"[^\W\d_]"
MARK = r"['\u2019\u0300-\u036f\u0900-\u0e7f\u1000-\u109f\u1780-\u17ff]"
# One word, perhaps with a figure before or after it: "August", "8월", "tháng 8".
MONTH = rf"(?<!\w)(?P<month>\d{{0,2}}{LETTER}(?:{LETTER}|{MARK})*(?: \d{{1,2}}(?=,))?)"


@dataclass(frozen=True, slots=True)
class DayFound:
    """A day read from words: `text[start:end]` are the words."""

    day: date
    start: int
    end: int


@lru_cache(maxsize=1)
def date_words() -> dict[str, Any]:
    """The words of `dates.toml`."""
    return tomllib.loads(files("geo.reports").joinpath("dates.toml").read_text(encoding="utf-8"))


def find_day(text: str, language: str | None = None) -> DayFound | None:
    """Find the first day that a text writes out in full.

    Args:
        text: One line, such as `Published August 22, 2021`.
        language: ISO 639 code of the text, where known; decides month names that mean two months.

    Returns:
        The day with the place of its words, or None where there is none.

    Raises:
        ReportError: The words can mean two days, as `03/04/2021`.
    """
    found = (*_year_first(text), *_numeric(text), *_month_in_words(text, language))
    return min(found, key=lambda one: (one.start, -one.end), default=None)


def _year_first(text: str) -> Iterator[DayFound]:
    separators = r"(?:(?P<mark>[-/.])|[年년]\s*)(?P<month>\d{1,2})(?:(?(mark)(?P=mark)|[月월]\s*))"
    for match in re.finditer(rf"(?<!\d){YEAR}{separators}{DAY}[日일]?{TIME}", text):
        yield from _build(match, int(match["year"]), int(match["month"]), int(match["day"]))


def _numeric(text: str) -> Iterator[DayFound]:
    pattern = r"(?<![\d.])(?P<first>\d{1,2})(?P<mark>[-/.])(?P<second>\d{1,2})(?P=mark)" + YEAR
    for match in re.finditer(pattern, text):
        first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
        # Written with dots the day always comes first; with slashes that depends on the country.
        if match["mark"] != "." and first != second and max(first, second) <= MONTHS:
            reason = f"the date {match[0]!r} can mean two days"
            raise ReportError(reason, "Write it as YYYY-MM-DD")
        month, day = (first, second) if match["mark"] != "." and second > MONTHS else (second, first)
        yield from _build(match, year, month, day)


def _month_in_words(text: str, language: str | None) -> Iterator[DayFound]:
    for pattern in _patterns():
        for match in pattern.finditer(text):
            month = _month(match["month"], language)
            if month:
                yield from _build(match, int(match["year"]), month, int(match["day"]))


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    words = date_words()
    ordinal = rf"(?:{'|'.join(words['ordinals'])}|\.)?"
    link = rf"(?:[\s,.\-\u2013]|\b(?:{'|'.join(words['connectors'])})\b['\u2019]?)*"
    day = rf"(?<!\d){DAY}{ordinal}"
    forms = (
        f"{day}{link}{MONTH}{link}{YEAR}",
        f"{MONTH}{link}{day}{link}{YEAR}",
        f"(?<!\\d){YEAR}{link}{MONTH}{link}{day}",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


def _month(word: str, language: str | None) -> int | None:
    """The month that a word names: in the report's language, else in English, else where all languages agree."""
    key = _key(word)
    for known in (language, "en"):
        month = _names(known).get(key) if known else None
        if month:
            return month
    meanings = {month: locale for locale in _locales_of(key) if (month := _names(locale).get(key))}
    if len(meanings) > 1:
        reading = " and ".join(f"month {month} in {meanings[month]!r}" for month in sorted(meanings))
        reason = f"{word!r} means {reading}"
        raise ReportError(reason, "Add a `language:` line, or write the date as YYYY-MM-DD")
    return next(iter(meanings), None)


def _locales_of(word: str) -> Iterator[str]:
    """The locales that write with a word's letters."""
    letters = {unicodedata.name(char, "").partition(" ")[0] for char in word if char.isalpha()}
    for written, locales in date_words()["locales"].items():
        yield from locales if written in letters else ()


@lru_cache(maxsize=256)
def _names(locale: str) -> dict[str, int]:
    """Month names of a locale; a name that it uses for two months is left out."""
    parsed = _locale(locale)
    if parsed is None:
        return {}
    names: dict[str, set[int]] = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for month, name in parsed.months[context][width].items():
                names.setdefault(_key(name), set()).add(month)
    if parsed.language == "en":
        names.update({word: {month} for word, month in date_words()["abbreviations"].items()})
    return {name: min(months) for name, months in names.items() if len(months) == 1 and not name.isdigit()}


def _locale(code: str) -> Locale | None:
    try:
        return Locale.parse(code.replace("-", "_"))
    except (ValueError, LookupError, UnknownLocaleError):
        return None


def _key(word: str) -> str:
    return word.casefold().strip(" .")


def _build(match: re.Match[str], year: int, month: int, day: int) -> Iterator[DayFound]:
    if year not in YEARS:
        return
    try:
        yield DayFound(date(year, month, day), match.start(), match.end())
    except ValueError:
        return
