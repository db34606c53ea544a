"""Frames of movement: "withdrew from X", "marched on X", "sent troops to X", "drove A out of X"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.chunks.chunk import tag_at, word_at
from geo.claims.claim import Action
from geo.claims.clauses.objects import place_object
from geo.claims.clauses.phrases import fronted, prepositional
from geo.claims.clauses.subject import antecedent, following_subject
from geo.claims.events.event import ACTORS, PLACES, found
from geo.claims.events.roles import acting, actor_right_after, summed_up
from geo.claims.words.inflect import Form
from geo.claims.words.lexicon import word_list

if TYPE_CHECKING:
    from geo.claims.chunks.chunk import Row
    from geo.claims.events.event import Event
    from geo.claims.events.verb_reading import VerbReading

# How far behind the verb "stationed" may stand: "redeployed some of its troops stationed in".
_STATIONED = 7
_DESTINATION = ("to", "into", "towards")


def source_frame(read: VerbReading) -> Event | None:
    """Place behind "from": "A withdrew from X and from Y"."""
    row = read.row
    place = prepositional(row, read.at + 1, _leading(read), PLACES, 6)
    if read.phrase.lemma in word_list("grammar", "leading_away") and not _leads_away(row, read.at, place):
        return None
    actors = read.acting(person=read.phrase.lemma not in word_list("grammar", "anyone_does"))
    if place is None:
        place = _left(row, actors[0] if actors else read.group.start)
    if place is None and actors:
        # "From X, soldiers withdrew during the afternoon"
        place = fronted(row, actors[0], PLACES, ("from", "out of"))
    if place is None and actors and not any(one.word in _leading(read) for one in row[read.at + 1 :]):
        # "In X, the last battalion withdrew to the border"
        place = fronted(row, actors[0], PLACES, ("in",))
    if place is None or row[place].facility or not actors:
        return None
    return read.event((place, *_second_source(row, place)), actors, partial=row[place].partial)


def _leads_away(row: Row, at: int, place: int | None) -> bool:
    """Whether armed people stand between the verb and the place: "pulled ITS LAST UNITS out of X"."""
    between = row[at + 1 : place] if place is not None else ()
    return any(one.tag == "actor" or one.word in word_list("grammar", "sent") for one in between)


def _left(row: Row, subject: int) -> int | None:
    """The place before "from which A withdrew" or "from where A was driven"."""
    at = subject - 1
    while tag_at(row, at) in {"det", "word"}:
        at -= 1
    if tag_at(row, at) != "rel" or tag_at(row, at - 1) != "from":
        return None
    return next((i for i in antecedent(row, at - 1) if row[i].tag in PLACES), None)


def _leading(read: VerbReading) -> frozenset[str]:
    """What leads to the place left: "from", and "of" behind a verb that ends in "out"."""
    source = word_list("grammar", "source")
    if read.phrase.lemma in word_list("grammar", "leaving_outside"):
        return source | {"outside"}
    return source | {"of"} if read.phrase.lemma.endswith(" out") else source


def _second_source(row: Row, place: int) -> tuple[int, ...]:
    source = word_list("grammar", "source")
    joined = tag_at(row, place + 1) == "and" and word_at(row, place + 2) in source
    return found(prepositional(row, place + 2, source, PLACES, 2)) if joined else ()


def goal_frame(read: VerbReading) -> Event | None:
    """Place as goal: "A marched on X", "A approached X"; not "moved its embassy to X"."""
    row, lemma = read.row, read.phrase.lemma
    direct = lemma in word_list("grammar", "direct_goal_verbs")
    direct = direct or read.rule.vowed or lemma.rpartition(" ")[2] in word_list("grammar", "goal_verb_ends")
    place = place_object(row, read.at + 1).place if direct else None
    if place is None:
        place = prepositional(row, read.at + 1, word_list("grammar", "goal"), PLACES, 5)
    if lemma.endswith(" within"):
        # "Came within 30 kilometres OF X"
        place = prepositional(row, read.at + 1, ("of",), PLACES, 5)
    if place is None and any(one.word == "within" for one in row[read.at + 1 : read.at + 5]):
        # "Pushed east to within 20 km OF X"
        place = prepositional(row, read.at + 3, ("of",), PLACES, 5)
    actors = read.acting(person=lemma in word_list("grammar", "armies_do"))
    if place is None and actors:
        # "Towards X, troops advanced 50 kilometres"
        place = fronted(row, actors[0], PLACES, ("towards", "toward", "into"))
    if place is None or not actors or tag_at(row, read.at + 1) in ACTORS:
        return None
    return read.event((place,), actors, partial=False)


def sent_frame(read: VerbReading) -> Event | None:
    """Place as goal of what is sent: "A sent troops to X", "troops were sent to X"."""
    row, at = read.row, read.at
    place = prepositional(row, at + 1, _DESTINATION, PLACES, 8)
    if place is None:
        return None
    if read.group.passive:
        actors = tuple(at for at in read.acting(person=False) if row[at].tag != "word")
        return read.event((place,), actors, partial=False)
    troops = word_list("grammar", "sent")
    sent = next((i for i in range(at + 1, place) if row[i].tag == "actor" or row[i].word in troops), None)
    if sent is None:
        return None
    actors = read.acting() or (found(sent) if row[sent].tag == "actor" else ())
    return read.event((place,), actors, partial=False)


def moved_frame(read: VerbReading) -> Event | None:
    """Troops are moved away from where they stand: "A redeployed troops stationed in X"."""
    row, at = read.row, read.at
    stationed = next((i for i in range(at + 1, min(at + _STATIONED, len(row))) if _stationed(row, i, at)), None)
    if stationed is None:
        return None
    place = prepositional(row, stationed + 1, word_list("grammar", "scene"), PLACES, 2)
    actors = read.acting() or found(actor_right_after(row, at + 1))
    return read.event((place,), actors) if place is not None and actors else None


def _opens(read: VerbReading) -> bool:
    """Whether a participle opens the sentence: "DRIVEN out of X by A, B regrouped in the desert"."""
    return read.group.start == 0 and Form.PAST in read.phrase.forms


def _stationed(row: Row, at: int, verb: int) -> bool:
    """Whether armed people stand right before a participle that says where they are."""
    # "Withdraw troops" is one verb of several words.
    object_inside = at - 1 == verb and " " in row[verb].word
    armed = object_inside or row[at - 1].tag == "actor" or row[at - 1].word in word_list("grammar", "sent")
    return armed and row[at].word in word_list("grammar", "stationed")


def ousted_frame(read: VerbReading) -> Event | None:
    """The verb's object loses the place: "A drove B out of X", "B was driven from X by A"."""
    row, at = read.row, read.at
    place = prepositional(row, at + 1, _leading(read), PLACES, 8)
    if place is None:
        place = summed_up(row, at)
    if place is None or row[place].facility:
        return None
    if read.phrase.lemma.endswith(" back") and row[place].partial and not read.group.passive:
        # "Pushed them back from the city's gates": they never had it.
        attackers = found(actor_right_after(row, at + 1))
        return replace(read.event((place,), read.acting(), attackers, partial=False), action=Action.REPELS)
    winners, losers = read.acting(), found(actor_right_after(row, at + 1))
    if read.group.passive or read.reduced or _opens(read):
        losers = winners or acting(row, following_subject(row, place + 1))
        winners = found(prepositional(row, at + 1, ("by",), ACTORS, 10))
    return read.event((place,), losers, winners) if losers else None
