"""The table of sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.export.column import Column, Table, Type

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.export.contents import Contents


Side = tuple[str, str, str]


def side_rows(contents: Contents) -> Iterator[Side]:
    """Id, name and colour of each side; those of the profile first."""
    sides = contents.sides
    yield from ((side, name, sides.colours[side]) for side, name in sides.names.items())


COLUMNS: tuple[Column[Side], ...] = (
    Column("side", Type.TEXT, "Id of the side", lambda side: side[0]),
    Column("name", Type.TEXT, "Its usual name", lambda side: side[1]),
    Column("colour", Type.TEXT, "Its colour, #RRGGBB", lambda side: side[2]),
)

SIDES = Table("sides", "One row a side of the war.", COLUMNS, side_rows)
