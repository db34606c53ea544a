"""CSV (RFC 4180) in UTF-8: a line of headings, then a line a row. Empty means "not known" or "not said"."""

from __future__ import annotations

import csv
import io
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from geo.export.column import Column, Table, Type, Value, rfc3339
from geo.export.contents import credit
from geo.export.text import no_formula, writable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from geo.export.contents import Contents
    from geo.export.layers import Layer

BLOCK = 1 << 16


def csv_file(contents: Contents, layer: Layer) -> Iterator[bytes]:
    """Write a layer as CSV.

    Args:
        contents: What to write.
        layer: Which rows. Two columns more tell what they show and whom to credit, as CSV has no other place for it.

    Yields:
        UTF-8 bytes; the same contents give the same bytes.
    """
    table = told(layer.table, contents)
    yield from lines([names(table.columns)], table, contents)


def told(table: Table[Any], contents: Contents) -> Table[Any]:
    """A table whose rows say what they show and whom to credit."""
    shows, site_of = contents.shows, table.site
    named = lru_cache(maxsize=None)(lambda *sources: credit(sources))

    def rights(row: object) -> Value:
        if site_of is None:
            return named()
        site = site_of(row)
        return named(site.place.source, site.outline.source if site.outline else "")

    more: tuple[Column[Any], ...] = (
        Column("shows", Type.TEXT, "Basis, clock and filters that the rows went through", lambda _: shows),
        Column("rights", Type.TEXT, "Whom to credit for place, area and quote", rights),
    )
    return Table(table.name, table.about, (*table.columns, *more), table.rows, table.site)


def names(columns: Iterable[Column[Any]]) -> list[str]:
    """The headings."""
    return [column.name for column in columns]


def lines(heads: Iterable[list[str]], table: Table[Any], contents: Contents) -> Iterator[bytes]:
    """Write the rows of a table.

    Args:
        heads: The lines above them.
        table: The table.
        contents: What its rows are read from.

    Yields:
        UTF-8 bytes in blocks of about 64 kB.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows(heads)
    cells = [(column.read, CELLS.get(column.type, _plain)) for column in table.columns]
    for row in table.rows(contents):
        writer.writerow([cell(read(row)) for read, cell in cells])
        if text.tell() > BLOCK:
            yield _taken(text)
    yield _taken(text)


def _plain(value: Value) -> Value:
    return "" if value is None else value


@lru_cache(maxsize=8_192)
def _text(value: str | None) -> str:
    return no_formula(writable(value)) if value else ""


def _boolean(value: bool | None) -> str:  # noqa: FBT001 - a value, no switch
    return "" if value is None else "true" if value else "false"


def _day(value: date | None) -> str:
    return "" if value is None else rfc3339(value)


# `true` and `false`, ISO days, RFC 3339 times; text is never a formula.
CELLS: dict[Type, Callable[[Any], Value]] = {Type.TEXT: _text, Type.BOOLEAN: _boolean, Type.DAY: _day, Type.TIME: _day}


def _taken(text: io.StringIO) -> bytes:
    block = text.getvalue().encode()
    text.seek(0)
    text.truncate()
    return block
