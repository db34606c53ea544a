"""JSON lines (one object a line): one report a line, with keys as a table has headings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from geo.errors import ReportError
from geo.reports.decode import decode
from geo.reports.draft import Refusal
from geo.reports.formats.columns import map_columns
from geo.reports.formats.rows import row_draft

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.reports.draft import Draft
    from geo.reports.options import ReadingOptions

_REMEDY = "Write one object with text and date a line"


def read(data: bytes, options: ReadingOptions) -> Iterator[Draft | Refusal]:
    """Read objects, one a line. Each may have other keys; what is nested in them is not looked into.

    Args:
        data: The raw bytes.
        options: Keys that a person named; the limit of lines.

    Yields:
        A draft a line, its part the line's number from 1; a refusal for each line that is no object.

    Raises:
        ReportError: It is no text, or has too many lines.
    """
    # Only a line feed ends a line: the letters that end lines elsewhere may stand within JSON strings.
    for number, line in enumerate(decode(data).split("\n"), start=1):
        if number > options.limits.rows + 1 and line.strip():
            reason = f"it has more than {options.limits.rows:,} lines"
            raise ReportError(reason, "Split it")
        if line.strip():
            yield line_draft(line, f"line {number}", options)


def line_draft(line: str, part: str, options: ReadingOptions) -> Draft | Refusal:
    """One line to a draft, or to why it is none; `part` is what the line is called."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Refusal(part, f"this is no JSON ({str(error)[:60]})", _REMEDY)
    if not isinstance(found, dict):
        return Refusal(part, f"this is a JSON {type(found).__name__}, no object", _REMEDY)
    row = {key: _plain(value) for key, value in found.items()}
    try:
        return row_draft(row, map_columns(list(row), options.columns), part, kind="key")
    except ReportError as error:
        return Refusal(part, error.reason, error.remedy)


def _plain(value: Any) -> str:  # noqa: ANN401 - JSON holds anything
    """A value as text: strings and numbers as they are, null and what is nested as nothing."""
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
