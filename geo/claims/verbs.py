"""Verbs of control: where a verb's frame puts place, actor and opponent, in active, passive and relative clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.claim import Action
from geo.claims.clause import (
    antecedent,
    denoted,
    fronted,
    main_subject,
    place_object,
    prepositional,
    subject,
    verb_group,
)
from geo.claims.events import ACTORS, PLACES, QUIET, Event, found
from geo.claims.inflect import Form

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from geo.claims.chunks import Chunk
    from geo.claims.clause import VerbGroup
    from geo.claims.lexicon import Phrase

_SCENE = ("in", "at", "near", "around", "inside", "outside", "across", "on", "within", "in and around", "close to")
_GOAL = ("towards", "toward", "to", "on", "into", "for", "onto", "in on", "against")
_SOURCE = ("from", "out of", "away from")
_ANYONE_LEAVES = frozenset({"flee", "leave", "quit", "desert", "depart", "move out", "evacuate", "vacate", "abandon", "hand over"})
# A leader who marches on a town brings an army; one who heads there may bring a delegation.
_ARMIES_GO = frozenset({"march", "march on", "advance", "advance on", "advance into", "push into", "push on", "bear down"})
_DIRECT_GOALS = frozenset({"approach", "near"})


def verb_event(row: Sequence[Chunk], at: int) -> Event | None:
    """The event of the verb at chunk `at`: the first of its readings whose frame is filled, or None."""
    for phrase, _ in row[at].phrases:
        event = _FRAMES[phrase.rule.frame](row, at, phrase, verb_group(row, at, phrase))
        if event and event.places:
            return event
    return None


def _actors(row: Sequence[Chunk], indexes: tuple[int, ...], *, person: bool = True) -> tuple[int, ...]:
    """Those of a subject that can act; without `person`, a single person's journey is not an army's."""
    return tuple(
        i
        for i in indexes
        if (row[i].tag == "actor" and (person or not (row[i].actor and row[i].actor.person)))
        or (row[i].tag == "pron" and (person or row[i].word in {"they", "it", "we"}))
        or (row[i].tag == "word" and row[i].capital and (person or not (i and row[i - 1].capital)))
    )


def _places(row: Sequence[Chunk], indexes: tuple[int, ...]) -> tuple[int, ...]:
    """Those of a subject that are places; a noun that only describes one leads to it."""
    places = [i if row[i].tag != "kind" else denoted(row, i) for i in indexes]
    return tuple(
        i for i in places if i is not None and (row[i].tag in PLACES or (row[i].tag == "pron" and row[i].word in {"it", "they"}))
    )


def _only(row: Sequence[Chunk], indexes: tuple[int, ...]) -> bool:
    """ "the only region that …": what is denied of it is said of all others."""
    return any(row[i].tag == "kind" and any(c.word in {"only", "last", "sole"} for c in row[max(0, i - 4) : i]) for i in indexes)


def _reduced(row: Sequence[Chunk], at: int, phrase: Phrase, group: VerbGroup) -> bool:
    """A participle that stands for a relative clause: "districts captured by …"."""
    if Form.PAST not in phrase.forms or any(c.tag in {"be", "have", "do", "modal", "to"} for c in row[group.start : at]):
        return False
    follows = next((c for c in row[at + 1 :] if c.tag not in {"adv", "time"}), None)
    return follows is not None and follows.tag == "by"


def _object(row: Sequence[Chunk], at: int, phrase: Phrase, group: VerbGroup) -> Event | None:
    if group.passive or _reduced(row, at, phrase, group):
        return _passive(row, at, phrase, group)
    target, owner = place_object(row, at + 1)
    rule = phrase.rule
    if target is None:
        if owner is not None and rule.action is Action.FIGHTS:
            return _scene(row, at, phrase, group)
        return _relative(row, at, phrase, group) or _bare_participle(row, at, phrase, group)
    if row[target.at].facility and rule.action is not Action.FIGHTS:
        return None
    actors = _actors(row, subject(row, group.start), person=phrase.lemma not in _ANYONE_LEAVES and rule.action is not Action.ADVANCES)
    if not actors and group.ing:
        actors = _actors(row, main_subject(row, group.start))
    if not actors and not group.infinitive and not group.ing:
        return None
    if not actors and rule.action in QUIET:
        return None
    opponents = found(owner) or found(prepositional(row, target.at + 1, _SOURCE, ACTORS, 4))
    partial = target.partial or row[target.at].partial
    return Event(rule, rule.action, at, group.start, (target.at,), actors, opponents, partial=partial)


def _passive(row: Sequence[Chunk], at: int, phrase: Phrase, group: VerbGroup) -> Event | None:
    rule = phrase.rule
    subjects = subject(row, group.start) if group.passive else _before_participle(row, group.start)
    places = _places(row, subjects)
    if not places:
        return None
    agent = prepositional(row, at + 1, ("by", "at the hands of"), ACTORS, 8)
    by_thing = agent is None and any(c.tag == "by" for c in row[at + 1 : at + 3])
    facility = any(row[i].facility for i in places) and rule.action is not Action.FIGHTS
    if facility or (agent is None and (by_thing or rule.action in QUIET - {Action.LOSES, Action.BESIEGES})):
        return None
    partial = any(row[i].partial for i in places)
    opponents = found(prepositional(row, at + 1, _SOURCE, ACTORS, 8))
    only = _only(row, subjects)
    return Event(rule, rule.action, at, group.start, places, found(agent), opponents, partial=partial, rival=only, voice="passive")


def _before_participle(row: Sequence[Chunk], start: int) -> tuple[int, ...]:
    back = start - 1 if start and row[start - 1].tag == "comma" else start
    return antecedent(row, back)


def _relative(row: Sequence[Chunk], at: int, phrase: Phrase, group: VerbGroup) -> Event | None:
    """The object comes first: "districts that local militias had seized", "the only province the Taliban do not control"."""
    actors = _actors(row, subject(row, group.start), person=False)
    if not actors or row[actors[0]].tag == "word":
        return None
    first = actors[0]
    while first and row[first - 1].tag in {"det", "word", "adv"}:
        first -= 1
    if not first or row[first - 1].tag not in {"rel", "that", "kind", "ref", "place"}:
        return None
    back = antecedent(row, first - 1) if row[first - 1].tag in {"rel", "that"} else (first - 1,)
    places = _places(row, back)
    return Event(phrase.rule, phrase.rule.action, at, group.start, places, actors, rival=_only(row, back), voice="relative")


def _bare_participle(row: Sequence[Chunk], at: int, phrase: Phrase, group: VerbGroup) -> Event | None:
    """ "Banu, captured on Friday, …": a participle without an agent right behind the place."""
    if Form.PAST not in phrase.forms or group.start != at or phrase.rule.action is not Action.TAKES:
        return None
    back = at - 1 if at and row[at - 1].tag == "comma" else at
    follows = row[at + 1].tag if at + 1 < len(row) else "end"
    if not back or row[back - 1].tag not in PLACES or follows not in {"time", "comma", "from", "end", "sub"}:
        return None
    return Event(phrase.rule, phrase.rule.action, at, at, (back - 1,), partial=row[back - 1].partial, voice="passive")


def _subject(row: Sequence[Chunk], at: int, phrase: Phrase, group: VerbGroup) -> Event | None:
    subjects = subject(row, group.start)
    places = _places(row, subjects)
    if not places or any(row[i].facility for i in places):
        return None
    only = _only(row, subjects)
    partial = any(row[i].partial for i in places)
    ends = phrase.lemma.rpartition(" ")[2]
    if ends in {"to", "of", "under"}:
        actor = _right_after(row, at + 1)
        if actor is None:
            return None
    else:
        actor = prepositional(row, at + 1, ("to",), ACTORS, 4)
        follows = row[at + 1] if at + 1 < len(row) else None
        if actor is None and follows and follows.tag in {"prep", "by", "of", "from", "det", "number"} and follows.word not in {"on", "in", "amid", "without"}:
            return None
    return Event(phrase.rule, phrase.rule.action, at, group.start, places, found(actor), partial=partial, rival=only, voice="subject")


def _right_after(row: Sequence[Chunk], at: int) -> int | None:
    for step in range(at, min(at + 5, len(row))):
        if row[step].tag in ACTORS or (row[step].tag == "word" and row[step].capital):
            return step
        if row[step].tag not in {"det", "word", "adv", "quote", "number", "of"}:
            return None
    return None


def _source(row: Sequence[Chunk], at: int, phrase: Phrase, group: VerbGroup) -> Event | None:
    place = prepositional(row, at + 1, _SOURCE, PLACES, 6)
    if place is None or row[place].facility:
        return None
    actors = _actors(row, subject(row, group.start), person=phrase.lemma not in _ANYONE_LEAVES)
    if not actors:
        return None
    places = (place, *_also(row, place))
    return Event(phrase.rule, phrase.rule.action, at, group.start, places, actors, partial=row[place].partial)


def _also(row: Sequence[Chunk], place: int) -> tuple[int, ...]:
    """ "from X and from Y": the second place."""
    joined = place + 2 < len(row) and row[place + 1].tag == "and" and row[place + 2].word in _SOURCE
    return found(prepositional(row, place + 2, _SOURCE, PLACES, 2)) if joined else ()


def _goal(row: Sequence[Chunk], at: int, phrase: Phrase, group: VerbGroup) -> Event | None:
    direct = phrase.lemma in _DIRECT_GOALS or phrase.lemma.rpartition(" ")[2] in {"on", "into", "in", "for"}
    target = place_object(row, at + 1)[0] if direct else None
    place = target.at if target else prepositional(row, at + 1, _GOAL, PLACES, 5)
    actors = _actors(row, subject(row, group.start), person=phrase.lemma in _ARMIES_GO)
    moved = at + 1 < len(row) and row[at + 1].tag in {"pron", "actor"}
    if place is None or not actors or moved:
        return None
    return Event(phrase.rule, phrase.rule.action, at, group.start, (place,), actors)


def _sent(row: Sequence[Chunk], at: int, phrase: Phrase, group: VerbGroup) -> Event | None:
    place = prepositional(row, at + 1, ("to", "into", "towards"), PLACES, 8)
    sent = place_object(row, at + 1)[1] or next((i for i in range(at + 1, min(at + 6, len(row))) if row[i].tag == "actor"), None)
    if place is None or sent is None or sent > place:
        return None
    actors = _actors(row, subject(row, group.start)) if not group.passive else ()
    return Event(phrase.rule, phrase.rule.action, at, group.start, (place,), actors or (sent,))


def _scene(row: Sequence[Chunk], at: int, phrase: Phrase, group: VerbGroup) -> Event | None:
    place = prepositional(row, at + 1, _SCENE, PLACES)
    if place is None:
        place = fronted(row, group.start, PLACES)
    actors = _actors(row, subject(row, group.start), person=False)
    if place is None or not actors or row[actors[0]].tag == "word":
        return None
    opponent = prepositional(row, at + 1, ("with", "against"), ACTORS, 6)
    if opponent is None:
        opponent = place_object(row, at + 1)[1]
    return Event(phrase.rule, phrase.rule.action, at, group.start, (place,), actors, found(opponent), voice="scene")


def _ousted(row: Sequence[Chunk], at: int, phrase: Phrase, group: VerbGroup) -> Event | None:
    place = prepositional(row, at + 1, _SOURCE, PLACES, 8)
    if place is None or row[place].facility:
        return None
    subjects = _actors(row, subject(row, group.start))
    if group.passive or _reduced(row, at, phrase, group):
        winner = found(prepositional(row, at + 1, ("by",), ACTORS, 10))
        losers = subjects
    else:
        winner, losers = subjects, found(_right_after(row, at + 1))
    if not losers:
        return None
    return Event(phrase.rule, phrase.rule.action, at, group.start, (place,), losers, winner, partial=row[place].partial)


def _repelled(row: Sequence[Chunk], at: int, phrase: Phrase, group: VerbGroup) -> Event | None:
    if group.passive:
        noun = next((i for i in range(group.start - 1, -1, -1) if row[i].tag == "noun"), None)
        place = prepositional(row, noun + 1, ("on", "in", "at", "near", "against", "towards"), PLACES) if noun is not None else None
        actors = found(prepositional(row, at + 1, ("by",), ACTORS, 6))
        start = noun if noun is not None else at
    else:
        place = prepositional(row, at + 1, ("on", "in", "at", "near", "around", "from", "against", "towards", "into"), PLACES)
        actors, start = _actors(row, subject(row, group.start)), at
    if place is None:
        place = fronted(row, group.start, PLACES)
    if place is None:
        return None
    attackers = [i for i in range(max(0, start - 2), len(row)) if row[i].tag == "actor" and i not in actors]
    return Event(phrase.rule, phrase.rule.action, at, group.start, (place,), actors, tuple(attackers[:1]))


_FRAMES: dict[str, Callable[[Sequence[Chunk], int, Phrase, VerbGroup], Event | None]] = {
    "object": _object,
    "subject": _subject,
    "source": _source,
    "goal": _goal,
    "sent": _sent,
    "scene": _scene,
    "ousted": _ousted,
    "repelled": _repelled,
}
