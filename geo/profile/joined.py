"""Several profiles as one, for a map of reports about several wars."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.profile.palette import spare_colours
from geo.profile.records import STALE_AFTER_DAYS, Profile

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from geo.profile.records import Side

MOST_TITLES = 2


def joined(profiles: Collection[Profile]) -> Profile:
    """Join profiles.

    Args:
        profiles: Each once; may be none.

    Returns:
        A profile with all sides, each id once, in other colours where two wars have the same; with all countries; with
        no days of its own, so that a map shows those of the reports. A claim goes stale by the slowest of the wars.
    """
    if len(profiles) == 1:
        return replace(next(iter(profiles)), start=None, end=None)
    titles = [profile.title for profile in profiles if profile.title]
    return Profile(
        title=" · ".join(titles) if len(titles) <= MOST_TITLES else f"{len(titles)} wars",
        sides=tuple(_recoloured([side for profile in profiles for side in profile.sides])),
        countries=tuple(dict.fromkeys(code for profile in profiles for code in profile.countries)),
        stale_after_days=max((profile.stale_after_days for profile in profiles), default=STALE_AFTER_DAYS),
    )


def _recoloured(sides: list[Side]) -> Iterator[Side]:
    taken: set[str] = set()
    first = {side.id: side for side in reversed(sides)}
    spare = spare_colours([side.colour for side in sides])
    for side in (first[id_] for id_ in dict.fromkeys(side.id for side in sides)):
        colour = next(spare) if side.colour.upper() in taken else side.colour
        taken.add(colour.upper())
        yield replace(side, colour=colour)
