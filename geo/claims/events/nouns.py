"""Nouns of control: "the fall of X", "fighting in X", "X is under A's control", "A-held X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.chunks.chunk import tag_at, word_at
from geo.claims.claim import Action
from geo.claims.clauses.objects import place_object
from geo.claims.clauses.phrases import prepositional, scene
from geo.claims.clauses.subject import main_subject, subject
from geo.claims.events.event import ACTORS, PLACES, SIDED, Event, found
from geo.claims.events.states import state_event
from geo.claims.events.strongholds import owner_before, stronghold_event
from geo.claims.words.lexicon import word_list
from geo.claims.words.rules import Rule, verb_rules

if TYPE_CHECKING:
    from geo.claims.chunks.chunk import Row

# What is done to the place that owns the noun; "Russia's withdrawal" is done by the owner.
_DONE_TO_OWNER = frozenset({Action.TAKES})
# A noun of fighting may stand far from its scene; others lead to their place at once.
_NEAR = 2
# "Clashes between A and B WERE REPORTED"
_TOLD = 10
# How far before and behind a siege its end may be told.
_OVER = (4, 9)


def noun_event(row: Row, at: int) -> Event | None:
    """The event of the noun at chunk `at`, or None where it finds no place."""
    rule = row[at].noun
    if rule is None or word_at(row, at - 1) in rule.never_after:
        return None
    if _is_over(row, at, rule):
        return None
    if rule.frame == "stronghold":
        return stronghold_event(row, at, rule)
    return state_event(row, at, rule) or _about(row, at, rule)


def _is_over(row: Row, at: int, rule: Rule) -> bool:
    """Whether a siege is over: "the siege of X was LIFTED", "the army BROKE the siege of X"; not "is not over"."""
    near = row[max(0, at - _OVER[0]) : at + _OVER[1]]
    ended = any(one.word.split()[-1] in word_list("grammar", "over") for one in near)
    return rule.name == "siege" and ended and not any(one.tag in {"neg", "modal", "to"} for one in near)


def held_event(row: Row, at: int) -> Event | None:
    """The event of the suffix at chunk `at` between a holder and a place: "Taliban-held Kunduz"."""
    place = place_object(row, at + 1).place
    if tag_at(row, at - 1) != "actor" or place is None or row[place].tag != "place":
        return None
    return Event(verb_rules()["hold"], Action.HOLDS, at, at - 1, (place,), (at - 1,), voice="held")


def _about(row: Row, at: int, rule: Rule) -> Event | None:
    """The noun leads to its place by a preposition: "the capture of X by A"."""
    fights = rule.action is Action.FIGHTS
    place = _place(row, at, rule)
    if place is None or (row[place].facility and not fights):
        return None
    actors = _actors(row, at, place, rule)
    if _fails(row, at, place, rule):
        return Event(rule, Action.REPELS, at, at, (place,), (), actors, voice="noun")
    if not actors and row[at].word not in rule.unsided and (fights or rule.action in SIDED):
        return None
    opponent = prepositional(row, at + 1, rule.against, ACTORS, 8)
    opponents = found(opponent) if opponent not in actors else ()
    if fights and not opponents and len(actors) > 1:
        actors, opponents = actors[:1], actors[1:2]
    if rule.action is Action.LOSES and not actors and opponents:
        # "The loss of X to A"
        return Event(rule, Action.TAKES, at, at, (place,), opponents, voice="noun")
    partial = row[place].partial and not fights
    start = _possession(row, at, rule)
    return Event(rule, rule.action, at, start, (place,), actors, opponents, partial=partial, voice="noun")


def _fails(row: Row, at: int, place: int, rule: Rule) -> bool:
    """Whether an attack did not succeed: "a FAILED attack on X", "an assault on X COLLAPSED"."""
    near = (word_at(row, at - 1), word_at(row, at - 2), word_at(row, place + 1), word_at(row, place + 2))
    return rule.name in {"attack", "advance-on"} and not word_list("grammar", "failing").isdisjoint(near)


def _possession(row: Row, at: int, rule: Rule) -> int:
    """Where "in (full) control of X" begins, for a rule that says so of its subject; else the noun itself."""
    begin = at - 1 if tag_at(row, at - 1) == "prep" else at - 2
    return begin if "holder" in rule.actor and word_at(row, begin) == "in" else at


def _place(row: Row, at: int, rule: Rule) -> int | None:
    if rule.action is Action.FIGHTS:
        # "Clashes WERE REPORTED on the outskirts of X"
        place = scene(row, at + 1, rule.place, before=at)
        told = next((i for i in range(at + 1, min(at + _TOLD, len(row))) if row[i].tag == "say"), 0)
        told = told if tag_at(row, told - 1) == "be" else 0
        return scene(row, told + 1, rule.place, before=at) if place is None and told else place
    place = prepositional(row, _behind_agent(row, at), rule.place, PLACES, _NEAR)
    return _owning_place(row, at) if place is None and rule.action in _DONE_TO_OWNER else place


def _owning_place(row: Row, at: int) -> int | None:
    """The place whose fall it is: "Palmyra's fall", "Goma's takeover by M23"."""
    back = at - 1
    while at - back <= _NEAR and tag_at(row, back) in {"word", "adv"}:
        back -= 1
    return back - 1 if tag_at(row, back) == "poss" and tag_at(row, back - 1) == "place" else None


def _behind_agent(row: Row, at: int) -> int:
    """Where the place may begin: "the withdrawal of Houthi fighters FROM Hodeidah"."""
    begin = at + 2 + (tag_at(row, at + 2) == "det")
    agent = tag_at(row, at + 1) in {"of", "by"} and tag_at(row, begin) == "actor"
    return begin + 1 if agent and tag_at(row, begin + 1) not in {"poss", "held"} else at + 1


def _actors(row: Row, at: int, place: int, rule: Rule) -> tuple[int, ...]:
    """Who the noun says does it, by its rule; of fighting, else the first two named in the sentence."""
    return (
        _between(row, at, rule)
        or _owner_or_agent(row, at, place, rule)
        or _subjects(row, at, rule)
        or (_first_two(row, place) if rule.action is Action.FIGHTS else ())
    )


def _between(row: Row, at: int, rule: Rule) -> tuple[int, ...]:
    """Both sides of "clashes between A and B"."""
    one = prepositional(row, at + 1, ("between",), ACTORS) if "between" in rule.actor else None
    if one is None:
        return ()
    other = next((i for i in range(one + 1, min(one + 8, len(row))) if row[i].tag == "actor"), None)
    return (*found(one), *found(other))


def _owner_or_agent(row: Row, at: int, place: int, rule: Rule) -> tuple[int, ...]:
    owner = owner_before(row, at) if "before" in rule.actor else None
    leading = rule.actor & {"by", "to", "from", "of"}
    if rule.action is Action.TAKES:
        # "The fall of X was a blow to A": only what follows the place at once is the agent.
        return found(owner) or found(prepositional(row, max(place, at) + 1, leading, ACTORS, 2))
    return found(owner) or found(prepositional(row, at + 1, leading, ACTORS))


def _subjects(row: Row, at: int, rule: Rule) -> tuple[int, ...]:
    """The subject of "launched an attack on", or of the main clause in "following the capture of"."""
    start = _possession(row, at, rule)
    if "subject" not in rule.actor and start == at:
        return ()
    # "A announced a withdrawal from X" is A's own, whatever the main clause is about.
    said = _saying(row, at)
    denied = said is not None and row[said].say in word_list("assertion", "denial")
    if denied and rule.action is Action.TAKES:
        # "The army DISPUTED the capture of X" by somebody else.
        return ()
    own = tuple(i for i in subject(row, start) if row[i].tag in ACTORS)
    if own:
        return own
    unsaid = main_subject(row, at) if said is None else subject(row, said)
    return tuple(i for i in unsaid if row[i].tag in ACTORS)


def _saying(row: Row, at: int) -> int | None:
    """The verb of saying that stands nearer before the noun at `at` than any verb of control, or None."""
    verb = next((i for i in range(at - 1, -1, -1) if row[i].tag in {"say", "verb"}), None)
    return verb if verb is not None and row[verb].tag == "say" else None


def _first_two(row: Row, place: int) -> tuple[int, ...]:
    return tuple(i for i in range(len(row)) if row[i].tag == "actor" and i != place)[:2]
