"""Comma-separated values (RFC 4180) and their kin with tabs, semicolons or bars: one report a row."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from geo.errors import ReportError
from geo.reports.decode import decode
from geo.reports.formats.columns import map_columns, usual_headings
from geo.reports.formats.rows import row_draft

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.reports.draft import Draft, Refusal
    from geo.reports.options import ReadingOptions

_DELIMITERS = ",;\t|"


def read(data: bytes, options: ReadingOptions) -> Iterator[Draft | Refusal]:
    """Read a table with its headings in the first row.

    Args:
        data: The raw bytes.
        options: Columns that a person named; the limit of rows.

    Yields:
        A draft a row, its part the row's number as a spreadsheet counts it: the headings are row 1, and a cell with
        line ends is one row. Empty rows are left out.

    Raises:
        ReportError: It is no text, has no column for text or date, or too many rows.
    """
    text = decode(data)
    # The module's limit of a cell is lower than reports are long; it holds for all readers, so it is never lowered.
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    headings = [heading.strip() for heading in next(rows, [])]
    mapped = map_columns(headings, options.columns)
    for number, cells in enumerate(rows, start=2):
        if number > options.limits.rows + 1:
            reason = f"it has more than {options.limits.rows:,} rows"
            raise ReportError(reason, "Split it")
        if any(cell.strip() for cell in cells):
            yield row_draft(dict(zip(headings, cells, strict=False)), mapped, f"row {number}")


def _delimiter(text: str) -> str:
    """The delimiter that gives the most headings that are known, or else the most headings."""
    known = {heading for headings in usual_headings().values() for heading in headings}

    def score(delimiter: str) -> tuple[int, int]:
        first = next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])
        return sum(cell.strip().casefold() in known for cell in first), len(first)

    return max(_DELIMITERS, key=score)
