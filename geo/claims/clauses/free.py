"""Whether a chunk is free to be a subject, not bound to a preposition, a participle or those whom it backs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.chunks.chunk import tag_at, word_at
from geo.claims.clauses.phrases import in_phrase
from geo.claims.words.lexicon import word_list

if TYPE_CHECKING:
    from geo.claims.chunks.chunk import Row

_BEFORE_OBJECT = frozenset({"det", "poss", "actor"})
_SUBJECTS = frozenset({"actor", "place", "ref", "pron"})


def is_subject(row: Row, at: int) -> bool:
    """Whether the chunk at an index may be the subject of the verb behind it."""
    free = not in_phrase(row, at) and not _of_participle(row, at) and not _with_backer(row, at)
    return row[at].tag in _SUBJECTS and free and tag_at(row, at + 1) != "poss"


def _with_backer(row: Row, at: int) -> bool:
    """Whether it is the second of those who only back the subject: "forces backed by the militia AND THE COALITION"."""
    back = at - 1 - (tag_at(row, at - 1) == "det")
    if tag_at(row, back) != "and" or tag_at(row, back - 1) != "actor":
        return False
    by = back - 2 - (tag_at(row, back - 2) == "det")
    return tag_at(row, by) == "by" and word_at(row, by - 1) in word_list("grammar", "backed")


def _of_participle(row: Row, at: int) -> bool:
    """Whether an actor is only the object of a participle: "rebels fighting THE JUNTA have surrounded X"."""
    back = at - 1
    while back > 0 and row[back].tag in _BEFORE_OBJECT:
        back -= 1
    participle = back > 0 and row[back].word.endswith("ing") and row[back].tag in {"verb", "noun", "word"}
    return participle and row[at].tag == "actor" and row[back - 1].tag == "actor"
