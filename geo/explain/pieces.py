"""A report's text cut at its marks, so that whoever draws it need not count code points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from geo.explain.marks import Mark


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, marked or plain; pieces joined are the text."""

    text: str
    mark: Mark | None = None


def pieces(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> Iterator[Piece]:
    """Cut a text at its marks.

    Args:
        text: A report's whole text.
        marks: In order, not overlapping.
        start: First code point to cut.
        end: One past the last; None is the end of the text.

    Yields:
        Pieces in order, none of them empty. Their texts joined are `text[start:end]`.
    """
    at, stop = start, len(text) if end is None else end
    for mark in marks:
        if mark.start < at or mark.end > stop:
            continue
        if mark.start > at:
            yield Piece(text[at : mark.start])
        yield Piece(text[mark.start : mark.end], mark)
        at = mark.end
    if at < stop:
        yield Piece(text[at:stop])
