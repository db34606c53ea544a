"""The plain text format: bytes of a `.txt` file to a report."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from geo.errors import ReportError
from geo.reports.decode import decode
from geo.reports.furniture import body_spans
from geo.reports.header import read_header
from geo.reports.report import Report

if TYPE_CHECKING:
    from datetime import date


def parse_text(data: bytes, report_id: str, published: date | None = None) -> Report:
    """Read a report from the bytes of a plain text file.

    Args:
        data: The raw bytes.
        report_id: The report's id.
        published: Day of publication of a text that does not say it; a text that does is believed.

    Returns:
        The report; its offsets count code points of the decoded text, line ends untouched.

    Raises:
        ReportError: The bytes are no text, or the text has no date or no body; the message names no file.
    """
    text = decode(data)
    header = read_header(text)
    day = header.published or published
    if day is None:
        message = "no date was found. Put `date YYYY-MM-DD` on the first line"
        raise ReportError(message)
    body = body_spans(text, header.end, header.title)
    if not body:
        message = "nothing but a header was found. Put the report's text below its date"
        raise ReportError(message)
    return Report(
        id=report_id,
        text=text,
        published=day,
        published_text=header.published_text,
        sha256=hashlib.sha256(data).hexdigest(),
        body=body,
        publisher=header.publisher,
        title=header.title,
        url=header.url,
        language=header.language,
    )
