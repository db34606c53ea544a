"""Who must be meant where a sentence does not say who did it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.claim import Action, Assertion

if TYPE_CHECKING:
    from gazetteer.place import Place
    from geo.claims.claim import Party
    from geo.claims.events.event import Event
    from geo.claims.reading.memory import Memory


def inferred(event: Event, place: Place, memory: Memory, assertion: Assertion) -> Party | None:
    """Who must be meant where the words do not say: who was last said to move on the place, or to have lost it.

    Args:
        event: Names nobody who does it.
        place: Where.
        memory: What was read before.
        assertion: Whose loss is denied is not known from who held it last.

    Returns:
        The party, or None; only of taking, holding and losing.
    """
    if event.actors or event.rival:
        return None
    if event.action in {Action.LOSES, Action.HOLDS}:
        return None if assertion is Assertion.DENIED else memory.holders.get(place.id)
    if event.rule.action is not Action.TAKES:
        return None
    if event.rule.again and place.id in memory.losers:
        return memory.losers[place.id]
    return memory.movers.get(place.id) or _taker(place, memory)


def _taker(place: Place, memory: Memory) -> Party | None:
    """The only side that takes places in the report, unless the place was its own."""
    taker, held = memory.only_taker(), memory.holders.get(place.id) or memory.losers.get(place.id)
    return None if taker and held and held.id == taker.id else taker
