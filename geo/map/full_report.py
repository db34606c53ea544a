"""A whole report with the sentence of a claim marked in it, ready for JSON. Its text stays as it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geo.control.wording import day_words

if TYPE_CHECKING:
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


def marked_report(report: Report, start: int, end: int) -> Json:
    """A report cut at a sentence, so that a browser need not count code points.

    Args:
        report: The report.
        start: Offset of the sentence, in code points; one outside the text means its nearest end.
        end: One past its last code point.

    Returns:
        `title`, `source`, and the text as `before`, `marked` and `after`.
    """
    text = report.text
    first = min(max(start, 0), len(text))
    last = min(max(end, first), len(text))
    record = report_record(report)
    del record["text"]
    return record | {"before": text[:first], "marked": text[first:last], "after": text[last:]}
