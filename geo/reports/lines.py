"""Lines of a text with their offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.reports.report import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# From the first to the last code point of a line that is no blank.
LINE = re.compile(r"\S(?:[^\r\n]*\S)?")


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its line end and the blanks around it: `text[start:end] == words`.

    Attributes:
        words: The line, never empty.
        start: Offset of its first code point.
        end: One past the last one.
    """

    words: str
    start: int
    end: int


def lines(text: str, start: int = 0) -> Iterator[Line]:
    """The lines of `text` from the offset `start` that are not blank."""
    for match in LINE.finditer(text, start):
        yield Line(match[0], match.start(), match.end())


def strip(text: str, span: Span) -> Span:
    """The span without blanks at its ends; an empty span where there is nothing else."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))
