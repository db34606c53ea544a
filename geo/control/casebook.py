"""Everything that explaining a place needs, looked up by place: built once for a set of claims."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from geo.control.material import Material
from geo.control.signals import spoken_of
from geo.errors import ClaimlineError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from gazetteer.place import Place
    from geo.claims.claim import Claim
    from geo.control.period import ControlPeriod
    from geo.profile import Profile
    from geo.reports.report import Report

_Item = TypeVar("_Item")


class Findings(Material, Protocol):
    """What explaining starts from; the pipeline's data set is one."""

    @property
    def periods(self) -> tuple[ControlPeriod, ...]:
        """All control periods, ordered by (place, start)."""


@dataclass(frozen=True, slots=True)
class Casebook:
    """Findings by place.

    Attributes:
        profile: Conflict profile.
        places: The places that have control periods, by id.
        reports: Reports by id.
        claims: Claims by id.
        periods: Control periods of each place, in the order of days.
        spoken: Claims that speak of each place: on itself or, for a district, on its seat; ordered by report and text.
        named: The names that claims give their sides, by id.
    """

    profile: Profile
    places: Mapping[str, Place]
    reports: Mapping[str, Report]
    claims: Mapping[str, Claim]
    periods: Mapping[str, tuple[ControlPeriod, ...]]
    spoken: Mapping[str, tuple[Claim, ...]]
    named: Mapping[str, str]

    def place(self, place_id: str) -> Place:
        """The place with this id.

        Raises:
            ClaimlineError: No control was worked out for a place of this id.
        """
        if place_id not in self.places:
            message = f"There is no place {place_id!r} on this map. Choose one that is drawn on it."
            raise ClaimlineError(message)
        return self.places[place_id]

    def period(self, place_id: str, day: date) -> ControlPeriod:
        """The control period of a place on a day; a day outside the map means its nearest day."""
        periods = self.periods[self.place(place_id).id]
        return periods[max(0, bisect_right(periods, day, key=lambda period: period.start) - 1)]

    def side_name(self, side: str) -> str:
        """The name of a side: the profile's, else the one that claims give it."""
        known = {one.id: one.name for one in self.profile.sides}
        return known.get(side) or self.named.get(side, side)

    def side_words(self, side: str) -> str:
        """The name of a side within a sentence: `the Resistance`."""
        known = {one.id: one.in_words for one in self.profile.sides}
        return known.get(side) or self.named.get(side, side)


def casebook(found: Findings) -> Casebook:
    """Index findings by place.

    Args:
        found: The pipeline's data set, or anything with the same fields.

    Returns:
        The index; build it once and ask it often.
    """
    ordered = sorted(found.claims, key=lambda claim: (claim.published, claim.report, claim.start, claim.place_start))
    return Casebook(
        profile=found.profile,
        places=found.places,
        reports={report.id: report for report in found.reports},
        claims={claim.id: claim for claim in ordered},
        periods=_grouped((period.place, period) for period in found.periods),
        named={party.id: party.name for claim in ordered for party in (claim.actor, claim.opponent) if party},
        spoken=_grouped((place, claim) for claim in ordered for place in spoken_of(claim.place, found.places)),
    )


def _grouped(pairs: Iterable[tuple[str, _Item]]) -> dict[str, tuple[_Item, ...]]:
    groups: dict[str, list[_Item]] = defaultdict(list)
    for key, item in pairs:
        groups[key].append(item)
    return {key: tuple(items) for key, items in groups.items()}
