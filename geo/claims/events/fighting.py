"""Frames of fighting: "A clashed with B in X", "A repelled an attack by B on X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.chunks.chunk import tag_at
from geo.claims.clauses.objects import place_object
from geo.claims.clauses.phrases import fronted, prepositional, scene
from geo.claims.clauses.subject import antecedent
from geo.claims.events.event import ACTORS, PLACES, found
from geo.claims.words.lexicon import word_list

if TYPE_CHECKING:
    from geo.claims.chunks.chunk import Row
    from geo.claims.events.event import Event
    from geo.claims.events.verb_reading import VerbReading

_ATTEMPT = 9


def scene_frame(read: VerbReading) -> Event | None:
    """Place as scene: "A clashed with B in X", "In X, A fought B"."""
    row, at = read.row, read.at
    place = scene(row, at + 1, word_list("grammar", "scene"), before=read.group.start)
    actors = read.acting(person=False)
    if place is None and actors and tag_at(row, actors[0] - 1) == "rel":
        # "Samarra, where they clashed with troops"
        place = next((i for i in antecedent(row, actors[0] - 1) if row[i].tag in PLACES), None)
    if place is None or not actors or row[actors[0]].tag == "word":
        return None
    opponent = prepositional(row, at + 1, ("with", "against"), ACTORS, 6)
    if opponent is None:
        opponent = place_object(row, at + 1).actor
    return read.event((place,), actors, found(opponent), partial=False, voice="scene")


def _attempted(row: Row, at: int) -> int | None:
    """The place that those tried to take who were repelled: "foiled an attempt to retake X"."""
    tries = word_list("grammar", "attempts")
    tried = next((i for i in range(at + 1, min(at + _ATTEMPT, len(row))) if row[i].word in tries), None)
    if tried is None:
        return None
    return next((i for i in range(tried + 1, min(tried + _ATTEMPT, len(row))) if row[i].tag in PLACES), None)


def _tried(row: Row, before: int) -> int | None:
    """The place of an attempt that is the subject of a verb at `before`: "ATTEMPTS to storm X were beaten off"."""
    tries = word_list("grammar", "attempts")
    tried = next((i for i in range(before - 1, -1, -1) if row[i].word in tries), None)
    return next((i for i in range(tried, before) if row[i].tag in PLACES), None) if tried is not None else None


def _behind(row: Row, at: int) -> int | None:
    """The first place behind a verb, before any other: "fought off A at the corps' base in X"."""
    for step in range(at + 1, min(at + _ATTEMPT, len(row))):
        if row[step].tag in PLACES:
            return step
        if row[step].tag in {"verb", "say", "sub", "comma"}:
            return None
    return None


def repelled_frame(read: VerbReading) -> Event | None:
    """An attack that failed: "A repelled an attack on X", "an attack on X was repelled by A"."""
    row = read.row
    if read.group.passive:
        start, place = _failed_attack(read)
        if place is None and (people := _driven_off(read)):
            return people
        actors = _winners(read)
    else:
        start, actors, place = read.at, read.acting(), _defended(read)
        if place is not None and any(one.word in word_list("grammar", "crowd") for one in row[read.at + 1 : place]):
            return None
    if place is None:
        place = fronted(row, read.group.start, PLACES)
    if place is None:
        return None
    attacker = next((i for i in range(max(0, start - 2), len(row)) if row[i].tag == "actor" and i not in actors), None)
    return read.event((place,), actors, found(attacker), partial=False)


def _failed_attack(read: VerbReading) -> tuple[int, int | None]:
    """The attack that is the subject, by its noun, and its place: "an ATTACK on X was repelled"."""
    row, start = read.row, read.group.start
    noun = next((i for i in range(start - 1, -1, -1) if row[i].tag == "noun"), None)
    if noun is None:
        return read.at, _tried(row, start)
    return noun, prepositional(row, noun + 1, word_list("grammar", "repelled_attack"), PLACES)


def _driven_off(read: VerbReading) -> Event | None:
    """Who attacked is the subject: "the rebels were repelled NEAR X"."""
    place = prepositional(read.row, read.at + 1, word_list("grammar", "scene"), PLACES, 4)
    attackers = read.acting(person=False)
    return read.event((place,), _winners(read), attackers, partial=False) if attackers and place is not None else None


def _winners(read: VerbReading) -> tuple[int, ...]:
    return found(prepositional(read.row, read.at + 1, ("by",), ACTORS, 6))


def _defended(read: VerbReading) -> int | None:
    """The place that an attack was repelled from: "repelled an attack ON X"."""
    row, at = read.row, read.at
    place = scene(row, at + 1, word_list("grammar", "repelled"), before=read.group.start)
    place = _attempted(row, at) if place is None else place
    return _behind(row, at) if place is None else place
