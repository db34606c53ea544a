"""CSV (RFC 4180) in UTF-8: a line of headings, then a line a row. Empty means "not known" or "not said"."""

from __future__ import annotations

import csv
import io
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from geo.export.column import Column, Table, Type, Value, rfc3339
from geo.export.contents import credit
from geo.export.text import no_formula, writable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
    for row in table.rows(contents):
        writer.writerow([cell(column.read(row)) for column in table.columns])
        if text.tell() > BLOCK:
            yield _taken(text)
    yield _taken(text)


def cell(value: Value) -> str | int | float:
    """A value as CSV holds it: `true` and `false`, ISO days, RFC 3339 times; text is never a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date):
        return rfc3339(value)
    return no_formula(writable(value)) if isinstance(value, str) else value


def _taken(text: io.StringIO) -> bytes:
    block = text.getvalue().encode()
    text.seek(0)
    text.truncate()
    return block
