"""One row of a table, or one object of a list, to a draft."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from geo.reports.draft import Draft, Refusal, Said

if TYPE_CHECKING:
    from collections.abc import Mapping


def row_draft(row: Mapping[str, str], mapped: Mapping[str, str], part: str, kind: str = "column") -> Draft | Refusal:
    """Make a draft of a row.

    Args:
        row: Heading to cell, as text.
        mapped: Field to heading.
        part: Which row it is.
        kind: What a heading is called: "column", "key".

    Returns:
        The draft, whose record is the row as JSON with sorted keys; a refusal where text or date is empty.
    """

    def said(field: str) -> Said | None:
        words = _cell(row, mapped, field)
        return Said(words, f"{kind} {mapped[field]!r}") if words else None

    text, day = _cell(row, mapped, "text"), said("date")
    if not text or day is None:
        empty = mapped["text"] if not text else mapped["date"]
        return Refusal(part, f"the {kind} {empty!r} is empty", "Fill it in, or leave the row out")
    return Draft(
        text=text,
        day=day,
        title=said("title"),
        publisher=said("publisher"),
        url=_cell(row, mapped, "url") or None,
        language=_cell(row, mapped, "language") or None,
        part=part,
        record=json.dumps(row, ensure_ascii=False, sort_keys=True),
    )


def _cell(row: Mapping[str, str], mapped: Mapping[str, str], field: str) -> str:
    return row.get(mapped[field], "").strip() if field in mapped else ""
