"""Places that a relative clause is about behind a preposition: "X, from which A withdrew", "X, where A drove out B"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.chunks.chunk import tag_at, word_at
from geo.claims.clauses.subject import antecedent
from geo.claims.events.event import PLACES

if TYPE_CHECKING:
    from collections.abc import Collection

    from geo.claims.chunks.chunk import Row

# How far before its verb a relative clause may begin.
_REACH = 9
_ENDS = frozenset({"verb", "say", "sub"})


def relative_place(row: Row, start: int, prepositions: Collection[str]) -> int | None:
    """The place that a relative clause is about.

    Args:
        row: The sentence.
        start: Where the verb of the clause begins.
        prepositions: What may lead to "which"; "where" needs nothing before it.

    Returns:
        Index of the place before the clause, or None.
    """
    for at in range(start - 1, max(0, start - _REACH), -1):
        if row[at].tag == "rel":
            led = word_at(row, at - 1) in prepositions
            if not led and row[at].word != "where":
                return None
            back = antecedent(row, at - 1 if led else at)
            return back[-1] if back and tag_at(row, back[-1]) in PLACES else None
        if row[at].tag in _ENDS:
            return None
    return None
