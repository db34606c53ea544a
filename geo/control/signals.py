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
    """What a signal does: a side has the place, has left it, is said not to have it, surrounds it, or fights in it."""

    HAS = "has"
    LEFT = "left"
    DENIED = "denied"
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
        published: The day on which it became known.
        speaker: Id of the side whose word it is, None for everybody else.
    """

    place: str
    day: date
    effect: Effect
    sides: tuple[str, ...]
    strong: bool
    dated: bool
    again: bool
    claim: str
    published: date
    speaker: str | None = None

    @property
    def against_interest(self) -> bool:
        """A side says what is good for another, or bad for itself; words of fighting are neither."""
        if self.speaker is None or self.effect is Effect.FIGHTS:
            return False
        own = self.speaker in self.sides
        return own if self.effect in {Effect.LEFT, Effect.DENIED} else not own


def signals(claim: Claim, places: Mapping[str, Place]) -> Iterator[Signal]:
    """The signals of one claim: on its place, and on the district whose seat that place is.

    Args:
        claim: Any claim; those that are planned, about a mere advance or about part of a place give none, and denials
            only where they are strong.
        places: Known places by id, to tell a district from wider units.

    Yields:
        One signal for each place and effect.
    """
    if claim.assertion is Assertion.PLANNED or claim.partial:
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
                dated=is_dated(claim),
                again=claim.recapture,
                claim=claim_id,
                published=claim.published,
                speaker=speaker_of(claim),
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


def speaker_of(claim: Claim) -> str | None:
    """Id of the side whose word a claim is."""
    return claim.claimant.side if claim.claimant else None


def is_strong(claim: Claim, beneficiary: str) -> bool:
    """A claim is weak when a party says what is good for itself, or an unknown party says anything."""
    speaker = speaker_of(claim)
    if speaker is None:
        return claim.attribution is not Attribution.CLAIMED
    return speaker != beneficiary


def is_dated(claim: Claim) -> bool:
    """Whether the day of a claim is its own: a state lasts on that day, or the words tell when it changed."""
    if claim.action not in CHANGES:
        return True
    return claim.event_start is not None and claim.date_basis is not DateBasis.PUBLISHED


def _effects(claim: Claim) -> Iterator[tuple[Effect, tuple[str, ...], bool]]:
    """Effects of a claim with the sides they speak of and their strength; a plan has none, whatever it is about."""
    actor = claim.actor.id if claim.actor else None
    if claim.assertion is Assertion.DENIED:
        yield from _denial(claim, actor)
    elif claim.assertion is Assertion.ASSERTED:
        yield from _assertion(claim, actor)


def _denial(claim: Claim, actor: str | None) -> Iterator[tuple[Effect, tuple[str, ...], bool]]:
    """A side denies that it has the place, or somebody does who is no party; a rival's denial is idle."""
    if actor is None or claim.action not in SUPPORTING:
        return
    if speaker_of(claim) == actor:
        yield Effect.LEFT, (actor,), True
    elif speaker_of(claim) is None and is_strong(claim, actor):
        yield Effect.DENIED, (actor,), True


def _assertion(claim: Claim, actor: str | None) -> Iterator[tuple[Effect, tuple[str, ...], bool]]:
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
    speaker = speaker_of(claim)
    winner = winner or (speaker if speaker != loser else None)
    strong = is_strong(claim, winner) if winner else speaker == loser or is_strong(claim, "")
    if winner:
        yield Effect.HAS, (winner,), strong
    if strong or not winner:
        yield Effect.LEFT, (loser,), strong
