"""Every event of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.chunks.chunk import tag_at
from geo.claims.chunks.words import holding_suffixes
from geo.claims.claim import Action
from geo.claims.events.gapping import with_gapped
from geo.claims.events.nouns import held_event, noun_event
from geo.claims.events.presence import presence_event
from geo.claims.events.verbs import verb_event

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.chunks.chunk import Row
    from geo.claims.events.event import Event

_ENDS_HOLDING = frozenset({Action.TAKES, Action.LOSES})
_ATTEMPTED = frozenset({Action.TAKES, Action.ADVANCES})
_LEAVING = frozenset({"withdraw", "oust", "redeploy"})
_ARRIVING = frozenset({"advance", "enter"})
_TELLING = frozenset({"verb", "noun", "held", "be"})


def find_events(row: Row) -> Iterator[Event]:
    """Every event of a sentence, in order; an attack that is repelled and a bastion that is taken are none."""
    telling = [at for at, one in enumerate(row) if one.tag in _TELLING]
    events = [with_gapped(row, event) for event in (_event(row, at) for at in telling) if event]
    taken = {place for event in events if event.action in _ENDS_HOLDING for place in event.places}
    repelled = {place for event in events if event.action is Action.REPELS for place in event.places}
    for event in events:
        told = repelled if _is_attempt(row, event) else taken if event.rule.frame == "stronghold" else ()
        if not set(event.places).intersection(told) and not any(_leads_away(left, event) for left in events):
            yield event


def _is_attempt(row: Row, event: Event) -> bool:
    """Whether it is what may be repelled: an attack, or an attempt to take or enter."""
    return event.action is Action.FIGHTS or (event.action in _ATTEMPTED and tag_at(row, event.start) == "to")


def _leads_away(left: Event, event: Event) -> bool:
    """Whether an event only says where those went who left: "withdrew from X and MOVED TO Y"."""
    same = left.actors == event.actors != () and left.at < event.at
    return same and left.rule.name in _LEAVING and event.rule.name in _ARRIVING


def _event(row: Row, at: int) -> Event | None:
    tag = row[at].tag
    if tag == "verb":
        # A word that fills no frame as a verb may still be a noun.
        return verb_event(row, at) or noun_event(row, at)
    if tag == "noun":
        return noun_event(row, at)
    if tag == "be":
        return presence_event(row, at)
    return held_event(row, at) if tag == "held" and row[at].word in holding_suffixes() else None
