"""CSV with HXL hashtags (`hxl.toml`) and P-codes, for humanitarian data platforms."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from geo.export.column import Column, Table, Type, Value
from geo.export.delimited import lines, names, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from gazetteer.place import Place
    from geo.export.contents import Contents
    from geo.export.layers import Layer
    from geo.export.site import Site

# OCHA's codes of administrative units begin with the country's code: AF09, AF0907.
PCODE = re.compile(r"[A-Z]{2}[0-9]{2,}")


def hxl(contents: Contents, layer: Layer) -> Iterator[bytes]:
    """Write claims or control periods as CSV with a line of hashtags.

    Args:
        contents: What to write.
        layer: Which rows.

    Yields:
        UTF-8 bytes; the same contents give the same bytes.
    """
    table = hxl_table(told(layer.table, contents))
    yield from lines([names(table.columns), hashtags(table)], table, contents)


def hxl_table(table: Table[Any]) -> Table[Any]:
    """The columns of a table that have a hashtag, in the order of `hxl.toml`, and P-codes."""
    known = {column.name: column for column in (*table.columns, *_pcodes(table.site))}
    chosen = tuple(known[name] for name in _tags()[table.name])
    return Table(table.name, table.about, chosen, table.rows, table.site)


def hashtags(table: Table[Any]) -> list[str]:
    """The hashtag of each column."""
    tags = _tags()[table.name]
    return [tags[column.name] for column in table.columns]


def _pcodes(site: Callable[[Any], Site] | None) -> tuple[Column[Any], ...]:
    if site is None:
        return ()
    return (
        Column("adm1_pcode", Type.TEXT, "OCHA P-code of the province", lambda row: _pcode(site(row).province)),
        Column("adm2_pcode", Type.TEXT, "OCHA P-code of the district", lambda row: _pcode(site(row).district)),
    )


def _pcode(place: Place | None) -> Value:
    return place.id if place and PCODE.fullmatch(place.id) else None


@cache
def _tags() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("geo.export").joinpath("hxl.toml").read_text(encoding="utf-8"))
