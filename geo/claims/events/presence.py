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
_BEFORE_ARMED = frozenset({"det", "neg", "adv", "number", "word"})
_AUXILIARY = frozenset({"have", "modal", "neg", "adv", "be"})


def presence_event(row: Row, at: int) -> Event | None:
    """The event of "be" at chunk `at` where armed people are in a place, or at its gates; else None."""
    if word_at(row, at - 1) == "there":
        return _there_are(row, at)
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


def _there_are(row: Row, at: int) -> Event | None:
    """The event of "there are (no) M23 fighters in X"."""
    who = at + 1
    while tag_at(row, who) in _BEFORE_ARMED:
        who += 1
    if tag_at(row, who) != "actor" or _only_speaks(row, who) or word_at(row, who + 1) not in {"in", "inside"}:
        return None
    place = who + 2
    while tag_at(row, place) in {"det", "kind"}:
        place += 1
    if tag_at(row, place) not in PLACES:
        return None
    rule, none = verb_rules()["presence"], any(one.word == "no" or one.tag == "neg" for one in row[at:who])
    return Event(rule, rule.action, at, at, (place,), (who,), negated=none, voice="predicate")


def _only_speaks(row: Row, at: int) -> bool:
    return row[at].word.split()[-1] in word_list("grammar", "no_army")
