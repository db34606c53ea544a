"""The sentence being read: where it stands in its report, and its chunks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.claims.chunks.chunk import Row
    from geo.claims.sentences.cut import Sentence
    from geo.reports.report import Report


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a report, with its chunks."""

    report: Report
    sentence: Sentence
    row: Row

    @property
    def text(self) -> str:
        """The sentence, verbatim."""
        return self.report.text[self.sentence.start : self.sentence.end]

    def span(self, at: int) -> tuple[int, int]:
        """Half-open offsets of the chunk at `at` in the report's text."""
        one, tokens = self.row[at], self.sentence.tokens
        return tokens[one.start].start, tokens[one.end - 1].end
