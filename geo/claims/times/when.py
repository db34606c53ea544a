"""A time expression and the days that it allows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - dataclass fields are read at run time

from geo.claims.claim import DateBasis  # noqa: TC001 - dataclass fields are read at run time


@dataclass(frozen=True, slots=True)
class When:
    """The days that a time expression allows.

    Attributes:
        start: First code point of the expression in the text.
        end: One past its last.
        first: First day, inclusive; None = open.
        last: Last day, inclusive; None = open.
        basis: Whether the words give a date or count from another day.
        from_main: They count back from what the sentence mainly tells ("TWO WEEKS after taking X"); the days are given
            as if that were told of the report's day, and move with it.
    """

    start: int
    end: int
    first: date | None
    last: date | None
    basis: DateBasis
    from_main: bool = False
