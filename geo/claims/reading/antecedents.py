"""The places that "the district", "there", "it" or "they" point back to, in the sentence and in those before it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from gazetteer.place import Kind, Resolved
from geo.claims.chunks.chunk import tag_at
from geo.claims.clauses.phrases import in_phrase, locates
from geo.claims.speech.extent import dateline_end
from geo.claims.words.lexicon import capitals, table, word_list

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gazetteer.place import Resolution
    from geo.claims.chunks.chunk import Row
    from geo.claims.reading.memory import Memory

# A reader does not look back further than this many lists of places; it also keeps time linear.
_LOOK_BACK = 200
_BEFORE_OBJECT = frozenset({"verb", "of", "prep", "from", "to"})
# "T is the only CAPITAL of a state in X"
_PREDICATE = 6


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
    if one.word == "it" or one.word.startswith("its "):
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
    if one.word.endswith(" capital") and not word_list("references", "seats_of").intersection(one.word.split()):
        nearest = (resolution for resolution in nearest if resolution.mention.text.lower() in capitals())
    return next(((resolution,) for resolution in nearest if _fits(resolution, one.kind)), ())


def seat_named(row: Row, at: int, unit: Resolution, memory: Memory) -> Resolution:
    """The town that "the capital of X" means: of "T is the capital of X" T, else the last one before that lies in X.

    Args:
        row: The sentence.
        at: Chunk of the capital.
        unit: X.
        memory: What was read before.

    Returns:
        The town, or X where none was named.
    """
    if not isinstance(unit, Resolved):
        return unit
    verb = next((i for i in range(at - 1, max(0, at - _PREDICATE), -1) if row[i].tag == "be"), 0)
    if verb and tag_at(row, verb - 1) == "place":
        return row[verb - 1].places[0]
    towns = (one for places in reversed(memory.groups) for one in places if _fits(one, "town"))
    return next((one for one in towns if isinstance(one, Resolved) and unit.place.id in one.place.parents), unit)


def _groups(row: Row, at: int, memory: Memory) -> Iterable[tuple[Resolution, ...]]:
    """Lists of places before chunk `at`, the nearest first."""
    # "BERLIN - Rebels captured the town": where a report was written is not what it is about.
    here = (
        row[i].places for i in range(at - 1, dateline_end(row) - 1, -1) if row[i].tag == "place" and not locates(row, i)
    )
    return chain(here, memory.groups[: -_LOOK_BACK - 1 : -1])


def _it(row: Row, at: int, memory: Memory) -> tuple[Resolution, ...]:
    """What the sentence is about, else what the last one was, else the first place in it."""
    named = [i for i in range(dateline_end(row), at) if row[i].tag == "place" and not locates(row, i)]
    if (not named and _other_thing(row, at)) or _unknown_object(row, at):
        return ()
    free = next((row[i].places[0] for i in named if not in_phrase(row, i)), None)
    if free is None and len(named) == 1 and tag_at(row, at - 1) in _BEFORE_OBJECT:
        # "Had been pushed out of X but are back in control of IT"
        return row[named[0]].places[:1]
    first = free or memory.topic or (row[named[0]].places[0] if named else None)
    return (first,) if first else ()


def _unknown_object(row: Row, at: int) -> bool:
    """Whether "it" is a name that no gazetteer knows: "recaptured IHUSI on Wednesday but lost it again"."""
    joined = next((i for i in range(at - 1, 0, -1) if row[i].tag == "and"), 0)
    behind = (row[i + 1] for i in range(joined) if row[i].tag == "verb")
    return any(one.tag == "word" and one.capital and one.word.isalpha() for one in behind)


def _other_thing(row: Row, at: int) -> bool:
    """Whether "it" is a thing named in the same breath: "took THE LEAD in the first half and held it"."""
    joined = next((i for i in range(at - 1, 0, -1) if row[i].tag in {"and", "say", "sub", "that"}), 0)
    if tag_at(row, joined) != "and":
        return False
    return any(row[i].tag == "det" and row[i + 1].tag == "word" for i in range(joined - 1))


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
