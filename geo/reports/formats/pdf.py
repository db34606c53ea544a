"""PDF (pypdf): the text of all pages, with its lines put together to paragraphs."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from geo.errors import ReportError
from geo.reports.draft import Draft, Said
from geo.reports.formats.flow import LIGATURES, rejoined
from geo.reports.formats.page_edges import without_edges
from geo.reports.report import DateBasis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.reports.options import ReadingOptions

_LOCKED = ("it is locked with a password", "Save it without one, or save its text as .txt")


def read(data: bytes, options: ReadingOptions) -> Iterator[Draft]:
    """Read a PDF.

    A PDF knows no paragraphs, only lines: they are put together as `geo.reports.formats.flow` tells, over pages too.
    Running heads, feet and page numbers are left out; letters that are set as one (`ﬁ`) are two again. What results is
    the text that all offsets point into.

    Args:
        data: The raw bytes.
        options: The limit of pages.

    Yields:
        The text. Its date is that of the file's making, unless the text states one.

    Raises:
        ReportError: It is locked, has too many pages, or no text.
    """
    reader = PdfReader(io.BytesIO(data))
    _unlock(reader)
    count = len(reader.pages)
    if count > options.limits.pages:
        reason = f"it has {count:,} pages, the limit is {options.limits.pages:,}"
        raise ReportError(reason, "Split it")
    pages = without_edges([_lines(page.extract_text()) for page in reader.pages])
    text = rejoined(line for page in pages for line in page)
    if not text:
        reason = "its pages hold pictures and no text"
        raise ReportError(reason, "Run text recognition (OCR) over it and give its text")
    title, made = _metadata(reader)
    yield Draft(text, day=made, basis=DateBasis.CREATED, title=title)


def _unlock(reader: PdfReader) -> None:
    """Open what is only locked against changes."""
    try:
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReportError(*_LOCKED)
    except (PyPdfError, NotImplementedError):
        raise ReportError(*_LOCKED) from None


def _lines(text: str) -> list[str]:
    return [line.translate(LIGATURES) for line in text.splitlines() if line.strip()]


def _metadata(reader: PdfReader) -> tuple[Said | None, Said | None]:
    """Title and day of making; metadata that cannot be read says nothing."""
    try:
        found = reader.metadata
        title, made = (found.title, found.creation_date) if found else (None, None)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError):
        return None, None
    day = Said(made.date().isoformat(), "the file's metadata (CreationDate)") if made else None
    return Said(title, "the file's metadata (Title)") if title and title.strip() else None, day
