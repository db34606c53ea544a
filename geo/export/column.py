"""Columns and tables: what every format writes, told once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from geo.export.contents import Contents
    from geo.export.site import Site

Value = str | int | float | bool | date | None
"""What a cell holds; a time is a `datetime` in UTC, which is a `date` too. None is "not known" or "not said"."""

Row = TypeVar("Row")


class Type(StrEnum):
    """What a column holds. A `day` is a date without a time, a `time` an instant in UTC."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DAY = "day"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column of a table.

    Attributes:
        name: Its heading.
        type: What it holds.
        about: What it means, with its unit; one line.
        read: Takes the value from a row.
    """

    name: str
    type: Type
    about: str
    read: Callable[[Row], Value]


@dataclass(frozen=True, slots=True)
class Table(Generic[Row]):
    """Rows of one kind.

    Attributes:
        name: As files call it.
        about: What a row is; one sentence.
        columns: The columns; the first is the key.
        rows: Reads the rows, one at a time and in the order of the file.
        site: Where a row lies; None for tables that lie nowhere.
    """

    name: str
    about: str
    columns: tuple[Column[Row], ...]
    rows: Callable[[Contents], Iterator[Row]]
    site: Callable[[Row], Site] | None = None


@lru_cache(maxsize=8_192)
def midnight(day: date) -> datetime:
    """The instant at which a day begins, in UTC."""
    return datetime.combine(day, time(), UTC)


@lru_cache(maxsize=8_192)
def rfc3339(value: date) -> str:
    """A day as `2021-08-25`, an instant in UTC as `2021-08-25T00:00:00Z` (RFC 3339)."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat(timespec="seconds") + "Z"
    return value.isoformat()
