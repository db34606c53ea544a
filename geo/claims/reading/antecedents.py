"""The places that "the district", "there", "it" or "they" point back to, in the sentence and in those before it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from gazetteer.place import Kind, Resolved
from geo.claims.words.lexicon import capitals, table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gazetteer.place import Resolution
    from geo.claims.chunks.chunk import Row
    from geo.claims.reading.memory import Memory

# A reader does not look back further than this many lists of places; it also keeps time linear.
_LOOK_BACK = 200
# Without "provincial" or "district" it is the country's.
_CAPITAL = frozenset({"the capital", "its capital", "that capital"})


def antecedents(row: Row, at: int, memory: Memory) -> tuple[Resolution, ...]:
    """The places that a reference or pronoun points back to.

    Args:
        row: The sentence.
        at: Chunk of the reference.
        memory: What was read before.

    Returns:
        Places; empty if none fits.
    """
    one = row[at]
    if one.word == "it":
        return _it(row, at, memory)
    groups = _groups(row, at, memory)
    order: dict[str, int] = table("references")["order"]
    if one.kind in order:
        pair = _several(groups, 2)
        return pair[order[one.kind] :][:1]
    if one.tag == "pron":
        return _several(groups, None)
    if one.plural:
        return _several(groups, _number(one.word))
    nearest = (resolution for places in groups for resolution in reversed(places))
    if one.word in _CAPITAL:
        nearest = (resolution for resolution in nearest if resolution.mention.text.lower() in capitals())
    return next(((resolution,) for resolution in nearest if _fits(resolution, one.kind)), ())


def _groups(row: Row, at: int, memory: Memory) -> Iterable[tuple[Resolution, ...]]:
    """Lists of places before chunk `at`, the nearest first."""
    here = (one.places for one in reversed(row[:at]) if one.tag == "place")
    return chain(here, memory.groups[: -_LOOK_BACK - 1 : -1])


def _it(row: Row, at: int, memory: Memory) -> tuple[Resolution, ...]:
    """The first place of the sentence, else what the last sentence was about."""
    first = next((one.places[0] for one in row[:at] if one.tag == "place"), memory.topic)
    return (first,) if first else ()


def _number(words: str) -> int | None:
    numbers: dict[str, int] = table("references")["numbers"]
    return next((numbers[word] for word in words.split() if word in numbers), None)


def _several(groups: Iterable[tuple[Resolution, ...]], number: int | None) -> tuple[Resolution, ...]:
    """The nearest list of so many places, or of more than one."""
    return next((places for places in groups if (len(places) == number if number else len(places) > 1)), ())


def _fits(resolution: Resolution, kind: str) -> bool:
    if not isinstance(resolution, Resolved):
        return False
    if kind == "valley":
        return Kind.VALLEY in {resolution.place.kind, resolution.mention.kind}
    kinds = table("references")["kinds"].get(kind)
    return resolution.place.kind is not Kind.COUNTRY if kinds is None else resolution.place.kind in kinds
