"""Nouns that describe a place by who has it: "Panjshir, the last holdout against A", "the A stronghold of X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.claim import Action
from geo.claims.clauses.objects import denoted, place_object
from geo.claims.clauses.phrases import prepositional
from geo.claims.events.event import ACTOR, PLACES, Event

if TYPE_CHECKING:
    from geo.claims.chunks.chunk import Row
    from geo.claims.words.rules import Rule

_BETWEEN_OWNER = frozenset({"poss", "word", "det", "noun"})
_OWNER_REACH = 3


def owner_before(row: Row, at: int) -> int | None:
    """An actor right before a noun: "the Taliban's recent offensive", "Russian withdrawal"."""
    for back in range(at - 1, max(-1, at - _OWNER_REACH - 1), -1):
        if row[back].tag == "actor":
            return back
        if row[back].tag not in _BETWEEN_OWNER:
            return None
    return None


def stronghold_event(row: Row, at: int, rule: Rule) -> Event | None:
    """The event of the noun at chunk `at`: who holds the place, or against whom it holds out."""
    against = prepositional(row, at + 1, rule.against, ACTOR, 4)
    holder = prepositional(row, at + 1, ("of",), ACTOR, 5)
    if holder is None and against is None:
        holder = owner_before(row, at)
    place, actor = _place(row, at, rule), holder if holder is not None else against
    if place is None or actor is None:
        return None
    return Event(rule, Action.HOLDS, at, at, (place,), (actor,), rival=holder is None, voice="predicate")


def _place(row: Row, at: int, rule: Rule) -> int | None:
    """The place that the noun names behind itself, else the one that it describes."""
    named = place_object(row, at + 1).place
    if named is None:
        named = prepositional(row, at + 1, rule.place, PLACES, 1)
    elif row[named].tag != "place":
        named = None
    return denoted(row, at) if named is None else named
