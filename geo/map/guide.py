"""How to read the map: the keys of its guide, in the colours of the map's own sides."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from geo.control.period import Status
from geo.profile.palette import COLOURS
from geo.view.colours import paint

if TYPE_CHECKING:
    from geo.profile import Profile
    from geo.view.sides import Sides


def guide_data(profile: Profile, sides: Sides) -> dict[str, Any]:
    """The keys of the guide in the colours of the first two sides, and after how many days a claim is stale."""
    known = [*sides.colours.values(), *COLOURS]
    one, other = list(dict.fromkeys(known))[:2]
    colours = {"one": one, "other": other}
    looks = {
        "held": paint(Status.HELD, "one", (), colours, inherited=False),
        "inherited": paint(Status.HELD, "one", (), colours, inherited=True),
        "claimed": paint(Status.CLAIMED, "other", (), colours, inherited=False),
        "contested": paint(Status.CONTESTED, None, ("one", "other"), colours, inherited=False),
        "besieged": paint(Status.BESIEGED, "one", ("other",), colours, inherited=True),
        "unknown": paint(Status.UNKNOWN, None, (), colours, inherited=False),
    }
    return {"looks": {name: asdict(look) for name, look in looks.items()}, "stale": profile.stale_after_days}
