"""The legend: one row for each look that occurs, a siege as an outline of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.control.period import Status
from geo.map.runs import style_paint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from geo.map.runs import Style
    from geo.view.colours import Paint

BLANK = "#FBFAF7"
ORDER = (Status.HELD, Status.CLAIMED, Status.CONTESTED, Status.BESIEGED, Status.UNKNOWN)


@dataclass(frozen=True, slots=True)
class LegendRow:
    """One key of the legend: its words and its look."""

    label: str
    paint: Paint


def legend(styles: Iterable[Style], names: Mapping[str, str], colours: Mapping[str, str]) -> tuple[LegendRow, ...]:
    """Rows for the styles that occur: side by side what is held, then contested, besieged and unknown.

    Args:
        styles: The styles of the map.
        names: Side id to name.
        colours: Side id to `#rrggbb`.

    Returns:
        The rows in reading order, none twice.
    """
    parts = sorted({part for style in styles for part in _parts(style)}, key=_reading_order)
    rows = (LegendRow(row_label(part, names), _row_paint(part, colours)) for part in parts)
    return tuple(dict.fromkeys(rows))


def _parts(style: Style) -> Iterator[Style]:
    """A besieged place shows two things: who holds it and who surrounds it."""
    if style.status is not Status.BESIEGED:
        yield replace(style, rivals=() if style.status is not Status.CONTESTED else style.rivals)
        return
    if style.holder:
        yield replace(style, status=Status.HELD, rivals=())
    yield replace(style, holder="", inherited="")


def _reading_order(part: Style) -> tuple[bool, str, int, str, tuple[str, ...]]:
    settled = part.status in (Status.HELD, Status.CLAIMED)
    rank = bool(part.inherited) + 2 * (part.status is Status.CLAIMED) if settled else 10 * ORDER.index(part.status)
    return not settled, part.holder if settled else "", rank, part.inherited, part.rivals


def row_label(part: Style, names: Mapping[str, str]) -> str:
    """The words of a row, for example "Resistance, inherited from the province"."""
    holder = names.get(part.holder, part.holder)
    sides = [names.get(side, side) for side in (part.holder, *part.rivals) if side]
    inherited = f", inherited from the {part.inherited}" if part.inherited else ""
    if part.status is Status.HELD:
        return f"{holder}{inherited or ', held'}"
    if part.status is Status.CLAIMED:
        return f"{holder}, by its own word only{inherited}"
    if part.status is Status.CONTESTED:
        return f"Contested: {' and '.join(sides)}{inherited}"
    if part.status is Status.BESIEGED:
        return f"Besieged by {' and '.join(sides)}"
    return "No live claim"


def state_words(style: Style, names: Mapping[str, str]) -> str:
    """A whole style in words; a besieged place names both who has it and who surrounds it."""
    if style.status is not Status.BESIEGED:
        return row_label(style, names)
    held = row_label(replace(style, status=Status.HELD, rivals=()), names)
    siege = row_label(replace(style, holder="", inherited=""), names)
    return f"{held}, {siege[0].lower()}{siege[1:]}"


def _row_paint(part: Style, colours: Mapping[str, str]) -> Paint:
    paint = style_paint(part, colours)
    return replace(paint, colours=(BLANK,)) if part.status is Status.BESIEGED else paint
