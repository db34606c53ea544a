"""What many claims come to: all that the map shows before anybody asks about a place, counted once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.control.clock import Clock
from geo.map.events import claims_per_day, fights
from geo.map.runs import runs
from geo.view.sides import all_sides

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from gazetteer.place import Place
    from geo.map.events import Fights
    from geo.map.runs import Runs
    from geo.pipeline import Dataset
    from geo.profile import Profile
    from geo.view.sides import Sides


@dataclass(frozen=True, slots=True)
class Survey:
    """Counts and intervals, without the claims themselves.

    Attributes:
        profile: Conflict profile.
        start: First day of the map.
        end: First day after it (half-open).
        places: The places that are coloured, by id.
        claimed: The places that claims are about, by id.
        spoken: How many claims are about each of them.
        claims: How many claims there are.
        reports: How many reports.
        sides: Names and colours of all sides that occur.
        days: How many claims each day of the map has.
        fights: Where and when fighting is reported.
        runs: The control periods as the map draws them.
    """

    profile: Profile
    start: date
    end: date
    places: Mapping[str, Place]
    claimed: Mapping[str, Place]
    spoken: Mapping[str, int]
    claims: int
    reports: int
    sides: Sides
    days: tuple[int, ...]
    fights: tuple[Fights, ...]
    runs: Runs


def survey(dataset: Dataset, clock: Clock = Clock.EVENT, sides: Sides | None = None) -> Survey:
    """Count what is in memory.

    Args:
        dataset: Claims and control periods.
        clock: By which day the periods were folded, and the claims are counted.
        sides: Names and colours, so that they are those of a map that shows more; those of the claims where None.

    Returns:
        The survey.
    """
    days = (dataset.end - dataset.start).days
    claimed = {claim.place.id: claim.place for claim in dataset.claims}
    return Survey(
        profile=dataset.profile,
        start=dataset.start,
        end=dataset.end,
        places=dataset.places,
        claimed={place: claimed[place] for place in sorted(claimed)},
        spoken=Counter(claim.place.id for claim in dataset.claims),
        claims=len(dataset.claims),
        reports=len(dataset.reports),
        sides=sides or all_sides(dataset),
        days=tuple(claims_per_day(dataset.claims, dataset.start, days, clock)),
        fights=fights(dataset.claims, dataset.start, days, clock),
        runs=runs(dataset.periods, dataset.start, {place.id: place.kind for place in dataset.places.values()}),
    )
