"""The object of a verb as a place, and the place that a noun describes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.claims.chunks.chunk import tag_at, word_at
from geo.claims.clauses.phrases import LIGHT, in_phrase
from geo.claims.words.lexicon import word_list

if TYPE_CHECKING:
    from geo.claims.chunks.chunk import Row

_DESCRIPTION = 20
# "A key neighbourhood in the countryside of the eastern province of X"
_OBJECT = 12
_PASSED = frozenset(
    {
        *("det", "word", "number", "adv", "be", "comma", "dash", "rel", "poss", "kind", "neg", "quote", "and", "have"),
        *("time", "modal", "of", "prep", "beside"),
    }
)
_OWNS = frozenset({"poss", "held", "word", "noun"})


@dataclass(frozen=True, slots=True)
class Target:
    """What a verb's object names.

    Attributes:
        place: Chunk of the place, None where the object is none.
        partial: Only a part of the place is meant.
        actor: Chunk of the actor that the object names or that holds the place ("rebel-held X"), None if nobody.
    """

    place: int | None = None
    partial: bool = False
    actor: int | None = None


def place_object(row: Row, at: int) -> Target:
    """The object that begins at chunk `at`."""
    owner: int | None = None
    partial = False
    for step in range(at, min(at + _OBJECT, len(row))):
        one = row[step]
        if one.word == "there" and _other_object(row, at, step):
            break
        if is_place(row, step):
            return Target(step, partial or one.partial, owner)
        if one.tag == "actor":
            owner = step
            if not _leads_on(row, step):
                break
        elif one.tag == "prep" and _part_in(row, step):
            partial = not _stronghold(row, step - 1)
        elif one.tag == "of" and word_at(row, step - 1) in word_list("places", "parts.some"):
            # "Large AREAS of it"
            partial = True
        elif not _light(row, step, at):
            break
    return Target(actor=owner)


def _other_object(row: Row, at: int, there: int) -> bool:
    """Whether "there" is only where it happened: "lost a foot there", but not "hold their positions there"."""
    things = [i for i in range(at, there) if row[i].tag in {"word", "number"}]
    return any(not _stands_in(row, i) for i in things)


def is_place(row: Row, at: int) -> bool:
    """Whether the chunk names a place, points back to one, or is a pronoun for one."""
    one = row[at]
    return one.tag in {"place", "ref"} or (one.tag == "pron" and one.word in word_list("references", "pronouns"))


def _leads_on(row: Row, actor: int) -> bool:
    """Whether an actor only says whose the place is: "rebel-held X", "the rebels' X", "the rebel stronghold of X"."""
    follows = actor + 1
    if tag_at(row, follows) == "actor":
        # "All GOVERNMENT MILITARY camps in X"
        return _leads_on(row, follows)
    return tag_at(row, follows) in {"held", "poss"} or _stronghold(row, follows) or _stands_in(row, follows)


def _part_in(row: Row, at: int) -> bool:
    """Whether a preposition leads from a part to its place: "the enclave in Homs", "villages near Homs"."""
    part = _stronghold(row, at - 1) or _stands_in(row, at - 1)
    return part and row[at].word in word_list("grammar", "around")


def _stands_in(row: Row, at: int) -> bool:
    """Whether the chunk is a kind of place or stands in one: "a village in", "the army's garrison in"."""
    return tag_at(row, at) == "kind" or word_at(row, at) in word_list("places", "standing")


def _light(row: Row, step: int, at: int) -> bool:
    """Whether a chunk may stand between a verb at `at` - 1 and the place that is its object."""
    tag = row[step].tag
    if tag == "of":
        most = word_at(row, step - 1) in word_list("places", "parts.whole")
        return most or _stands_in(row, step - 1) or _stronghold(row, step - 1)
    if tag == "comma":
        return step > at
    return tag in LIGHT | {"poss", "time"} or _stronghold(row, step)


def _stronghold(row: Row, at: int) -> bool:
    noun = row[at].noun if 0 <= at < len(row) else None
    return noun is not None and noun.frame == "stronghold"


def denoted(row: Row, at: int) -> int | None:
    """The place that a noun at `at` describes: "Panjshir, the last holdout", "Panjshir is the only province"."""
    for step in range(at - 1, max(-1, at - _DESCRIPTION), -1):
        one = row[step]
        named = one.tag in {"place", "ref"} and (not in_phrase(row, step) or _set_off(row, step, at))
        if named or (one.tag == "pron" and one.word == "it"):
            return step
        owner = one.tag == "actor" and tag_at(row, step + 1) in _OWNS
        if not owner and one.tag not in _PASSED | {"place", "ref"}:
            return None
    return None


def _set_off(row: Row, place: int, at: int) -> bool:
    """Whether a comma, dash or "which" stands between place and noun: "in the valley, which is …"."""
    return any(row[i].tag in {"comma", "dash", "rel"} for i in range(place + 1, at))
