"""Finds time expressions in a stretch of text and reads their days, anchored on the report's day, never on today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.times import relative_days
from geo.claims.times.expressions import expressions_with
from geo.claims.times.signs import signs_in
from geo.claims.times.when import When

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from datetime import date


def find_times(text: str, start: int, end: int, published: date, event: date | None = None) -> Iterator[When]:
    """Time expressions in `text[start:end]`.

    Args:
        text: The report's text.
        start: Where to look from.
        end: Where to stop.
        published: The report's day of publication.
        event: The day of the event told before, on which "two days later" counts; None = the day of publication.

    Yields:
        Expressions in order, not overlapping.
    """
    stretch = text[start:end]
    signs = frozenset().union(*map(signs_in, stretch.split()))
    found: list[When] = []
    for row in expressions_with(signs) if signs else ():
        for match in row.pattern.finditer(stretch):
            if _overlaps(start + match.start(), start + match.end(), found) or _small_month(match):
                continue
            days = row.reading(match, published, event)
            if days:
                last = published if match.group().lower().startswith("since ") else days[1]
                from_main = row.reading is relative_days.before_main
                found.append(When(start + match.start(), start + match.end(), days[0], last, row.basis, from_main))
    yield from sorted(found, key=lambda when: when.start)


def _overlaps(start: int, end: int, found: list[When]) -> bool:
    return any(start < other.end and other.start < end for other in found)


def _small_month(match: re.Match[str]) -> bool:
    """Months that are also words ("may", "march") count as months only with a capital letter."""
    month = match.groupdict().get("mon")
    return month is not None and not month[0].isupper()
