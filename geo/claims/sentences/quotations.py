"""Quotations that run over several sentences, so that the third sentence still has the speaker of the first."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.claims.sentences.cut import Sentence
    from geo.reports.report import Span

_LONGEST = 3000
_CURLY = re.compile(rf"[“«]([^“”«»]{{1,{_LONGEST}}})[”»]")
_STRAIGHT = re.compile(rf'"([^"\n]{{1,{_LONGEST}}})"')


@dataclass(frozen=True, slots=True)
class Quotation:
    """Half-open offsets of the words between quotation marks."""

    start: int
    end: int


def quotations(text: str, body: Sequence[Span]) -> tuple[Quotation, ...]:
    """The quotations of a report, in order; marks pair within a paragraph and within 3,000 characters.

    Args:
        text: The whole text.
        body: The spans to search.

    Returns:
        What may hold several sentences.
    """
    found = []
    for span in body:
        for pattern in (_CURLY, _STRAIGHT):
            found += [Quotation(*match.span(1)) for match in pattern.finditer(text, span.start, span.end)]
    return tuple(sorted(found, key=lambda quotation: quotation.start))


def begun(quoted: Sequence[Quotation], sentence: Sentence) -> Quotation | None:
    """The last quotation that begins in this sentence, or None."""
    last = _before(quoted, sentence.end)
    return quoted[last] if last >= 0 and quoted[last].start >= sentence.start else None


def continued(quoted: Sequence[Quotation], sentence: Sentence) -> Quotation | None:
    """The first quotation that began in an earlier sentence and goes on in this one, or None."""
    first = bisect_left(quoted, sentence.start - _LONGEST, key=lambda quotation: quotation.start)
    last = _before(quoted, sentence.start)
    return next((q for q in quoted[first : last + 1] if q.end > sentence.start), None)


def _before(quoted: Sequence[Quotation], offset: int) -> int:
    """Index of the last quotation that begins before an offset, -1 if none."""
    return bisect_left(quoted, offset, key=lambda quotation: quotation.start) - 1
