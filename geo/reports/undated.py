"""Texts of which no date is needed: for those who only look for names in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.errors import ReportError
from geo.reports.decode import decode
from geo.reports.furniture import body_spans
from geo.reports.header import read_header
from geo.reports.read import printable, read_bytes, report_files

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from geo.reports.report import Span


@dataclass(frozen=True, slots=True)
class UndatedText:
    """A text as `Report` has it, without what depends on a date.

    Attributes:
        id: The file's stem.
        text: The whole text as decoded, untouched; offsets point into it.
        body: What is analysed, in order.
    """

    id: str
    text: str
    body: tuple[Span, ...]


def read_undated(paths: Iterable[Path]) -> tuple[tuple[UndatedText, ...], tuple[str, ...]]:
    """Read the texts of files and folders.

    Args:
        paths: Files, or folders, of which the `.txt` files are read in the order of their names.

    Returns:
        The texts, and a sentence for each path that was left out.
    """
    problems: list[str] = []
    texts = []
    for path in (file for given in paths for file in report_files(given, problems)):
        try:
            texts.append(_read(path))
        except ReportError as error:
            problems.append(f"{printable(path)}: {error}.")
    return tuple(texts), tuple(problems)


def _read(path: Path) -> UndatedText:
    text = decode(read_bytes(path))
    header = read_header(text)
    return UndatedText(printable(path.stem), text, body_spans(text, header.end, header.title))
