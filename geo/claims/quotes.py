"""Quotations that run over several sentences, so that the third sentence still has the speaker of the first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.claims.tokens import Sentence
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
    """The quotations of a report that may hold several sentences, in order. Marks pair within a paragraph."""
    found = []
    for span in body:
        for pattern in (_CURLY, _STRAIGHT):
            found += [Quotation(*match.span(1)) for match in pattern.finditer(text, span.start, span.end)]
    return tuple(sorted(found, key=lambda quotation: quotation.start))


def begun(quoted: Sequence[Quotation], sentence: Sentence) -> Quotation | None:
    """The last quotation that begins in this sentence, or None."""
    return next((q for q in reversed(quoted) if sentence.start <= q.start < sentence.end), None)


def continued(quoted: Sequence[Quotation], sentence: Sentence) -> Quotation | None:
    """The quotation that began in an earlier sentence and goes on in this one, or None."""
    return next((q for q in quoted if q.start < sentence.start < q.end), None)
