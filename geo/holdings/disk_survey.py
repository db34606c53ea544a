"""What an archive comes to: the survey of its claims and periods, and what can be chosen in the filters."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.map.events import WIDE, Fights
from geo.map.survey import Survey
from geo.view.colours import side_colours
from geo.view.sides import Sides

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.archive.archive import Archive
    from geo.holdings.facts import Facts
    from geo.profile import Profile


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted in one go through the claims.

    Attributes:
        survey: What they come to.
        offered: What occurs in each filter, in order.
        speakers: Ids of the sides whose word some claims are.
    """

    survey: Survey
    offered: Mapping[str, tuple[str, ...]]
    speakers: frozenset[str]


def counted(archive: Archive, facts: Facts, sides: Sides | None = None) -> Counted:
    """What the claims of an archive come to.

    Args:
        archive: The archive.
        facts: What was counted.
        sides: Names and colours, so that they are those of a map that shows more; those of the claims where None.

    Returns:
        What they come to.
    """
    about, places = archive.about, archive.places
    found = Survey(
        profile=about.profile,
        start=about.start,
        end=about.end,
        places=places,
        claimed={place: places[place] for place in sorted(facts.spoken)},
        spoken=Counter(facts.spoken),
        claims=facts.claims,
        reports=about.counts["reports"],
        sides=sides or _sides(about.profile, facts.names),
        days=facts.days,
        fights=_fights(archive, facts.fights),
        runs=facts.runs,
    )
    return Counted(found, facts.offered, facts.speakers)


def _sides(profile: Profile, named: Mapping[str, str]) -> Sides:
    known = {side.id: side.name for side in profile.sides}
    others = {key: named[key] for key in sorted(named) if key not in known}
    return Sides(known | others, side_colours(profile, named))


def _fights(archive: Archive, days_of: Mapping[str, tuple[int, ...]]) -> tuple[Fights, ...]:
    found = ((archive.places[place], days) for place, days in days_of.items())
    marks = (Fights(one.id, round(one.lon, 4), round(one.lat, 4), one.kind in WIDE, days) for one, days in found)
    return tuple(sorted(marks, key=lambda mark: (mark.days[0], mark.place)))
