"""Page furniture: the parts of a web page's text that are no part of the article. The patterns are data."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from geo.reports.lines import lines, strip
from geo.reports.report import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

LIST_MARKS = " \t\u00a0\u2022\u00b7*|\u2013\u2014-\u00bb\u203a>"
# Nothing that a page repeats word for word is longer; longer lines are prose.
LONGEST_LINE = 400


@lru_cache(maxsize=1)
def furniture_patterns() -> dict[str, list[dict[str, Any]]]:
    """The records of `furniture.toml` by kind: `line`, `tail`, `span`; each has name, pattern, example and not."""
    return tomllib.loads(files("geo.reports").joinpath("furniture.toml").read_text(encoding="utf-8"))


def is_furniture(line: str) -> bool:
    """Whether a whole line is page furniture."""
    return _matches(line, "line") or _matches(line, "tail")


def body_spans(text: str, start: int, title: str | None = None) -> tuple[Span, ...]:
    """What of a text is the article.

    Args:
        text: The whole text of the report.
        start: Offset at which the body begins, after the header.
        title: The headline; a line that repeats it is left out.

    Returns:
        Spans of `text`, half-open, in order and not touching, none empty or blank at its ends.
    """
    spans: list[Span] = []
    for line in _article_lines(text, start, title):
        spans.extend(_without_credits(text, line))
    return _joined(text, spans)


def _article_lines(text: str, start: int, title: str | None) -> Iterator[Span]:
    """The lines of the article."""
    headline = _plain(title) if title else None
    for line in lines(text, start):
        if _matches(line.words, "tail"):
            return
        if not _matches(line.words, "line") and _plain(line.words) != headline:
            yield Span(line.start, line.end)


def _without_credits(text: str, line: Span) -> Iterator[Span]:
    """What is left of a line without credits in brackets."""
    start = line.start
    for match in _span_pattern().finditer(text, line.start, line.end):
        yield strip(text, Span(start, match.start()))
        start = match.end()
    yield strip(text, Span(start, line.end))


def _joined(text: str, spans: list[Span]) -> tuple[Span, ...]:
    """Make one span of neighbours with nothing but blanks between them."""
    joined: list[Span] = []
    for span in spans:
        if span.start == span.end:
            continue
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)


def _plain(line: str) -> str:
    return " ".join(line.strip(LIST_MARKS).casefold().split())


def _matches(line: str, kind: str) -> bool:
    return len(line) <= LONGEST_LINE and _whole(kind).fullmatch(line.strip(LIST_MARKS)) is not None


@lru_cache(maxsize=2)
def _whole(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one['pattern']})" for one in furniture_patterns()[kind]), re.IGNORECASE)


@lru_cache(maxsize=1)
def _span_pattern() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one['pattern']})" for one in furniture_patterns()["span"]), re.IGNORECASE)
