"""XLSX: a sheet a table, with real dates and numbers, and a first sheet that says what all of it means."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import partial
from typing import TYPE_CHECKING, Any

from geo.export.column import Type, rfc3339
from geo.export.delimited import names
from geo.export.layers import CLAIMS_LAYER, CONTROL_LAYER, PLACES_LAYER, REPORTS_LAYER, SIDES_LAYER
from geo.export.spooled import spooled
from geo.export.text import no_formula, writable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from geo.export.column import Column, Table, Value
    from geo.export.contents import Contents
    from geo.export.layers import Layer

TABLES = tuple(layer.table for layer in (CLAIMS_LAYER, CONTROL_LAYER, PLACES_LAYER, REPORTS_LAYER, SIDES_LAYER))
# Excel has room for four times as many rows, but its zip files for no sheet over 2 GiB.
ROWS = 262_144
# Limits of Excel.
LETTERS, FIRST_YEAR = 32_767, 1900
WIDTHS = {Type.TEXT: 18, Type.DAY: 11, Type.TIME: 17, Type.INTEGER: 9, Type.NUMBER: 11, Type.BOOLEAN: 9}
CUT = "… (cut: a cell of Excel holds no more)"


def workbook(contents: Contents, layer: Layer) -> Iterator[bytes]:
    """Write all tables as an Excel workbook.

    Args:
        contents: What to write.
        layer: Takes no part: the file holds all tables.

    Yields:
        Bytes; the same contents give the same bytes.
    """
    del layer
    from xlsxwriter.exceptions import XlsxWriterException  # noqa: PLC0415 - for this format alone

    yield from spooled("claimline.xlsx", partial(_write, contents), (XlsxWriterException,))


def _write(contents: Contents, path: Path) -> None:
    import xlsxwriter  # noqa: PLC0415 - for those who want a workbook

    # Row by row, so that memory has a bound; text is never taken for a formula, a number or a link.
    options = {"constant_memory": True, "tmpdir": str(path.parent), "use_zip64": False, "strings_to_formulas": False}
    with xlsxwriter.Workbook(path, options) as book:
        # The time of writing would make every file another; the last day of the findings stands for it.
        created = datetime.combine(contents.findings.end, time())
        book.set_properties({"title": contents.about["title"], "comments": contents.shows, "created": created})
        formats = _Formats(book)
        _about(book.add_worksheet("about"), contents, formats)
        for table in TABLES:
            _table(book, table, contents, formats)


class _Formats:
    """How cells look."""

    def __init__(self, book: Workbook) -> None:
        self.heading = book.add_format({"bold": True, "bottom": 1})
        self.day = book.add_format({"num_format": "yyyy-mm-dd"})
        self.time = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        # As if typed after an apostrophe: editing the cell does not turn it into a formula either.
        self.text = book.add_format({"quote_prefix": True})


def _about(sheet: Worksheet, contents: Contents, formats: _Formats) -> None:
    sheet.set_column(0, 1, WIDTHS[Type.TEXT])
    sheet.set_column(2, 2, 100)
    told = [(key, text, "") for key, text in contents.about.items()]
    meanings = [(table.name, column.name, column.about) for table in TABLES for column in table.columns]
    heading = ("sheet", "column", "meaning")
    rows = [*told, ("", "", ""), heading, *((table.name, "", table.about) for table in TABLES), *meanings]
    sheet.set_row(rows.index(heading), None, formats.heading)
    for at, row in enumerate(rows):
        for number, text in enumerate(row):
            _cell(sheet, at, number, text or None, formats)


def _table(book: Workbook, table: Table[Any], contents: Contents, formats: _Formats) -> None:
    rows, part = table.rows(contents), 1
    row = next(rows, None)
    while part == 1 or row is not None:
        sheet = _sheet(book, table.name if part == 1 else f"{table.name} {part}", table.columns, formats)
        at = 1
        while row is not None and at < ROWS:
            for number, column in enumerate(table.columns):
                _cell(sheet, at, number, column.read(row), formats)
            row, at = next(rows, None), at + 1
        sheet.autofilter(0, 0, max(at - 1, 1), len(table.columns) - 1)
        part += 1


def _sheet(book: Workbook, name: str, columns: tuple[Column[Any], ...], formats: _Formats) -> Worksheet:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 1)
    for number, column in enumerate(columns):
        sheet.set_column(number, number, 60 if column.name == "quote" else WIDTHS[column.type])
    for number, name_ in enumerate(names(columns)):
        sheet.write_string(0, number, name_, formats.heading)
    return sheet


def _cell(sheet: Worksheet, row: int, number: int, value: Value, formats: _Formats) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, number, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, number, value)
    elif isinstance(value, date) and value.year > FIRST_YEAR:
        if isinstance(value, datetime):
            sheet.write_datetime(row, number, value.replace(tzinfo=None), formats.time)
        else:
            sheet.write_datetime(row, number, value, formats.day)
    else:
        text = _fitting(rfc3339(value) if isinstance(value, date) else value)
        sheet.write_string(row, number, text, formats.text if no_formula(text) != text else None)


def _fitting(text: str) -> str:
    clean = writable(text)
    return clean if len(clean) <= LETTERS else clean[: LETTERS - len(CUT)] + CUT
