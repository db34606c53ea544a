"""A report: one dated text, kept exactly as it was written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - dataclass fields are read at run time
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points of a report's untouched text."""

    start: int
    end: int


class DateBasis(StrEnum):
    """What kind of statement the day of publication was read from, the surest first."""

    STATED = "stated"  # the report's own words, or a column or field for the date
    PUBLISHED = "published"  # metadata for the day of publication
    SENT = "sent"  # the date of a mail
    GIVEN = "given"  # said by the person who handed the report over
    CREATED = "created"  # when the file was made: the weakest, a report may be saved years later


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a report, and what is known about it, was read from. Each is fit to be shown to a person.

    Attributes:
        source: The file, place in a file (`week.zip/a.pdf`; `list.csv, row 12`) or address that the report comes from.
        format: What kind of file it is: a name of `formats.toml`, such as "html".
        date_basis: What kind of statement the day of publication was read from.
        published: Where that statement stands: "meta article:published_time", "column 'Date'", "its first lines".
        publisher: Where the publisher's name stands; empty where there is none.
        title: Where the title stands; empty where there is none.
    """

    source: str = ""
    format: str = "txt"
    date_basis: DateBasis = DateBasis.STATED
    published: str = ""
    publisher: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """One dated text.

    Attributes:
        id: The file's stem; unique within one set of reports.
        text: The whole text. Every offset in Claimline points into it. Of a plain text file it is the file as decoded,
            untouched; of every other format, the text as its reader drew it out of the file (`geo/reports/formats/`).
        published: Day of publication.
        published_text: The words that the day was read from; empty where it was given with the report.
        sha256: Of the raw bytes, in hexadecimal.
        body: What is analysed: spans of `text` without header lines and page furniture, in order.
        publisher: As the report itself says, else None. Never guessed.
        title: As the report itself says, else None.
        url: As the report itself says, else None.
        language: ISO 639 code, as the report itself says, else None.
        provenance: Where the report, its date, publisher and title were read from.
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
    provenance: Provenance = Provenance()
