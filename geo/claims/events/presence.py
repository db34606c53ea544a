"""The frame of being there: "the rebels are in X", "the army is at the gates of X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.chunks.chunk import tag_at, word_at
from geo.claims.claim import Action
from geo.claims.clauses.phrases import NOUN_PHRASE
from geo.claims.clauses.subject import subject
from geo.claims.events.event import PLACES, Event
from geo.claims.events.roles import acting
from geo.claims.words.lexicon import word_list
from geo.claims.words.rules import verb_rules

if TYPE_CHECKING:
    from geo.claims.chunks.chunk import Row

_PASSED = frozenset({"adv", "neg", "time", "have", "be", "quote"})
_BEFORE_PLACE = frozenset({"det", "word", "kind", "of", "prep", "number"})
_AUXILIARY = frozenset({"have", "modal", "neg", "adv", "be"})


def presence_event(row: Row, at: int) -> Event | None:
    """The event of "be" at chunk `at` where armed people are in a place, or at its gates; else None."""
    stop = at + 1
    while tag_at(row, stop) in _PASSED:
        stop += 1
    start = at
    while tag_at(row, start - 1) in _AUXILIARY:
        start -= 1
    away = word_at(row, stop) == "out of"
    if not away and word_at(row, stop) not in word_list("grammar", "present"):
        return None
    place = stop + 1
    while place - stop < NOUN_PHRASE and tag_at(row, place) in _BEFORE_PLACE:
        place += 1
    between = {word for one in row[stop + 1 : place] for word in one.word.split()}
    plain = all(one.tag == "det" for one in row[stop + 1 : place])
    if tag_at(row, place) not in PLACES or not (plain or between & word_list("grammar", "thresholds")):
        return None
    actors = acting(row, subject(row, start), person=False)
    armed = actors and all(row[i].tag == "actor" and not _only_speaks(row, i) for i in actors)
    rule = verb_rules()["presence"]
    action = Action.LOSES if away else rule.action
    return Event(rule, action, stop, stop, (place,), actors, voice="predicate") if armed else None


def _only_speaks(row: Row, at: int) -> bool:
    return row[at].word.split()[-1] in word_list("grammar", "no_army")
