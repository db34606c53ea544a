"""What an archive comes to: the survey of its claims and periods, and what can be chosen in the filters."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.archive.row_groups import RowGroups, Wanted
from geo.archive.tally import CODED, NEEDED, Tally
from geo.control.clock import Clock
from geo.holdings import coded_runs
from geo.map.events import WIDE, Fights
from geo.map.survey import Survey
from geo.view.colours import side_colours
from geo.view.filters import FACETS, NO_PUBLISHER
from geo.view.sides import Sides

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.archive.archive import Archive
    from geo.archive.sieve import Sifted
    from geo.map.runs import Runs
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


def counted(
    archive: Archive, sifted: Sifted, control: RowGroups, clock: Clock = Clock.EVENT, sides: Sides | None = None
) -> Counted:
    """Count the claims of an archive.

    Args:
        archive: The archive.
        sifted: Its claims that filters let through.
        control: Their control periods.
        clock: By which day the periods were folded, and the claims are counted.
        sides: Names and colours, so that they are those of a map that shows more; those of the claims where None.

    Returns:
        What they come to.
    """
    about, places = archive.about, archive.places
    with ThreadPoolExecutor(max_workers=1) as beside:
        drawn = beside.submit(_runs, archive, control)
        tally = Tally(about.start, (about.end - about.start).days, clock)
        for rows in sifted.tables(NEEDED, Wanted(), CODED):
            tally.add(rows)
    found = Survey(
        profile=about.profile,
        start=about.start,
        end=about.end,
        places=places,
        claimed={place: places[place] for place in sorted(tally.spoken)},
        spoken=Counter(tally.spoken),
        claims=tally.claims,
        reports=about.counts["reports"],
        sides=sides or _sides(about.profile, tally.names),
        days=tuple(tally.days.tolist()),
        fights=_fights(archive, tally),
        runs=drawn.result(),
    )
    return Counted(found, _offered(tally), frozenset(tally.speakers))


def _runs(archive: Archive, control: RowGroups) -> Runs:
    kinds = {place.id: place.kind for place in archive.places.values()}
    tables = control.tables(coded_runs.NEEDED, Wanted(), coded_runs.CODED)
    return coded_runs.coded_runs(tables, archive.about.start, kinds)


def _sides(profile: Profile, named: Mapping[str, str]) -> Sides:
    known = {side.id: side.name for side in profile.sides}
    others = {key: named[key] for key in sorted(named) if key not in known}
    return Sides(known | others, side_colours(profile, named))


def _fights(archive: Archive, tally: Tally) -> tuple[Fights, ...]:
    found = ((archive.places[place], days) for place, days in tally.fighting_days())
    marks = (Fights(one.id, round(one.lon, 4), round(one.lat, 4), one.kind in WIDE, days) for one, days in found)
    return tuple(sorted(marks, key=lambda mark: (mark.days[0], mark.place)))


def _offered(tally: Tally) -> dict[str, tuple[str, ...]]:
    """What occurs; a claim without a side offers none, a report without a publisher a word of its own."""
    found = {name: {value for value in tally.facets[name] if value} for name in FACETS}
    if tally.facets["publisher"] - found["publisher"]:
        found["publisher"].add(NO_PUBLISHER)
    return {name: tuple(sorted(values)) for name, values in found.items()}
