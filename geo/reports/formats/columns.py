"""Which column of a table holds what: named by the person, else guessed from usual headings. The headings are data."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from geo.errors import ReportError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FIELDS = ("text", "date", "publisher", "title", "url", "language")
NEEDED = ("text", "date")
_MOST_SHOWN = 30


@lru_cache(maxsize=1)
def usual_headings() -> dict[str, list[str]]:
    """The usual headings of each field, the surest first."""
    table = tomllib.loads(files("geo.reports.formats").joinpath("columns.toml").read_text(encoding="utf-8"))
    headings: dict[str, list[str]] = table["headings"]
    return headings


def map_columns(headings: Sequence[str], chosen: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Find the column of each field.

    Args:
        headings: The headings of a table, as written.
        chosen: Pairs of field and heading that a person named; they come before any guess.

    Returns:
        Field to heading, for the fields that have one; `text` and `date` always do.

    Raises:
        ReportError: A named column is not there, or none was found for text or date; the message lists the headings.
    """
    by_key = {_key(heading): heading for heading in reversed(headings) if heading.strip()}
    named = {field: _named(field, heading, by_key) for field, heading in chosen}
    guessed = {field: heading for field in FIELDS if (heading := _guessed(field, by_key, named)) is not None}
    mapped = guessed | named
    missing = [field for field in NEEDED if field not in mapped]
    if missing:
        reason = f"no column for {' and '.join(missing)} was found among {_listed(by_key)}"
        raise ReportError(reason, f"Name it: --column {missing[0]}=HEADING")
    return mapped


def _named(field: str, heading: str, by_key: Mapping[str, str]) -> str:
    found = by_key.get(_key(heading))
    if found is None:
        reason = f"it has no column {heading!r} for {field}, but {_listed(by_key)}"
        raise ReportError(reason, "Name one of them with --column")
    return found


def _guessed(field: str, by_key: Mapping[str, str], named: Mapping[str, str]) -> str | None:
    usual = (by_key.get(heading) for heading in usual_headings()[field])
    return next((heading for heading in usual if heading is not None and heading not in named.values()), None)


def _listed(by_key: Mapping[str, str]) -> str:
    shown = list(by_key.values())[::-1]
    return "the headings " + ", ".join(repr(heading) for heading in shown[:_MOST_SHOWN]) if shown else "no headings"


def _key(heading: str) -> str:
    return " ".join(heading.casefold().replace("_", " ").replace("-", " ").split())
