"""What a claim says about control of a place: the rules of strength, day and beneficiary (docs/method.md)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from gazetteer.place import Kind
from geo.claims.claim import Action, Assertion, Attribution, DateBasis

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from gazetteer.place import Place
    from geo.claims.claim import Claim

SUPPORTING = frozenset({Action.TAKES, Action.HOLDS, Action.REPELS})
CHANGES = frozenset({Action.TAKES, Action.LOSES})


class Effect(Enum):
    """What a signal does: a side has the place, has left it, surrounds it, or fights in it."""

    HAS = "has"
    LEFT = "left"
    SURROUNDS = "surrounds"
    FIGHTS = "fights"


@dataclass(frozen=True, slots=True)
class Signal:
    """The part of a claim that bears on control of one place.

    Attributes:
        place: Id of the place.
        day: The day from which the claim speaks.
        effect: What it does.
        sides: The sides it speaks of: one, or for fighting all that are named.
        strong: False for a party's word in its own favour.
        dated: Its day is its own, not that of the report: a state lasts on that day, or the words tell when it changed.
        again: The words say that it came about *again*.
        claim: Id of the claim.
    """

    place: str
    day: date
    effect: Effect
    sides: tuple[str, ...]
    strong: bool
    dated: bool
    again: bool
    claim: str


def signals(claim: Claim, places: Mapping[str, Place]) -> Iterator[Signal]:
    """The signals of one claim: on its place, and on the district whose seat that place is.

    Args:
        claim: Any claim; those that are denied, planned, about a mere advance or about part of a place give none.
        places: Known places by id, to tell a district from wider units.

    Yields:
        One signal for each place and effect.
    """
    if claim.assertion is not Assertion.ASSERTED or claim.partial:
        return
    claim_id, day = claim.id, event_day(claim)
    for effect, sides, strong in _effects(claim):
        for place in spoken_of(claim.place, places):
            yield Signal(
                place=place,
                day=day,
                effect=effect,
                sides=sides,
                strong=strong,
                dated=_dated(claim),
                again=claim.recapture,
                claim=claim_id,
            )


def event_day(claim: Claim) -> date:
    """The day from which a claim speaks: the end of its event, never later than its report but for a later start."""
    day = claim.event_end or claim.event_start or claim.published
    day = min(day, claim.published)
    return max(day, claim.event_start) if claim.event_start else day


def spoken_of(place: Place, places: Mapping[str, Place]) -> tuple[str, ...]:
    """Ids of the places that a claim on `place` colours: itself, and the district whose seat it is."""
    seat_of = places.get(place.seat_of) if place.seat_of else None
    # A provincial capital says nothing about the rest of its province.
    return (place.id, seat_of.id) if seat_of and seat_of.kind is Kind.DISTRICT else (place.id,)


def is_strong(claim: Claim, beneficiary: str) -> bool:
    """A claim is weak when a party says what is good for itself, or an unknown party says anything."""
    speaker = claim.claimant.side if claim.claimant else None
    if speaker is None:
        return claim.attribution is not Attribution.CLAIMED
    return speaker != beneficiary


def _dated(claim: Claim) -> bool:
    if claim.action not in CHANGES:
        return True
    return claim.event_start is not None and claim.date_basis is not DateBasis.PUBLISHED


def _effects(claim: Claim) -> Iterator[tuple[Effect, tuple[str, ...], bool]]:
    """Effects of an asserted claim with the sides they speak of and their strength."""
    actor = claim.actor.id if claim.actor else None
    opponent = claim.opponent.id if claim.opponent and claim.opponent.id != actor else None
    if claim.action is Action.FIGHTS:
        sides = tuple(sorted(side for side in (actor, opponent) if side))
        if sides:
            yield Effect.FIGHTS, sides, True
    elif actor is None:
        return
    elif claim.action in SUPPORTING:
        yield Effect.HAS, (actor,), is_strong(claim, actor)
    elif claim.action is Action.BESIEGES:
        yield Effect.SURROUNDS, (actor,), is_strong(claim, actor)
    elif claim.action is Action.LOSES:
        yield from _loss(claim, actor, opponent)


def _loss(claim: Claim, loser: str, winner: str | None) -> Iterator[tuple[Effect, tuple[str, ...], bool]]:
    """A loss is a gain of the opponent where one is named; a rival's word alone is only that rival's claim."""
    speaker = claim.claimant.side if claim.claimant else None
    winner = winner or (speaker if speaker != loser else None)
    strong = is_strong(claim, winner) if winner else speaker == loser or is_strong(claim, "")
    if winner:
        yield Effect.HAS, (winner,), strong
    if strong or not winner:
        yield Effect.LEFT, (loser,), strong
