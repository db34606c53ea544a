"""Nouns of control: "the fall of X", "fighting in X", "X is under A's control", "X, the last stronghold of A", "A-held X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.claim import Action
from geo.claims.clause import denoted, fronted, main_subject, place_object, prepositional, subject
from geo.claims.events import ACTORS, PLACES, Event, found

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.claims.chunks import Chunk
    from geo.claims.lexicon import Rule

_BECOME = frozenset({"come", "comes", "came", "coming", "fall", "falls", "fell", "fallen", "falling", "bring", "brought", "pass", "passed", "put", "return", "returned"})
_OUTSIDE = frozenset({"beyond", "outside", "out of", "outside of"})
# Fighting needs no named side to be fighting; an "attack" or a "strike" may be of quite another kind.
_PLAIN = frozenset({
    "fighting", "clash", "clashes", "battle", "battles", "shelling", "bombardment", "airstrike", "airstrikes", "firefight", "skirmish", "skirmishes",
    "infighting", "hostilities", "gunfight", "combat",
})


def noun_event(row: Sequence[Chunk], at: int) -> Event | None:
    """The event of the noun at chunk `at`, or None where it finds no place."""
    rule = row[at].noun
    if rule is None:
        return None
    if rule.frame == "stronghold":
        return _stronghold(row, at, rule)
    return _inside(row, at, rule) or _about(row, at, rule)


def held_event(row: Sequence[Chunk], at: int, rule: Rule) -> Event | None:
    """ "Taliban-held Kunduz": the suffix at chunk `at` between a holder and a place."""
    if not at or row[at - 1].tag != "actor":
        return None
    target, _ = place_object(row, at + 1)
    if target is None or row[target.at].tag != "place":
        return None
    return Event(rule, Action.HOLDS, at, at - 1, (target.at,), (at - 1,), partial=target.partial, voice="held")


def _owner(row: Sequence[Chunk], at: int) -> int | None:
    """An actor right before a noun: "the Taliban's recent offensive", "Russian withdrawal"."""
    for back in range(at - 1, max(-1, at - 4), -1):
        if row[back].tag == "actor":
            return back
        if row[back].tag not in {"poss", "word", "det", "noun"}:
            return None
    return None


def _inside(row: Sequence[Chunk], at: int, rule: Rule) -> Event | None:
    """The noun makes a statement about the subject: "X is under the control of A"."""
    back = at - 1
    owner = None
    while back >= 0 and at - back <= 5 and row[back].tag in {"det", "word", "actor", "poss", "adv"}:  # noqa: PLR2004
        owner = back if row[back].tag == "actor" else owner
        back -= 1
    if back < 0 or row[back].word.split()[-1] not in {word.split()[-1] for word in rule.inside}:
        return None
    actor = owner if owner is not None else prepositional(row, at + 1, ("of", "by", "from"), ACTORS, 3)
    if actor is None and rule.action is Action.HOLDS:
        return None
    subjects = subject(row, back)
    places = tuple(i for i in subjects if row[i].tag in PLACES or row[i].word == "it")
    only = False
    nouns = [i for i in range(back - 1, max(-1, back - 12), -1) if row[i].word in {"part", "region", "province", "area", "city", "district", "town", "place"}]
    if nouns and any(c.word in {"only", "last", "sole"} for c in row[max(0, nouns[-1] - 4) : nouns[-1]]):
        place = denoted(row, nouns[-1])
        places, only = found(place), True
    if not places:
        return None
    words = {word for c in row[max(0, back - 2) : back + 1] for word in c.word.split()}
    action = Action.TAKES if rule.action is Action.HOLDS and words & _BECOME else rule.action
    outside = row[back].word in _OUTSIDE
    return Event(rule, action, at, back, places, found(actor), rival=only and outside, negated=outside, voice="predicate")


def _about(row: Sequence[Chunk], at: int, rule: Rule) -> Event | None:
    """The noun leads to its place by a preposition: "the capture of X by A"."""
    fights = rule.action is Action.FIGHTS
    place = prepositional(row, at + 1, rule.place, PLACES, 14 if fights else 2)
    if place is None and fights:
        place = fronted(row, at, PLACES)
    if place is None or (row[place].facility and not fights):
        return None
    actors = _noun_actors(row, at, place, rule)
    if not actors and row[at].word not in _PLAIN and rule.action in {Action.FIGHTS, Action.ADVANCES, Action.HOLDS, Action.BESIEGES}:
        return None
    opponent = prepositional(row, at + 1, rule.against, ACTORS, 8) if rule.against else None
    if opponent in actors:
        opponent = None
    if fights and opponent is None and len(actors) > 1:
        opponent, actors = actors[1], actors[:1]
    partial = row[place].partial and not fights
    return Event(rule, rule.action, at, at, (place,), actors, found(opponent), partial=partial, voice="noun")


def _noun_actors(row: Sequence[Chunk], at: int, place: int, rule: Rule) -> tuple[int, ...]:
    if "between" in rule.actor:
        one = prepositional(row, at + 1, ("between",), ACTORS)
        if one is not None:
            other = next((i for i in range(one + 1, min(one + 8, len(row))) if row[i].tag == "actor"), None)
            return (*found(one), *found(other))
    owner = _owner(row, at) if "before" in rule.actor else None
    agent = prepositional(row, at + 1, rule.actor & {"by", "to", "from", "of"}, ACTORS)
    if owner is not None or agent is not None:
        return found(owner) or found(agent)
    if "subject" in rule.actor:
        subjects = tuple(i for i in subject(row, at) if row[i].tag in ACTORS)
        subjects = subjects or tuple(i for i in main_subject(row, at) if row[i].tag in ACTORS)
        if subjects:
            return subjects
    if rule.action is Action.FIGHTS:
        return tuple(i for i in range(len(row)) if row[i].tag == "actor" and i != place)[:2]
    return ()


def _stronghold(row: Sequence[Chunk], at: int, rule: Rule) -> Event | None:
    """The noun describes a place: "Panjshir, the last holdout against A", "the A stronghold of X"."""
    against = prepositional(row, at + 1, rule.against, frozenset({"actor"}), 4) if rule.against else None
    owner = _owner(row, at)
    of = prepositional(row, at + 1, ("of",), frozenset({"actor"}), 5)
    named = place_object(row, at + 1)[0]
    if named is None and rule.place:
        step = prepositional(row, at + 1, rule.place, PLACES, 1)
        right: int | None = step
    else:
        right = named.at if named and row[named.at].tag == "place" else None
    place = right if right is not None else denoted(row, at)
    holder = of if of is not None else None
    if holder is None and against is None:
        holder = owner
    actor = holder if holder is not None else against
    if place is None or actor is None or (place == actor):
        return None
    return Event(rule, Action.HOLDS, at, at, (place,), (actor,), rival=holder is None, voice="predicate")
