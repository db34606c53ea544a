"""Spreadsheets (calamine): .xlsx, .xls, .ods; one report a row, on every sheet that has a column for text and date."""

from __future__ import annotations

import io
from datetime import datetime, time
from itertools import islice
from typing import TYPE_CHECKING

from python_calamine import CalamineWorkbook, SheetVisibleEnum

from geo.errors import ReportError
from geo.reports.archive import check_package
from geo.reports.draft import Refusal
from geo.reports.formats.columns import map_columns
from geo.reports.formats.rows import row_draft

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.reports.draft import Draft
    from geo.reports.options import ReadingOptions

    Row = tuple[int, list[str]]

# A title and notes may stand above the headings.
_MOST_ABOVE = 10
_ZIP_START = b"PK"


def read(data: bytes, options: ReadingOptions) -> Iterator[Draft | Refusal]:
    """Read the visible sheets of a spreadsheet. Of formulas, the values that were saved with them are read.

    Args:
        data: The raw bytes.
        options: Columns that a person named; the limit of rows.

    Yields:
        A draft a row, its part the row's number as the spreadsheet shows it; a refusal for each sheet without a column
        for text or date. Empty sheets and rows are left out.

    Raises:
        ReportError: It is too large unpacked, or has too many rows.
    """
    if data.startswith(_ZIP_START):
        check_package(data, options.limits)
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    names = [one.name for one in book.sheets_metadata if one.visible is SheetVisibleEnum.Visible]
    for name in names:
        yield from _sheet(_rows(book, name), f"sheet {name!r}, " if len(names) > 1 else "", options)


def _rows(book: CalamineWorkbook, name: str) -> Iterator[Row]:
    """The rows that are not empty, with their numbers."""
    for number, cells in enumerate(book.get_sheet_by_name(name).iter_rows(), start=1):
        words = [_words(cell) for cell in cells]
        if any(words):
            yield number, words


def _sheet(rows: Iterator[Row], sheet: str, options: ReadingOptions) -> Iterator[Draft | Refusal]:
    above = list(islice(rows, _MOST_ABOVE))
    if not above:
        return
    try:
        at, mapped = _headings([cells for _, cells in above], options)
    except ReportError as error:
        yield Refusal(f"{sheet}row {above[0][0]}", error.reason, error.remedy)
        return
    headings = above[at][1]
    for count, (number, cells) in enumerate((*above[at + 1 :], *islice(rows, options.limits.rows)), start=1):
        if count > options.limits.rows:
            reason = f"it has more than {options.limits.rows:,} rows"
            raise ReportError(reason, "Split it")
        yield row_draft(dict(zip(headings, cells, strict=False)), mapped, f"{sheet}row {number}")


def _headings(above: Sequence[list[str]], options: ReadingOptions) -> tuple[int, dict[str, str]]:
    """Which of the first rows has the headings, and what they mean; the refusal is that of the first row."""
    refusals = []
    for at, cells in enumerate(above):
        try:
            return at, map_columns(cells, options.columns)
        except ReportError as error:
            refusals.append(error)
    raise refusals[0]


def _words(cell: object) -> str:
    """A cell as text: days in ISO 8601, whole numbers without a fraction, truth values as nothing."""
    if isinstance(cell, bool):
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
