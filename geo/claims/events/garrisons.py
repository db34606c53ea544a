"""Those who stand in a place and give it up: "X's garrison surrendered to A", "the garrison of X surrendered"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.chunks.chunk import tag_at, word_at
from geo.claims.claim import Action
from geo.claims.clauses.phrases import fronted, prepositional
from geo.claims.events.event import ACTORS, PLACES, found
from geo.claims.words.lexicon import word_list

if TYPE_CHECKING:
    from geo.claims.chunks.chunk import Row
    from geo.claims.events.event import Event
    from geo.claims.events.verb_reading import VerbReading

_LEADING = frozenset({"of", "in", "at"})


def garrison_gives_up(read: VerbReading) -> Event | None:
    """The event of a surrender whose subject are those inside a place.

    Args:
        read: A verb that says so of its subject.

    Returns:
        The place taken by whom they surrender to, else lost by them; None where nobody's place is named.
    """
    row = read.row
    inside, place = _garrison(read)
    if inside is None or place is None:
        return None
    winner = found(prepositional(row, read.at + 1, ("to",), ACTORS, 4))
    event = read.event((place,), winner or (inside,), (inside,) if winner else (), voice="subject")
    return event if winner else replace(event, action=Action.LOSES)


def garrisoned(read: VerbReading) -> int | None:
    """The place that those stand in who are a verb's subject: "the garrison of X"; None where it is no garrison."""
    return _garrison(read)[1]


def _garrison(read: VerbReading) -> tuple[int | None, int | None]:
    """Those of a verb's subject that stand inside a place, and the place."""
    inside = next((at for at in read.subjects if _stands_inside(read.row, at)), None)
    return inside, None if inside is None else _place(read.row, inside, read.group.start)


def _stands_inside(row: Row, at: int) -> bool:
    return row[at].tag in {"actor", "word"} and row[at].word.split()[-1] in word_list("grammar", "garrisons")


def _place(row: Row, inside: int, before: int) -> int | None:
    if tag_at(row, inside - 1) == "poss" and tag_at(row, inside - 2) in PLACES:
        return inside - 2
    if word_at(row, inside + 1) in _LEADING:
        place = prepositional(row, inside + 1, _LEADING, PLACES, 1)
        return place if place is not None and place < before else None
    return fronted(row, inside, PLACES)
