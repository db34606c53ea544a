"""What a reader of a format finds in the bytes of a file, before it is judged whether that makes a report."""

from __future__ import annotations

from dataclasses import dataclass

from geo.reports.report import DateBasis


@dataclass(frozen=True, slots=True)
class Said:
    """Something that a document says of itself.

    Attributes:
        words: What it says, as written.
        where: Where it says so, fit to be shown to a person.
    """

    words: str
    where: str


@dataclass(frozen=True, slots=True)
class Draft:
    """One text of a file, with what the file says of it.

    Attributes:
        text: The text, final: all offsets will point into it.
        day: The date in the document's metadata, None where there is none.
        basis: What kind of date `day` is. A date that the text itself states beats one of basis CREATED.
        title: Title, or None.
        publisher: Publisher, or None.
        url: Address, or None.
        language: ISO 639 code, or None.
        part: Which part of the file it is (`row 12`); empty for the whole file.
        record: The part's own content, of which the hash is taken; None where that is the whole file.
    """

    text: str
    day: Said | None = None
    basis: DateBasis = DateBasis.STATED
    title: Said | None = None
    publisher: Said | None = None
    url: str | None = None
    language: str | None = None
    part: str = ""
    record: str | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A part of a file that cannot be read, while others may be."""

    part: str
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file inside of a file, such as one attached to a mail; it is read as if it lay beside it."""

    name: str
    data: bytes


Part = Draft | Refusal | Enclosure
