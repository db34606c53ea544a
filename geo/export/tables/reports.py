"""The table of reports. It holds no text of theirs: that is their publishers'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.export.column import Column, Table, Type
from geo.export.rows import report_rows

if TYPE_CHECKING:
    from geo.reports.report import Report

COLUMNS: tuple[Column[Report], ...] = (
    Column("report", Type.TEXT, "Id of the report", lambda report: report.id),
    Column("published", Type.DAY, "Day of publication", lambda report: report.published),
    Column("published_text", Type.TEXT, "The words that the day was read from", lambda report: report.published_text),
    Column("publisher", Type.TEXT, "As the report says itself", lambda report: report.publisher),
    Column("title", Type.TEXT, "As the report says itself", lambda report: report.title),
    Column("url", Type.TEXT, "As the report says itself", lambda report: report.url),
    Column("language", Type.TEXT, "ISO 639 code, as the report says itself", lambda report: report.language),
    Column("characters", Type.INTEGER, "Length of its text in code points", lambda report: len(report.text)),
    Column("sha256", Type.TEXT, "SHA-256 of its bytes, hexadecimal", lambda report: report.sha256),
)

REPORTS = Table("reports", "One row a report; its text belongs to its publisher.", COLUMNS, report_rows)
