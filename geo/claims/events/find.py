"""Every event of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.chunks.words import holding_suffixes
from geo.claims.claim import Action
from geo.claims.events.gapping import with_gapped
from geo.claims.events.nouns import held_event, noun_event
from geo.claims.events.verbs import verb_event

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.chunks.chunk import Row
    from geo.claims.events.event import Event

_TELLING = frozenset({"verb", "noun", "held"})


def find_events(row: Row) -> Iterator[Event]:
    """Every event of a sentence, in the order of its words; the attack that is repelled is not told twice."""
    telling = [at for at, one in enumerate(row) if one.tag in _TELLING]
    events = [with_gapped(row, event) for event in (_event(row, at) for at in telling) if event]
    repelled = {place for event in events if event.action is Action.REPELS for place in event.places}
    for event in events:
        if event.action is not Action.FIGHTS or not repelled.intersection(event.places):
            yield event


def _event(row: Row, at: int) -> Event | None:
    tag = row[at].tag
    if tag == "verb":
        # A word that fills no frame as a verb may still be a noun.
        return verb_event(row, at) or noun_event(row, at)
    if tag == "noun":
        return noun_event(row, at)
    return held_event(row, at) if tag == "held" and row[at].word in holding_suffixes() else None
