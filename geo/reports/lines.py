"""Lines of a text with their offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.reports.report import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its line end and the blanks around it: `text[start:end] == words`.

    Attributes:
        words: The line.
        start: Offset of its first code point that is no blank.
        end: One past the last one.
        next: Offset of the next line.
    """

    words: str
    start: int
    end: int
    next: int


def lines(text: str, start: int = 0) -> Iterator[Line]:
    """The lines of `text` from the offset `start`, blank ones too."""
    while start < len(text):
        match = LINE.match(text, start)
        if match is None:
            return
        span = strip(text, Span(match.start(), match.end()))
        yield Line(text[span.start : span.end], span.start, span.end, match.end())
        start = match.end()


def strip(text: str, span: Span) -> Span:
    """The span without blanks at its ends; an empty span where there is nothing else."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))
