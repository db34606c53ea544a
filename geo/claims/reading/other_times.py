"""Claims of long before a war: its sides were not there yet, so that only the words say who it was."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.actors.span import slug
from geo.claims.claim import Party

if TYPE_CHECKING:
    from geo.claims.claim import Claim
    from geo.profile import Profile

# Years before a war in which its sides may have fought already.
GENERATIONS = 50


def in_its_time(claim: Claim, profile: Profile) -> Claim:
    """A claim with no side of a war that had not begun by generations: "in 1885 the army of the Mahdi took Khartoum".

    Args:
        claim: As the rules read it.
        profile: The war; sides that are nations are older than it and stay.

    Returns:
        The claim; of long before the war's first day, actor and opponent by their own words instead of a side's name.
    """
    told = claim.event_end
    if profile.start is None or told is None or told.year >= profile.start.year - GENERATIONS:
        return claim
    young = {side.id for side in profile.sides if not side.nations}
    return replace(claim, actor=_bare(claim.actor, young), opponent=_bare(claim.opponent, young))


def _bare(party: Party | None, young: set[str]) -> Party | None:
    return Party(slug(party.text), party.text, party.text) if party and party.id in young else party
