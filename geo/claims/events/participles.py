"""Participles that stand for a sentence: "X, captured on Friday, …", "the newly captured X", "have X surrounded"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.chunks.chunk import tag_at, word_at
from geo.claims.claim import Action
from geo.claims.clauses.subject import subject
from geo.claims.events.event import PLACES
from geo.claims.events.roles import acting
from geo.claims.words.inflect import Form
from geo.claims.words.lexicon import word_list

if TYPE_CHECKING:
    from geo.claims.events.event import Event
    from geo.claims.events.verb_reading import VerbReading

_AFTER_PARTICIPLE = frozenset({"", "time", "comma", "from", "sub", "quote"})


def bare_participle(read: VerbReading) -> Event | None:
    """A participle without an agent right behind the place: "Banu, captured on Friday, …"."""
    row, at = read.row, read.at
    if Form.PAST not in read.phrase.forms or read.group.start != at:
        return None
    if read.rule.action is Action.BESIEGES and tag_at(row, at - 1) in PLACES and tag_at(row, at - 2) == "have":
        # "A have X surrounded"
        return read.event((at - 1,), acting(row, subject(row, at - 2)))
    if read.rule.action is not Action.TAKES:
        return None
    place = at - 2 if tag_at(row, at - 1) in {"comma", "quote"} else at - 1
    if tag_at(row, place) not in PLACES or tag_at(row, at + 1) not in _AFTER_PARTICIPLE:
        return None
    # "The rebels declared Damascus liberated": by themselves.
    declared = tag_at(row, place - 1) == "say"
    return read.event((place,), acting(row, subject(row, place - 1)) if declared else (), voice="passive")


def taken_frame(read: VerbReading) -> Event | None:
    """A participle before its place: "the newly captured town of X"."""
    row, at = read.row, read.at
    begin = at - (word_at(row, at - 1) in word_list("grammar", "lately"))
    determined = tag_at(row, begin - 1) == "det" and Form.PAST in read.phrase.forms
    place = at + 1 if determined and tag_at(row, at + 1) == "place" else None
    return None if place is None else read.event((place,), voice="passive")
