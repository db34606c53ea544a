"""The head of a plain text report: `date 2021-08-22 Text…`, a block of `title:`-like lines, or a web page's own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from geo.errors import ReportError
from geo.reports.dates import DayFound, date_words, find_day
from geo.reports.furniture import is_furniture
from geo.reports.lines import Line, lines

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

FIELD = re.compile(r"(title|publisher|url|date|language)\s*:\s*(.*)", re.IGNORECASE)
DATE_WORD = re.compile(r"date\s+(?=\d)", re.IGNORECASE)
TIME = re.compile(
    r"[\s,.|]*(?:at )?(?:\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?)?\s*(?:[A-Z]{2,4}|[+-]\d\d:?\d\d)?"
)
# A web page gives its date near its head: within so many lines that are not blank, none longer than so many letters.
HEAD_LINES = 10
HEAD_LETTERS = 200
PROSE = re.compile(r"[.!?…。؟][\"'\u201d\u2019\u00bb)\]]*$")


@dataclass(frozen=True, slots=True)
class Header:
    """What the head of a report says about it.

    Attributes:
        end: Offset of the first code point after the header; the body begins there.
        published: Day of publication, None where the head gives none.
        published_text: The words that it was read from.
        title: Headline, or None.
        publisher: Publisher, or None.
        url: Address, or None.
        language: ISO 639 code, or None.
    """

    end: int = 0
    published: date | None = None
    published_text: str = ""
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None


def read_header(text: str) -> Header:
    """Read the head of a report.

    Args:
        text: The whole text.

    Returns:
        What it says; `published` is None where no date was found.

    Raises:
        ReportError: A date is there but cannot be read, or can mean two days.
    """
    header = _block(text)
    return header if header.published else _page_head(text, header)


def _block(text: str) -> Header:
    """Read `name: value` lines, in any order, up to the first line that is none."""
    fields: dict[str, str] = {}
    date_line: Line | None = None
    end = 0
    for line in lines(text):
        field = FIELD.match(line.words)
        if field and field[1].casefold() not in fields:
            fields[field[1].casefold()] = field[2]
        dated = (field and field[1].casefold() == "date") or DATE_WORD.match(line.words)
        if dated and date_line is None:
            date_line = line
        elif not field:
            break
        end = line.end
        if date_line is line and not field:
            break
    header = Header(
        end,
        title=fields.get("title") or None,
        publisher=fields.get("publisher") or None,
        url=fields.get("url") or None,
        language=fields.get("language") or None,
    )
    return _with_date(text, header, date_line) if date_line else header


def _with_date(text: str, header: Header, line: Line) -> Header:
    """Add the date of a `date …` line; words after it on that line are the report's own."""
    start = line.start + len("date")
    start += len(text[start : line.end]) - len(text[start : line.end].lstrip(" \t:"))
    head = text[start : min(line.end, start + HEAD_LETTERS)]
    found = find_day(head, header.language)
    if found is None or not _leads(head, found):
        reason = f"the date {head.split('  ')[0][:40]!r} cannot be read"
        raise ReportError(reason, "Write it as YYYY-MM-DD")
    words, rest = head[found.start : found.end], start + found.end
    # The report itself may go on behind the date.
    end = header.end if not text[rest : line.end] or TIME.fullmatch(text[rest : line.end]) else rest
    return replace(header, end=end, published=found.day, published_text=words)


def _leads(head: str, found: DayFound) -> bool:
    """Only a weekday may stand before the date."""
    return not re.search(r"\d", head[: found.start]) and len(head[: found.start].split()) <= 1


def _page_head(text: str, header: Header) -> Header:
    """Find the date line of a web page's text, and the headline above it."""
    near = list(islice(lines(text, header.end), HEAD_LINES))
    for words in (*_date_heads(), ""):
        for line in near:
            found = _date_line(line, words, header.language)
            if found:
                above = [one for one in near if one.start < line.start]
                return replace(
                    header,
                    published=found.day,
                    published_text=line.words[found.start : found.end],
                    title=header.title or _headline(above),
                    end=_prose_start(above, line.end),
                )
    return header


def is_date_line(line: str) -> bool:
    """Whether a line gives a day of publication and nothing else, as `Published August 21, 2021`."""
    return find_date_line([line]) is not None


def find_date_line(near: Sequence[str]) -> str | None:
    """The line that gives a day of publication, as `Published August 21, 2021`; those that say so come first.

    Args:
        near: Lines near the head of a text.

    Returns:
        The line, also where its day can mean two; None where there is none.
    """
    for words in (*_date_heads(), ""):
        for line in near:
            try:
                if line.strip() and _date_line(Line(line.strip(), 0, len(line)), words, None):
                    return line
            except ReportError:
                return line
    return None


@lru_cache(maxsize=1)
def _date_heads() -> tuple[str, ...]:
    """Patterns of the words before a date, the surer kind first."""
    heads = date_words()["head"]
    kinds = (heads["published"], heads["updated"])
    return tuple("|".join(re.escape(word) for word in sorted(kind, key=len, reverse=True)) for kind in kinds)


def _date_line(line: Line, words: str, language: str | None) -> DayFound | None:
    """The date of a line such as `• Published August 21, 2021`; without `words`, of a line that is nothing else."""
    head = re.match(rf"\W*(?:{words})\s*:?\s*", line.words, re.IGNORECASE)
    if head is None or len(line.words) > HEAD_LETTERS:
        return None
    rest = line.words[head.end() :]
    found = find_day(rest, language)
    if found is None or (not words and not (_leads(rest, found) and TIME.fullmatch(rest[found.end :]))):
        return None
    return DayFound(found.day, head.end() + found.start, head.end() + found.end)


def _headline(above: list[Line]) -> str | None:
    candidates = [line.words for line in above if not is_furniture(line.words)]
    return candidates[-1] if candidates else None


def _prose_start(above: list[Line], after: int) -> int:
    """Text above the date is a page's menu and headlines, unless it is written in sentences."""
    return next((line.start for line in above if PROSE.search(line.words) and len(line.words) > HEAD_LETTERS), after)
