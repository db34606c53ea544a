"""Frames of taking, holding and losing: the place is the verb's object ("captured X") or its subject ("X fell")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.chunks.chunk import tag_at, word_at
from geo.claims.claim import Action
from geo.claims.clauses.objects import Target, place_object
from geo.claims.clauses.phrases import prepositional
from geo.claims.clauses.subject import antecedent, following_subject, main_subject
from geo.claims.events.event import ACTORS, PLACES, SIDED, found
from geo.claims.events.fighting import scene_frame
from geo.claims.events.garrisons import garrison_gives_up
from geo.claims.events.participles import bare_participle
from geo.claims.events.passive import passive_event
from geo.claims.events.roles import acting, actor_right_after, any_sole, places_in, summed_up
from geo.claims.events.strongholds import owner_before
from geo.claims.events.struck import by_weapons, part_of_front, struck
from geo.claims.words.lexicon import table, word_list

if TYPE_CHECKING:
    from geo.claims.chunks.chunk import Row
    from geo.claims.events.event import Event
    from geo.claims.events.verb_reading import VerbReading

_QUIET = SIDED | {Action.LOSES}
_BEFORE_PLACE = frozenset({"rel", "that", "kind", "ref", "place"})
_AFTER_PARTICIPLE = frozenset({"", "time", "comma", "from", "sub", "quote"})
_LIGHT_REACH = 5
_OBJECT = frozenset({"det", "word", "number", "kind", "actor"})
_PART_REACH = 7
_NOBODY = frozenset({"nobody", "no one", "none"})
_AFTER_INTRANSITIVE = frozenset({"prep", "by", "of", "from", "det", "number"})


def object_frame(read: VerbReading) -> Event | None:
    """Place as object: "A captured X from B", "X was captured (by A)", "X, which A had captured"."""
    row, at, rule = read.row, read.at, read.rule
    if read.group.passive or read.reduced:
        return passive_event(read)
    target = place_object(row, at + 1)
    if target.place is None and rule.name == "enter":
        # "Reached the river AT Kherson"
        target = Target(prepositional(row, at + 1, ("at", "near"), PLACES, 4), partial=True)
    if target.place is None:
        if target.actor is not None and rule.action in {Action.FIGHTS, Action.BESIEGES}:
            return scene_frame(read)
        return _relative(read) or bare_participle(read) or struck(read) or part_of_front(read)
    if (row[target.place].facility and rule.action is not Action.FIGHTS) or not _whole(read, target.place):
        return None
    actors = _object_actors(read)
    unnamed = read.group.infinitive or read.group.ing or by_weapons(read) or _nobody(read)
    own = read.group.ing and tag_at(row, read.group.start - 1) == "say"
    if not actors and not own and not _nobody(read) and (rule.action in _QUIET or not unnamed):
        return None
    summed = summed_up(row, at)
    # "Liberated 12 settlements in the region, AMONG THEM X and Y"
    places = found(summed) or (target.place, *_coordinated(row, target.place))
    # "Took X from B", and "abandoned X to B".
    leading = ("to",) if rule.action is Action.LOSES else word_list("grammar", "source")
    opponents = found(target.actor) or found(prepositional(row, target.place + 1, leading, ACTORS, 4))
    partial = summed is None and (target.partial or row[target.place].partial)
    return read.event(places, actors, opponents, partial=partial)


def _coordinated(row: Row, place: int) -> tuple[int, ...]:
    """Further places that a verb has for its object: "controls most of X AND NEARLY ALL OF Y"."""
    at = place + 1
    if tag_at(row, at) != "and" or row[at].word not in word_list("places", "joining"):
        return ()
    at += 1
    while tag_at(row, at) in {"det", "word", "adv"} and at - place < _LIGHT_REACH:
        at += 1
    own_clause = tag_at(row, at + 1) in {"verb", "be", "have", "modal", "say", "do", "noun", "poss"}
    return (at, *_coordinated(row, at)) if tag_at(row, at) == "place" and not own_clause else ()


def _whole(read: VerbReading, place: int) -> bool:
    """Whether a verb that needs a particle behind its object has it: "HANDED X OVER"."""
    particles = table("grammar")["split"].get(read.phrase.lemma)
    return particles is None or word_at(read.row, place + 1) in particles


def _nobody(read: VerbReading) -> bool:
    """Whether nobody does it: "NOBODY has taken X", which is denied."""
    return any(word_at(read.row, at) in _NOBODY for at in (read.group.start, read.group.start - 1))


def _object_actors(read: VerbReading) -> tuple[int, ...]:
    alone = read.phrase.lemma in word_list("grammar", "anyone_does") or read.rule.action is Action.ADVANCES
    actors = read.acting(person=not alone)
    if actors or not (read.group.ing or read.group.infinitive or word_at(read.row, read.group.start) == "having"):
        return actors
    claimed = _who_claims(read)
    if claimed:
        return claimed
    before = main_subject(read.row, read.group.start)
    return acting(read.row, before or following_subject(read.row, read.at + 1))


def _who_claims(read: VerbReading) -> tuple[int, ...]:
    """Who is said to have done it by a noun: "Russian CLAIMS to have taken X", "the army's claim of holding X"."""
    noun = read.group.start - 1 - (tag_at(read.row, read.group.start - 1) in {"of", "to"})
    return (
        found(owner_before(read.row, noun))
        if word_at(read.row, noun) in word_list("attribution", "reply_nouns")
        else ()
    )


def _relative(read: VerbReading) -> Event | None:
    """The object comes first: "districts that militias had seized", "the only province the Taliban do not control"."""
    row = read.row
    actors = read.acting(person=False)
    if not actors or row[actors[0]].tag == "word":
        return None
    first = actors[0]
    while tag_at(row, first - 1) in {"det", "word", "adv"}:
        first -= 1
    before = tag_at(row, first - 1)
    reported = before == "that" and word_at(row, first - 2) in word_list("attribution", "reply_nouns")
    if before not in _BEFORE_PLACE or reported:
        # "Reports THAT its soldiers have left" are about no place named before.
        return None
    back = antecedent(row, first - 1) if before in {"rel", "that"} else (first - 1,)
    if word_at(row, first - 1) == "where" and tag_at(row, read.at + 1) in _OBJECT:
        # "X, WHERE they held the university": that is held.
        return None
    places = places_in(row, back)
    return read.event(places, actors, rival=read.negated and any_sole(row, back), partial=False, voice="relative")


def subject_frame(read: VerbReading) -> Event | None:
    """Place as subject: "X fell", "X fell to A", "X surrendered"."""
    row = read.row
    subjects = read.subjects
    places = places_in(row, subjects)
    if not places:
        return garrison_gives_up(read)
    if any(row[i].facility for i in places):
        return None
    if read.phrase.lemma in word_list("grammar", "people_do") and row[places[0]].tag == "pron":
        # "They surrendered" says it of people.
        return None
    if read.phrase.lemma.rpartition(" ")[2] in {"to", "of", "under", "with"}:
        actor = actor_right_after(row, read.at + 1)
        complete = actor is not None
    else:
        actor = prepositional(row, read.at + 1, ("to",), ACTORS, 4)
        complete = actor is not None or read.rule.action is Action.FIGHTS or not _goes_on(row, read.at + 1)
    if not complete:
        return None
    return read.event(places, found(actor), rival=read.negated and any_sole(row, subjects), voice="subject")


def _goes_on(row: Row, at: int) -> bool:
    """Whether "fell" goes on to mean something else: "fell by ten per cent", "fell from grace"."""
    return tag_at(row, at) in _AFTER_INTRANSITIVE and word_at(row, at) in word_list("grammar", "other_fall")
