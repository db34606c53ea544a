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

    from geo.export.column import Column, Table, Value
    from geo.export.contents import Contents
    from geo.export.layers import Layer

TABLES = tuple(layer.table for layer in (CLAIMS_LAYER, CONTROL_LAYER, PLACES_LAYER, REPORTS_LAYER, SIDES_LAYER))
# Limits of Excel.
ROWS, LETTERS, FIRST_YEAR = 1_048_576, 32_767, 1900
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
    yield from spooled("claimline.xlsx", partial(_write, contents))


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

    def __init__(self, book: Any) -> None:  # noqa: ANN401 - xlsxwriter ships no types
        self.heading = book.add_format({"bold": True, "bottom": 1})
        self.day = book.add_format({"num_format": "yyyy-mm-dd"})
        self.time = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        # As if typed after an apostrophe: editing the cell does not turn it into a formula either.
        self.text = book.add_format({"quote_prefix": True})


def _about(sheet: Any, contents: Contents, formats: _Formats) -> None:  # noqa: ANN401 - xlsxwriter ships no types
    sheet.set_column(0, 1, WIDTHS[Type.TEXT])
    sheet.set_column(2, 2, 100)
    row = 0
    for key, text in contents.about.items():
        sheet.write_string(row, 0, key, formats.heading)
        _cell(sheet, row, 1, text, formats)
        row += 1
    for number, heading in enumerate(("sheet", "column", "meaning")):
        sheet.write_string(row + 1, number, heading, formats.heading)
    row += 2
    for table in TABLES:
        for name, column, about in [
            (table.name, "", table.about),
            *((table.name, c.name, c.about) for c in table.columns),
        ]:
            for number, text in enumerate((name, column, about)):
                sheet.write_string(row, number, text)
            row += 1


def _table(book: Any, table: Table[Any], contents: Contents, formats: _Formats) -> None:  # noqa: ANN401 - xlsxwriter ships no types
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


def _sheet(book: Any, name: str, columns: tuple[Column[Any], ...], formats: _Formats) -> Any:  # noqa: ANN401 - xlsxwriter ships no types
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 1)
    for number, column in enumerate(columns):
        sheet.set_column(number, number, 60 if column.name == "quote" else WIDTHS[column.type])
    for number, name_ in enumerate(names(columns)):
        sheet.write_string(0, number, name_, formats.heading)
    return sheet


def _cell(sheet: Any, row: int, number: int, value: Value, formats: _Formats) -> None:  # noqa: ANN401 - xlsxwriter ships no types
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, number, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, number, value)
    elif isinstance(value, date) and value.year > FIRST_YEAR:
        timed = isinstance(value, datetime)
        naive = value.replace(tzinfo=None) if isinstance(value, datetime) else value
        sheet.write_datetime(row, number, naive, formats.time if timed else formats.day)
    else:
        text = _fitting(rfc3339(value) if isinstance(value, date) else value)
        sheet.write_string(row, number, text, formats.text if no_formula(text) != text else None)


def _fitting(text: str) -> str:
    clean = writable(text)
    return clean if len(clean) <= LETTERS else clean[: LETTERS - len(CUT)] + CUT
