"""Second reading of a sentence's chunks: lists of places become one, and "the district" becomes a reference."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from gazetteer.place import Kind, Resolved
from geo.claims.chunks import Chunk, country_as_actor
from geo.claims.lexicon import cues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.claims.actors import ActorFinder

_BEFORE_PLACE = frozenset({"prep", "of", "from", "to", "by"})
_DIRECTIONS = frozenset(
    f"{way}{end}" for way in ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "north-east",
                              "north-west", "south-east", "south-west") for end in ("", "wards", "ward")
)
_REACH = 6


def group(chunks: Sequence[Chunk], finder: ActorFinder) -> tuple[Chunk, ...]:
    """Join what belongs together.

    Args:
        chunks: Of one sentence.
        finder: Names the states that act.

    Returns:
        Chunks in order that still cover every token: "Banu, Pol-e-Hesar and De Salah districts in Baghlan province" is one.
    """
    found: list[Chunk] = []
    at = 0
    while at < len(chunks):
        if chunks[at].tag == "place":
            one, at = _list(chunks, at)
            found = _take_prefix(found, one, finder)
            continue
        reference, stop = _reference(chunks, at)
        found.append(reference or chunks[at])
        at = stop if reference else at + 1
    return tuple(found)


def _list(chunks: Sequence[Chunk], at: int) -> tuple[Chunk, int]:
    """A list of places that begins at `at`, its kind words and what it lies in; and where it stops."""
    names, at = _one(chunks, at)
    first, end = names, at
    object_ = any(one.tag in {"verb", "say"} for one in chunks[max(0, at - 4) : at - 1])
    while True:
        at = end
        if at < len(chunks) and chunks[at].tag == "comma":
            at += 1
        if at < len(chunks) and chunks[at].tag == "and" and chunks[at].word in {"and", "or", "&", "as well as"}:
            at += 1
        at = _skip(chunks, at, {"det"}) if at > end else at
        if at == end or at >= len(chunks) or chunks[at].tag != "place":
            break
        if object_ and chunks[at - 1].tag == "and" and _begins_clause(chunks, at):
            break
        other, stop = _one(chunks, at)
        if not _inside(first[-1].places[-1], other[0].places[0]):
            first = [*first, *other]
        end = stop
    end = _container(chunks, end, first[-1])
    whole = replace(first[0], end=chunks[end - 1].end, places=tuple(place for name in first for place in name.places))
    follows = chunks[end] if end < len(chunks) else None
    if follows and follows.tag == "poss":
        follows = chunks[end + 1] if end + 1 < len(chunks) else None
    facility = bool(follows and follows.word in cues("facilities", "words") and follows.tag in {"word", "kind"})
    return replace(whole, facility=facility), end


def _one(chunks: Sequence[Chunk], at: int) -> tuple[list[Chunk], int]:
    """One place with its kind word; in "Afghanistan's Baghlan province" the narrower one is meant."""
    one, at = chunks[at], at + 1
    if at + 1 < len(chunks) and chunks[at].tag == "poss":
        inner = _skip(chunks, at + 1, {"word", "kind"}, most=2)
        if inner < len(chunks) and chunks[inner].tag == "place" and _inside(chunks[inner].places[0], one.places[0]):
            one, at = replace(chunks[inner], start=one.start), inner + 1
    if at < len(chunks) and chunks[at].tag == "kind":
        at += 1
    return [one], at


def _begins_clause(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a place after "and" is the subject of something new: "... and Dushi was attacked"."""
    after = at + 1
    return after < len(chunks) and chunks[after].tag in {"be", "have", "modal"}


def _container(chunks: Sequence[Chunk], end: int, last: Chunk) -> int:
    """Take in what the places lie in: "… in the Kharkiv region", "…, Afghanistan", "- a district of Baghlan"."""
    at = _skip(chunks, end, {"comma", "dash"}, most=1)
    while at < len(chunks) and at - end < _REACH and chunks[at].tag in {"prep", "from", "of", "det", "kind", "word", "adv"}:
        at += 1
    if at < len(chunks) and chunks[at].tag == "place" and _inside(last.places[-1], chunks[at].places[0]):
        _, at = _one(chunks, at)
        return _container(chunks, at, last)
    return end


def _inside(inner: object, outer: object) -> bool:
    if not isinstance(inner, Resolved) or not isinstance(outer, Resolved):
        return False
    return outer.place.id in inner.place.parents or (
        outer.place.kind is Kind.COUNTRY and outer.place.country == inner.place.country and inner.place.kind is not Kind.COUNTRY
    )


def _take_prefix(found: list[Chunk], one: Chunk, finder: ActorFinder) -> list[Chunk]:
    """Join a list of places with the words that lead to it: "three districts –", "the city of", "parts of"."""
    head = list(found)
    if head and head[-1].tag in {"dash", "comma"} and len(head) > 1 and head[-2].tag == "kind" and head[-2].plural:
        one = replace(one, start=head[-2].start)
        return [*head[:-2], one]
    back = _skip_back(head, {"det", "word", "poss", "kind"}, most=4)
    if back > 1 and head[back - 1].word == "of" and head[back - 2].word in _DIRECTIONS:
        return [*head[: back - 2], replace(one, tag="beside", start=head[back - 2].start)]
    back = _skip_back(head, {"det"})
    if back and head[back - 1].word in {"of"} and len(head) > 1:
        before = head[back - 2] if back > 1 else None
        if before and before.tag == "kind" and not (before.plural and _counted(head, back - 2)):
            return [*head[: back - 2], replace(one, start=before.start)]
        if before and before.word in cues("parts", "whole") | cues("parts", "some"):
            return [*head[: back - 2], replace(one, start=before.start, partial=before.word in cues("parts", "some"))]
    if back and head[back - 1].word in {"of", "in"} and back > 1 and head[back - 2].plural and _counted(head, back - 2):
        return [*head[: back - 2], replace(one, start=head[back - 2].start, partial=True)]
    if len(one.places) == 1 and _acts(found, one):
        one = country_as_actor(one, finder)
    return [*head, one]


def _counted(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether "three", "several" … stands before a plural: then only some are meant."""
    before = chunks[max(0, at - 4) : at]
    return any(c.tag == "number" or c.word.isdigit() or c.word in {"several", "some", "many"} for c in before) or not before or (
        before[-1].tag not in {"det", "word"} or before[-1].word in {"of"}
    )


def _acts(before: Sequence[Chunk], one: Chunk) -> bool:
    """A country that no preposition makes a place is a state that acts."""
    back = _skip_back(before, {"det", "kind", "word"}, most=2)
    return not (back and before[back - 1].tag in _BEFORE_PLACE)


def _reference(chunks: Sequence[Chunk], at: int) -> tuple[Chunk | None, int]:
    """ "the district", "these three cities", "both towns", "there": words that point back to places."""
    one = chunks[at]
    if one.word == "there" and (at + 1 >= len(chunks) or chunks[at + 1].tag not in {"be", "have"}):
        return replace(one, tag="ref", kind="there"), at + 1
    if one.word in {"neither", "both"} and at + 1 < len(chunks) and chunks[at + 1].tag in {"be", "have"}:
        return replace(one, tag="ref", kind="any", plural=True), at + 1
    if one.word not in {"the", "these", "those", "this", "that", "both", "all", "either", "its", "neither"}:
        return None, at
    stop = at + 1
    if one.word in {"this", "that"} and (stop >= len(chunks) or chunks[stop].tag != "kind"):
        return None, at
    while stop < len(chunks) and stop - at < 5 and (chunks[stop].tag in {"number", "det"} or (chunks[stop].tag == "word" and not chunks[stop].capital)):
        stop += 1
    if stop >= len(chunks) or chunks[stop].tag != "kind":
        return None, at
    end = stop + 1
    while end < len(chunks) and chunks[end].tag == "kind":
        end += 1
    if end < len(chunks) and chunks[end].word in {"centre", "center", "capital", "headquarters"}:
        end += 1
    if end < len(chunks) and (chunks[end].tag in {"of", "place"} or chunks[end].word in cues("facilities", "words")):
        return None, at
    kind = chunks[stop]
    return replace(one, tag="ref", end=chunks[end - 1].end, kind=kind.kind, plural=kind.plural or one.word == "either", word="the " + kind.word), end


def _skip(chunks: Sequence[Chunk], at: int, tags: set[str], most: int = 3) -> int:
    stop = at
    while stop < len(chunks) and stop - at < most and chunks[stop].tag in tags:
        stop += 1
    return stop


def _skip_back(chunks: Sequence[Chunk], tags: set[str], most: int = 2) -> int:
    """Length of `chunks` without a tail of such tags."""
    stop = len(chunks)
    while stop and len(chunks) - stop < most and chunks[stop - 1].tag in tags:
        stop -= 1
    return stop
