"""A report: one dated text, kept exactly as it was written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - dataclass fields are read at run time


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points of a report's untouched text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Report:
    """One dated text.

    Attributes:
        id: The file's stem; unique within one set of reports.
        text: The whole text as decoded, untouched. Every offset in Claimline points into it.
        published: Day of publication.
        published_text: The words that the day was read from.
        sha256: Of the raw bytes, in hexadecimal.
        body: What is analysed: spans of `text` without header lines and page furniture, in order.
        publisher: As the report itself says, else None. Never guessed.
        title: As the report itself says, else None.
        url: As the report itself says, else None.
        language: ISO 639 code, as the report itself says, else None.
    """

    id: str
    text: str
    published: date
    published_text: str
    sha256: str
    body: tuple[Span, ...]
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
