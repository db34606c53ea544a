"""Styles of KML: one for each side and state of control, one for each side's claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.control.period import Status
from geo.view.colours import INK, PAPER

if TYPE_CHECKING:
    from geo.view.sides import Sides

# How much of the ground shows through: fully held, only claimed, besieged.
OPACITY = {Status.HELD: 0xB0, Status.CLAIMED: 0x60, Status.BESIEGED: 0xB0}
SOLID = 0xFF
NOBODY = "nobody"


def styles(sides: Sides) -> str:
    """All styles, as KML elements."""
    written = [_style(f"{Status.CONTESTED}", INK, 0x60), _style(f"{Status.UNKNOWN}", PAPER, 0x30)]
    written.append(_style(f"claim-{NOBODY}", PAPER, SOLID))
    for number, side in enumerate(sides.names):
        colour = sides.colours[side]
        written += [_style(f"{status}-{number}", colour, opacity, thick=status is Status.BESIEGED)
                    for status, opacity in OPACITY.items()]  # fmt: skip
        written.append(_style(f"claim-{number}", colour, SOLID))
    return "".join(written)


def period_style(sides: Sides, status: Status, holder: str | None) -> str:
    """Id of the style of a state of control."""
    return f"{status}-{_number(sides, holder)}" if status in OPACITY and holder in sides.names else f"{status}"


def claim_style(sides: Sides, actor: str | None) -> str:
    """Id of the style of a claim."""
    return f"claim-{_number(sides, actor) if actor in sides.names else NOBODY}"


def _number(sides: Sides, side: str | None) -> int:
    return list(sides.names).index(side or "")


def _style(name: str, colour: str, opacity: int, *, thick: bool = False) -> str:
    """KML writes colours as aabbggrr."""
    blue_green_red = f"{colour[5:7]}{colour[3:5]}{colour[1:3]}".lower()
    return (
        f'<Style id="{name}"><IconStyle><color>ff{blue_green_red}</color></IconStyle>'
        f"<LineStyle><color>ff{blue_green_red}</color><width>{3 if thick else 1}</width></LineStyle>"
        f"<PolyStyle><color>{opacity:02x}{blue_green_red}</color></PolyStyle></Style>"
    )
