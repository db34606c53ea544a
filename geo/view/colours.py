"""How a status is drawn: colours, hatching, dots and outlines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.control.period import Status
from geo.profile.palette import spare_colours

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from geo.profile import Profile

PAPER = "#EDEBE4"
INK = "#1A1A1A"
TINT = "#F7F6F2"  # what weaker colours are thinned with: lighter than paper, so that they stay clear of it

# Shares of the side's own colour; the rest is tint. Weaker grounds are lighter.
CLAIMED_SHARE = 0.5
HATCH_SHARE = 0.62
INHERITED_SHARE = 0.4
OUTLINE_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Paint:
    """What one status looks like.

    Attributes:
        pattern: `solid`, `dots` (second colour on the first) or `hatch` (stripes of all colours).
        colours: `#rrggbb`, one or more.
        outline: Colour of the dashed line around a besieged place, or None.
    """

    pattern: str
    colours: tuple[str, ...]
    outline: str | None = None


def side_colours(profile: Profile, other_sides: Iterable[str]) -> dict[str, str]:
    """Give every side a colour: the profile's, else a spare one.

    Args:
        profile: The conflict profile.
        other_sides: Ids of sides that occur in the data; those in the profile may be among them.

    Returns:
        Side id to `#rrggbb`. The same ids give the same colours, whatever their order.
    """
    colours = {side.id: side.colour.upper() for side in profile.sides}
    missing = sorted(set(other_sides) - colours.keys())
    return colours | dict(zip(missing, spare_colours(colours.values()), strict=False))


def paint(
    status: Status, holder: str | None, rivals: tuple[str, ...], colours: Mapping[str, str], *, inherited: bool
) -> Paint:
    """Choose the look of a status.

    Args:
        status: State of control.
        holder: Side that holds or claims the place.
        rivals: The other sides involved.
        colours: Side id to `#rrggbb`.
        inherited: The status comes from the province or country, not from a claim on the place itself.

    Returns:
        Held is solid, claimed is dotted, contested is hatched, besieged has an outline; inherited is lighter.
    """
    fade = INHERITED_SHARE if inherited else 1.0
    sides = [colours[side] for side in (holder, *rivals) if side and side in colours]
    if status is Status.UNKNOWN or not sides:
        return Paint("solid", (PAPER,))
    if status is Status.CONTESTED:
        return Paint("hatch", tuple(mix(colour, TINT, HATCH_SHARE * (fade**0.5)) for colour in sides))
    if status is Status.CLAIMED:
        return Paint("dots", (mix(sides[0], TINT, CLAIMED_SHARE * fade), mix(sides[0], TINT, fade)))
    fill = mix(colours[holder], TINT, fade) if holder and holder in colours else PAPER
    besieger = next((colours[side] for side in rivals if side in colours), None)
    outline = mix(besieger, INK, OUTLINE_SHARE) if status is Status.BESIEGED and besieger else None
    return Paint("solid", (fill,), outline)


def mix(colour: str, other: str, share: float) -> str:
    """Blend two colours in sRGB.

    Args:
        colour: `#rrggbb`.
        other: `#rrggbb`.
        share: 0 to 1, how much of `colour`.

    Returns:
        `#RRGGBB`.
    """
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
