"""What stands between commas in the middle of a clause, and is none of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.chunks.chunk import tag_at, word_at
from geo.claims.clauses.phrases import WALL_MARKS
from geo.claims.words.lexicon import word_list

if TYPE_CHECKING:
    from geo.claims.chunks.chunk import Row

_ASIDE = 20
_INSERTED = 6
_APPOSITION = 12
_DESCRIBED = frozenset({"place", "ref"})
_DESCRIBES = frozenset({"prep", "word", "det", "adv", "number", "of", "from", "ref"})
_TELLS = frozenset({"verb", "say", "be", "have", "modal", "noun", "comma", "sub", "pron"})


def before_aside(row: Row, at: int) -> int:
    """Where the main clause goes on before the relative clause that ends at `at`: "X, which A holds, | is shelled"."""
    if tag_at(row, at) != "comma":
        return at
    for back in range(at - 1, max(0, at - _ASIDE), -1):
        if row[back].tag == "rel" and tag_at(row, back - 1) == "comma":
            return back - 2
        if row[back].word in WALL_MARKS:
            break
        if row[back].tag == "say":
            return _before_inserted(row, at, back)
    return _before_apposition(row, at)


def _before_apposition(row: Row, at: int) -> int:
    """Where the sentence goes on before what only describes a place: "X, halfway between A and B, | is held"."""
    comma = next((i for i in range(at - 1, max(0, at - _APPOSITION), -1) if row[i].tag == "comma"), 0)
    if comma and tag_at(row, comma - 1) == "place" and _counts_in(row, comma + 1, at):
        return comma - 1
    described = comma and tag_at(row, comma - 1) in _DESCRIBED and tag_at(row, comma + 1) in _DESCRIBES
    told = any(one.tag in _TELLS or one.word in word_list("grammar", "namely") for one in row[comma + 1 : at])
    return comma - 1 if described and not told else at


def _counts_in(row: Row, start: int, end: int) -> bool:
    """Whether it only counts in what belongs to the place before it: "Goma, INCLUDING THE AIRPORT, is"."""
    return word_at(row, start) in word_list("grammar", "namely") and all(one.tag != "place" for one in row[start:end])


def _before_inserted(row: Row, at: int, say: int) -> int:
    """Where the sentence goes on before words of saying between commas: "a third of it, | he told Reuters, is held"."""
    comma = next((i for i in range(say - 1, max(0, say - _INSERTED), -1) if row[i].tag == "comma"), None)
    return at if comma is None else comma - 1


def opens_clause(row: Row, at: int, start: int) -> bool:
    """Whether a comma opens the clause of somebody that no list knows: "After the siege by A, TRUCKS drove in"."""
    between = row[at + 1 : start]
    return row[at].tag == "comma" and any(c.tag == "word" and c.word.endswith("s") and not c.capital for c in between)
