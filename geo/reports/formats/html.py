"""Web pages: the article without menus, advertisements and comments (trafilatura), and what the page says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trafilatura import bare_extraction
from trafilatura.settings import Document

from geo.errors import ReportError
from geo.reports.draft import Draft, Said
from geo.reports.formats.markup import block_text, page_text, tree_of
from geo.reports.formats.page_metadata import address, language, published_day, publisher, title
from geo.reports.header import find_date_line
from geo.reports.report import DateBasis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.reports.options import ReadingOptions

# Lines above and below a headline in which its day is looked for.
_NEAR = 5


def read(data: bytes, options: ReadingOptions) -> Iterator[Draft]:  # noqa: ARG001 - every reader is called so
    """Read a saved web page.

    The text has one paragraph a line. As in a browser, white space and line ends within a paragraph are one space, and
    hyphens that only mark where a word may be parted are gone; characters written as entities are the characters. A
    sentence broken over lines of the source is therefore whole.

    Args:
        data: The raw bytes.
        options: Not used.

    Yields:
        The article; its text is the one that all offsets point into.

    Raises:
        ReportError: There is no text.
    """
    source = page_text(data)
    tree = tree_of(source)
    headline = title(tree)
    text = _article(source) or block_text(tree)
    if not text.strip():
        reason = "the page holds no text"
        raise ReportError(
            reason, "It may be made by scripts: save it from a browser, or copy its text into a .txt file"
        )
    day = published_day(tree)
    shown = None if day else _shown_day(block_text(tree).split("\n"), headline)
    yield Draft(
        text=text,
        day=day or shown,
        basis=DateBasis.PUBLISHED if day else DateBasis.STATED,
        title=headline,
        publisher=publisher(tree),
        url=address(tree),
        language=language(tree),
    )


def _shown_day(lines: list[str], headline: Said | None) -> Said | None:
    """The day that stands on a line of its own near the headline, where a reader of the page would look for it."""
    at = next((number for number, line in enumerate(lines) if headline and line == headline.words), None)
    day = find_date_line(lines[max(0, at - _NEAR) : at + 1 + _NEAR]) if at is not None else None
    return Said(day, "a line beside its headline") if day else None


def _article(source: str) -> str:
    found = bare_extraction(source, include_comments=False, with_metadata=False)
    return (found.text or "") if isinstance(found, Document) else ""
