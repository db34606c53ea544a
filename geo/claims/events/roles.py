"""Who of a subject can act, and which of it are places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.chunks.chunk import tag_at
from geo.claims.clauses.objects import denoted
from geo.claims.events.event import ACTORS, PLACES
from geo.claims.words.lexicon import word_list

if TYPE_CHECKING:
    from geo.claims.chunks.chunk import Row

_GROUP_PRONOUNS = frozenset({"they", "it", "we"})
_BEFORE_ACTOR = frozenset({"det", "word", "adv", "quote", "number", "of"})
_SOLE_REACH = 4
# "All of the main towns east of the river, INCLUDING X and Y"
_SUMMED = 14
_OBJECT = 7


def acting(row: Row, indexes: tuple[int, ...], *, person: bool = True) -> tuple[int, ...]:
    """Those of a subject that can act.

    Args:
        row: The sentence.
        indexes: Chunks of the subject.
        person: A single person counts; without, "Massoud left Banu" is his journey and not his army's.

    Returns:
        Indexes of actors, pronouns and capitalised names that no list knows.
    """
    return tuple(at for at in indexes if _acts(row, at, person=person))


def _acts(row: Row, at: int, *, person: bool) -> bool:
    one = row[at]
    if one.tag == "actor":
        return person or not (one.actor and one.actor.person)
    if one.tag == "pron":
        return person or one.word in _GROUP_PRONOUNS
    # Two capitalised words in a row are a person's name.
    return one.tag == "word" and _is_name(row, at) and (person or not (at and row[at - 1].capital))


def _is_name(row: Row, at: int) -> bool:
    """Whether a capitalised word names somebody; the first word of a sentence may be capitalised for its place only."""
    one = row[at]
    plain = at == 0 and one.word.endswith("s") and not one.text.isupper()
    return one.capital and not plain and one.word not in word_list("grammar", "civilians")


def places_in(row: Row, indexes: tuple[int, ...]) -> tuple[int, ...]:
    """Those of a subject that are places; a noun that only describes one ("the only region that …") leads to it."""
    named = [_described(row, at) if row[at].tag == "kind" else at for at in indexes]
    return tuple(at for at in named if at is not None and _is_place(row, at))


def _described(row: Row, at: int) -> int | None:
    """The place that a noun describes, or the places that it sums up: "all of the towns, including X and Y"."""
    place = denoted(row, at)
    return place if place is not None or not row[at].plural else _named_after(row, at)


def summed_up(row: Row, at: int) -> int | None:
    """The places that an object behind chunk `at` sums up: "several villages, including X and Y"."""
    kind = next((i for i in range(at + 1, min(at + _OBJECT, len(row))) if row[i].tag == "kind" and row[i].plural), None)
    return None if kind is None else _named_after(row, kind)


def _named_after(row: Row, at: int) -> int | None:
    summed = next(
        (i for i in range(at, min(at + _SUMMED, len(row))) if row[i].word in word_list("grammar", "namely")), None
    )
    return None if summed is None else next((i for i in (summed + 1, summed + 2) if tag_at(row, i) == "place"), None)


def _is_place(row: Row, at: int) -> bool:
    return row[at].tag in PLACES or (
        row[at].tag == "pron" and row[at].word in word_list("references", "subject_pronouns")
    )


def sole(row: Row, at: int) -> bool:
    """Whether the noun at `at` is "the only", "the last": what is denied of it is said of all others."""
    return any(one.word in word_list("places", "sole") for one in row[max(0, at - _SOLE_REACH) : at])


def any_sole(row: Row, indexes: tuple[int, ...]) -> bool:
    """Whether a subject is "the only region", "the last town"."""
    return any(row[at].tag == "kind" and sole(row, at) for at in indexes)


def actor_right_after(row: Row, at: int) -> int | None:
    """The actor, pronoun or capitalised name that begins at `at`, or None."""
    for step in range(at, min(at + 5, len(row))):
        if row[step].tag in ACTORS or (row[step].tag == "word" and row[step].capital):
            return step
        if tag_at(row, step) not in _BEFORE_ACTOR:
            return None
    return None
