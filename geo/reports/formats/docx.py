"""Word documents (python-docx): paragraphs and tables in order, as they read when all changes are accepted."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from docx import Document

from geo.errors import ReportError
from geo.reports.archive import check_package
from geo.reports.draft import Draft, Said
from geo.reports.formats.flow import rejoined
from geo.reports.report import DateBasis

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from geo.reports.options import ReadingOptions

_WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = frozenset((*(f"{_WORDS}{name}" for name in ("del", "moveFrom", "instrText", "pPr", "rPr")), _FALLBACK))
_SIGNS = {f"{_WORDS}tab": " ", f"{_WORDS}br": "\n", f"{_WORDS}cr": "\n", f"{_WORDS}noBreakHyphen": "-"}
_PARAGRAPH, _ROW, _CELL = f"{_WORDS}p", f"{_WORDS}tr", f"{_WORDS}tc"


def read(data: bytes, options: ReadingOptions) -> Iterator[Draft]:
    """Read a Word document.

    Each paragraph is one line of the text, and so is each row of a table, its cells parted by tabs. Line ends that were
    typed within a paragraph stay, unless the next line plainly goes on with the sentence. Insertions are read and
    deletions are not. Heads, feet, notes and comments are left out.

    Args:
        data: The raw bytes.
        options: Limits of what may be unpacked.

    Yields:
        The text. Its date is that of the document's making, unless the text states one.

    Raises:
        ReportError: It is no such document, too large unpacked, or holds no text.
    """
    check_package(data, options.limits)
    document = Document(io.BytesIO(data))
    text = "\n".join(line for line in _lines(document.element.body) if line.strip())
    if not text:
        reason = "the document holds no text"
        raise ReportError(reason, "Check that it was saved whole")
    properties = document.core_properties
    yield Draft(
        text=text,
        day=_made(properties.created),
        basis=DateBasis.CREATED,
        title=Said(properties.title, "the document's properties (title)") if properties.title else None,
        language=(properties.language or "").partition("-")[0].casefold() or None,
    )


def _made(created: datetime | None) -> Said | None:
    return Said(created.date().isoformat(), "the document's properties (created)") if created else None


def _lines(element: Any) -> Iterator[str]:  # noqa: ANN401 - lxml ships no types
    """The paragraphs and rows below an element, in order, whatever frames and fields they lie in."""
    for child in element:
        if child.tag == _PARAGRAPH:
            yield rejoined("".join(_pieces(child)).split("\n"))
        elif child.tag == _ROW:
            yield "\t".join(" ".join(" ".join(_lines(cell)).split()) for cell in child.iterchildren(_CELL))
        elif child.tag not in _LEFT_OUT:
            yield from _lines(child)


def _pieces(element: Any) -> Iterator[str]:  # noqa: ANN401 - lxml ships no types
    """The text of a paragraph; the library's own leaves out what was inserted while changes were tracked."""
    for child in element:
        if child.tag in _LEFT_OUT:
            continue
        if child.tag == f"{_WORDS}t":
            yield child.text or ""
        else:
            yield _SIGNS.get(child.tag, "")
            yield from _pieces(child)
