"""What a preposition leads to, and the noun phrases that stand between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.chunks.chunk import tag_at, word_at
from geo.claims.words.lexicon import capitals, word_list

if TYPE_CHECKING:
    from collections.abc import Collection

    from geo.claims.chunks.chunk import Row

LIGHT = frozenset({"det", "word", "number", "kind", "adv", "held", "quote"})
PREPOSITIONS = frozenset({"prep", "from", "to", "by", "of"})
# No clause reaches across these.
WALLS = frozenset({"sub", "say"})
WALL_MARKS = frozenset({":", ";"})
NOUN_PHRASE = 7
_BEFORE_NAME = LIGHT | {"poss"}
_ADJECTIVES = 4
_OWNS = frozenset({"held", "poss"})
_CLAUSE = 14
_PLACES = frozenset({"place", "ref"})


def in_phrase(row: Row, at: int) -> bool:
    """Whether a preposition leads to the chunk: "in Banu", "of the strategic town"."""
    back = at - 1
    while at - back <= _ADJECTIVES and tag_at(row, back) in _BEFORE_NAME:
        back -= 1
    return tag_at(row, back) in PREPOSITIONS


def locates(row: Row, at: int) -> bool:
    """Whether a place only tells where the one before it lies: "Krynky, on the left bank of the DNIPRO"."""
    if word_at(row, at + 1) in word_list("attribution", "official") and tag_at(row, at - 1) == "det":
        # "The LUHANSK governor"
        return True
    speaks = tag_at(row, at - 2) == "actor" or word_at(row, at - 2) in word_list("attribution", "official")
    if row[at].word in capitals() and tag_at(row, at - 1) == "prep" and speaks and tag_at(row, at + 1) == "say":
        # "The government in KINSHASA insisted", "a spokesman in BAGHDAD said"
        return True
    if tag_at(row, at - 1) == "from" and tag_at(row, at - 2) in {"actor", "word"} and tag_at(row, at + 1) == "verb":
        # "Brigades from MISRATA advanced"
        return True
    back = at - 1
    while at - back <= NOUN_PHRASE and tag_at(row, back) in _BEFORE_NAME | {"prep", "of"}:
        back -= 1
    told = any(one.tag == "be" for one in row[max(0, back - 2) : back])
    if tag_at(row, back) == "say" and tag_at(row, back + 1) == "prep" and not told:
        # "A spokesman said in Benghazi"
        return True
    aside = tag_at(row, back) == "comma" and tag_at(row, back + 1) == "prep"
    return aside and tag_at(row, back - 1) in _PLACES


def prepositional(
    row: Row, at: int, prepositions: Collection[str], tags: frozenset[str], reach: int = _CLAUSE
) -> int | None:
    """The chunk that a preposition leads to.

    Args:
        row: The sentence.
        at: Where to look from, to the right, within the clause.
        prepositions: Words that may lead to it.
        tags: What it may be.
        reach: How many chunks to look at for the preposition.

    Returns:
        Index of the first such chunk, or None.
    """
    for step in range(at, min(at + reach, len(row))):
        one = row[step]
        if one.tag in WALLS or one.tag == "rel" or one.word in WALL_MARKS:
            return None
        if one.word in prepositions and one.tag in PREPOSITIONS:
            found = _led_to(row, step + 1, tags)
            if found is not None:
                return found
    return None


def fronted(row: Row, before: int, tags: frozenset[str], leading: Collection[str] = ()) -> int | None:
    """A place that opens the sentence: "In Nangarhar, police …"; it must stand before chunk `before`.

    Args:
        row: The sentence.
        before: Where the clause goes on.
        tags: What the place may be.
        leading: Words that may lead to it; those of a scene where none are given.

    Returns:
        Index of the place, or None.
    """
    if tag_at(row, 0) not in PREPOSITIONS or row[0].word not in (leading or word_list("grammar", "front")):
        return None
    found = _led_to(row, 1, tags)
    return found if found is not None and found < before else None


def scene(row: Row, at: int, prepositions: Collection[str], *, before: int) -> int | None:
    """Where something happens: behind a preposition right of `at`, "there", or what opens the sentence."""
    place = prepositional(row, at, prepositions, _PLACES)
    if place is None:
        place = next((i for i in range(at, min(at + NOUN_PHRASE, len(row))) if row[i].kind == "there"), None)
    return fronted(row, before, _PLACES) if place is None else place


def _led_to(row: Row, at: int, tags: frozenset[str]) -> int | None:
    """First chunk with one of the tags from `at` on, behind nothing but what may stand before a name."""
    for step in range(at, min(at + NOUN_PHRASE, len(row))):
        if row[step].tag in tags:
            return step
        owner = row[step].tag == "actor" and tag_at(row, step + 1) in _OWNS
        joined = row[step].word in {"of", "and", "in"} and row[step - 1].tag in {"kind", "prep"}
        joined = joined or (row[step].word == "of" and row[step - 1].word in word_list("places", "standing"))
        if not (owner or joined or row[step].tag in _BEFORE_NAME):
            return None
    return None
