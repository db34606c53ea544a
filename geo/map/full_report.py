"""A whole report with the sentence of a claim marked in it, ready for JSON. Its text stays as it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geo.control.wording import day_words
from geo.explain.pieces import pieces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.explain.marks import Mark
    from geo.explain.pieces import Piece
    from geo.reports.report import Report

Json = dict[str, Any]
BEGINNING = 60  # letters


def report_words(report: Report) -> str:
    """What a report is called: publisher and title, else the words that it begins with."""
    return " · ".join(filter(None, (report.publisher, report.title))) or f"“{beginning(report)}”"


def beginning(report: Report) -> str:
    """The first words of what a report says, without its header."""
    words = " ".join(report.text[span.start : span.end] for span in report.body[:1]).split()
    told = ""
    for word in words:
        if len(told) + len(word) > BEGINNING:
            return f"{told.strip()} …" if told else f"{word[:BEGINNING]} …"
        told += f"{word} "
    return told.strip()


def report_record(report: Report) -> Json:
    """Heading and text of a report.

    Args:
        report: The report.

    Returns:
        `title`, `source` and `text`, verbatim.
    """
    facts = (report.publisher, f"published {day_words(report.published, 0)}", report.url)
    return {
        "title": report.title or f"“{beginning(report)}”",
        "source": " · ".join(filter(None, facts)),
        "text": report.text,
    }


def marked_report(report: Report, start: int, end: int, marks: Sequence[Mark] = ()) -> Json:
    """A report cut at a sentence and at its marks, so that a browser need not count code points.

    Args:
        report: The report.
        start: Offset of the sentence, in code points; one outside the text means its nearest end.
        end: One past its last code point.
        marks: What was read in it, in order, not overlapping.

    Returns:
        `title`, `source`, and the text as `before`, `marked` and `after`: lists of pieces, each with its `text` and,
        where it is marked, with `kind` and `note`.
    """
    first = min(max(start, 0), len(report.text))
    last = min(max(end, first), len(report.text))
    record = report_record(report)
    del record["text"]
    parts = {"before": (0, first), "marked": (first, last), "after": (last, len(report.text))}
    return record | {
        name: [_piece(piece) for piece in pieces(report.text, marks, *span)] for name, span in parts.items()
    }


def _piece(piece: Piece) -> Json:
    mark = piece.mark
    return {"text": piece.text} | ({"kind": mark.kind.value, "note": mark.note} if mark else {})
