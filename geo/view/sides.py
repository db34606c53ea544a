"""Names and colours of the sides that occur."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.view.colours import side_colours

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from geo.claims.claim import Claim
    from geo.pipeline import Dataset
    from geo.profile import Profile


@dataclass(frozen=True, slots=True)
class Sides:
    """Names and colours of all sides that occur, by id; the profile's sides come first."""

    names: Mapping[str, str]
    colours: Mapping[str, str]


def all_sides(dataset: Dataset) -> Sides:
    """The sides of the profile, and those that only the claims name."""
    return sides_of(dataset.profile, dataset.claims)


def sides_of(profile: Profile, claims: Iterable[Claim]) -> Sides:
    """The sides of a profile, and those that only claims name.

    Args:
        profile: Conflict profile.
        claims: Claims in any order, one at a time.

    Returns:
        The sides. Where claims give a side several names, the last in the order of the alphabet stands.
    """
    named: dict[str, str] = {}
    for claim in claims:
        for party in (claim.actor, claim.opponent):
            if party:
                named[party.id] = max(party.name, named.get(party.id, ""))
    known = {side.id: side.name for side in profile.sides}
    others = {key: named[key] for key in sorted(named) if key not in known}
    return Sides(known | others, side_colours(profile, named))
