"""Writes the tables of docs/exports.md from the registry: `python -m docs.exports`. A test holds the two equal."""
# ruff: noqa: INP001 - a script beside the documents, no package

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.export.formats import FORMATS
from geo.export.layers import CLAIMS_LAYER, CONTROL_LAYER, PLACES_LAYER, REPORTS_LAYER, SIDES_LAYER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.export.column import Table

PAGE = Path(__file__).with_suffix(".md")
TABLES = tuple(layer.table for layer in (CLAIMS_LAYER, CONTROL_LAYER, PLACES_LAYER, REPORTS_LAYER, SIDES_LAYER))


def with_tables(page: str) -> str:
    """The page with its tables as the registry tells them."""
    for name, lines in (("formats", _formats()), ("columns", _columns())):
        start = page.index(f"<!-- {name} -->") + len(f"<!-- {name} -->")
        end = page.index("<!-- end -->", start)
        page = f"{page[:start]}\n" + "\n".join(lines) + f"\n{page[end:]}"
    return page


def _formats() -> Iterator[str]:
    yield "| `--format` | what | ending | `--layer`, the usual first | opens in |"
    yield "|---|---|---|---|---|"
    for form in FORMATS:
        first, *_ = form.layers
        layers = first.about if first.id == "all" else ", ".join(f"`{one.id}`" for one in form.layers)
        yield f"| `{form.id}` | {form.label} | `{form.ending}` | {layers} | {form.opens_in} |"


def _columns() -> Iterator[str]:
    for table in TABLES:
        yield f"### {table.name}\n\n{table.about}\n"
        yield from _table(table)
        yield ""


def _table(table: Table[Any]) -> Iterator[str]:
    yield "| column | type | meaning |"
    yield "|---|---|---|"
    yield from (f"| `{column.name}` | {column.type} | {column.about} |" for column in table.columns)


if __name__ == "__main__":
    PAGE.write_text(with_tables(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
