"""What is hit or taken stands in a place: "rockets hit a house in X", "In X, rebels seized the headquarters"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from geo.claims.chunks.chunk import word_at
from geo.claims.claim import Action
from geo.claims.clauses.phrases import fronted, scene
from geo.claims.events.event import PLACES
from geo.claims.words.lexicon import word_list

if TYPE_CHECKING:
    from geo.claims.events.event import Event
    from geo.claims.events.verb_reading import VerbReading

_PART_REACH = 7


def by_weapons(read: VerbReading) -> bool:
    """Whether weapons do it that nobody is named to fire: "SHELLS hit X"."""
    subject = word_at(read.row, read.group.start - 1).rpartition(" ")[2]
    return read.rule.action is Action.FIGHTS and subject in word_list("grammar", "weapons")


def struck(read: VerbReading) -> Event | None:
    """Weapons hit what stands in a place: "rockets hit a block of flats IN X"."""
    if not by_weapons(read) or word_at(read.row, read.at) in word_list("grammar", "weapons"):
        return None
    place = scene(read.row, read.at + 1, word_list("grammar", "scene"), before=read.group.start)
    return None if place is None else read.event((place,), read.acting(person=False), partial=False)


def part_of_front(read: VerbReading) -> Event | None:
    """What is taken is a part of the place that opens the sentence: "In X, rebels seized the army's HEADQUARTERS"."""
    row, at = read.row, read.at
    part = any(one.word in _parts() for one in row[at + 1 : at + _PART_REACH])
    actors = read.acting(person=False)
    place = fronted(row, actors[0], PLACES, ("in", "at")) if part and actors else None
    return None if place is None else read.event((place,), actors, partial=True)


@cache
def _parts() -> frozenset[str]:
    return word_list("places", "standing") | word_list("places", "sites") | word_list("places", "parts.some")
