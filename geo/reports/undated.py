"""Texts of which no date is needed: for those who only look for names in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.errors import ReportError
from geo.reports.drafts import Found, stream_drafts
from geo.reports.furniture import body_spans
from geo.reports.header import read_header
from geo.reports.options import ReadingOptions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.reports.inputs import Input
    from geo.reports.report import Span

_DEFAULTS = ReadingOptions()


@dataclass(frozen=True, slots=True)
class UndatedText:
    """A text as `Report` has it, without what depends on a date.

    Attributes:
        id: The file's stem.
        text: The whole text; offsets point into it.
        body: What is analysed, in order.
    """

    id: str
    text: str
    body: tuple[Span, ...]


def read_undated(
    inputs: Iterable[Input], options: ReadingOptions = _DEFAULTS
) -> tuple[tuple[UndatedText, ...], tuple[str, ...]]:
    """Read the texts of files and folders.

    Args:
        inputs: What to read, as for reports.
        options: Columns of tables, limits.

    Returns:
        The texts, and a sentence for each path that was left out.
    """
    texts: list[UndatedText] = []
    problems: list[str] = []
    for found in stream_drafts(inputs, options, {}):
        if not isinstance(found, Found):
            problems.append(str(found))
            continue
        try:
            texts.append(_undated(found))
        except ReportError as error:
            problems.append(f"{found.origin.source}: {error}.")
    return tuple(texts), tuple(problems)


def _undated(found: Found) -> UndatedText:
    text = found.draft.text
    header = read_header(text)
    return UndatedText(found.origin.report_id, text, body_spans(text, header.end, header.title))
