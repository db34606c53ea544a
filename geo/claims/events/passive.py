"""Passive frames of taking, holding and losing: "X was captured by A", "captured by A, X …", "besieged in X"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.chunks.chunk import tag_at
from geo.claims.claim import Action
from geo.claims.clauses.phrases import prepositional
from geo.claims.clauses.subject import antecedent
from geo.claims.events.event import ACTORS, PLACES, found
from geo.claims.events.garrisons import garrisoned
from geo.claims.events.roles import any_sole, places_in
from geo.claims.words.lexicon import word_list

if TYPE_CHECKING:
    from geo.claims.chunks.chunk import Row
    from geo.claims.events.event import Event
    from geo.claims.events.verb_reading import VerbReading


def passive_event(read: VerbReading) -> Event | None:
    """The event of a passive or of a participle that stands for one, or None where it finds no place."""
    row, at, action = read.row, read.at, read.rule.action
    subjects = read.subjects if read.group.passive else _before_participle(row, read.group.start)
    places = places_in(row, subjects) or (_behind_participle(row, at) if read.reduced and _opens(row, read) else ())
    agent = prepositional(row, at + 1, word_list("grammar", "agent"), ACTORS, 8)
    heir = prepositional(row, at + 1, ("to",), ACTORS, 3) if action is Action.LOSES else None
    if not places and action is Action.BESIEGES:
        return _besieged_people(read, agent) or _besieged_garrison(read, agent) or _besieged_where_they_are(read, agent)
    if not places or (action is not Action.FIGHTS and any(row[i].facility for i in places)):
        return None
    if heir is not None:
        # "X was handed over TO A"
        return replace(read.event(places, found(heir), found(agent), voice="passive"), action=Action.TAKES)
    # "was held by the river", and what nobody is said to hold or to approach.
    by_thing = _has_agent(row, at) and not _by_named_weapons(row, at)
    adjective = read.phrase.lemma in word_list("grammar", "adjectival")
    if agent is None and (by_thing or adjective or action is Action.ADVANCES):
        return None
    opponents = found(prepositional(row, at + 1, word_list("grammar", "source"), ACTORS, 8))
    return read.event(places, found(agent), opponents, rival=read.negated and any_sole(row, subjects), voice="passive")


def _has_agent(row: Row, at: int) -> bool:
    """Whether "by" follows at once: not in "will be freed, BY war if need be"."""
    return any(one.tag == "by" for one in row[at + 1 : at + 3]) and tag_at(row, at + 1) != "comma"


def _by_named_weapons(row: Row, at: int) -> bool:
    """Whether weapons do it: "was hit BY SHELLS"."""
    return any(one.word in word_list("grammar", "weapons") for one in row[at + 2 : at + 6])


def _opens(row: Row, read: VerbReading) -> bool:
    """Whether a participle opens its clause: "CAPTURED by A, X lies in ruins"."""
    return read.group.start == 0 or (tag_at(row, read.group.start - 1) == "adv" and read.group.start == 1)


def _behind_participle(row: Row, at: int) -> tuple[int, ...]:
    comma = next((i for i in range(at + 1, len(row)) if row[i].tag == "comma"), len(row))
    begin = comma + 1 + (tag_at(row, comma + 1) == "det")
    return (begin,) if tag_at(row, begin) in PLACES else ()


def _besieged_people(read: VerbReading, agent: int | None) -> Event | None:
    """Who is surrounded in a place: of "the army is besieged in X by A" the place is besieged."""
    place = prepositional(read.row, read.at + 1, word_list("grammar", "scene"), PLACES)
    inside = read.acting(person=False)
    return read.event((place,), found(agent), inside, voice="passive") if place is not None and agent else None


def _besieged_garrison(read: VerbReading, agent: int | None) -> Event | None:
    """Of "the garrison of X is besieged" the place is besieged."""
    place = garrisoned(read)
    return None if place is None else read.event((place,), found(agent), voice="passive")


def _besieged_where_they_are(read: VerbReading, agent: int | None) -> Event | None:
    """Who is cut off is cut off where they are: of "forces in X are isolated" the place is besieged, by the others."""
    inside = read.acting(person=False)
    if not inside:
        return None
    place = prepositional(read.row, inside[-1] + 1, word_list("grammar", "scene"), PLACES, 1)
    if place is None or place > read.group.start:
        return None
    if agent is not None:
        return read.event((place,), found(agent), inside, voice="passive")
    return read.event((place,), inside, inside, rival=True, voice="passive")


def _before_participle(row: Row, start: int) -> tuple[int, ...]:
    return antecedent(row, start - 1 if tag_at(row, start - 1) == "comma" else start)
