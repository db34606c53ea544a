"""Words that a headline puts between quotation marks though it names no speaker: reported, not stated."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.claims.chunks.chunk import Row

# A longer quotation is somebody's speech, and its speaker is found elsewhere.
_LONGEST = 14


def in_scare_quotes(row: Row, at: int) -> bool:
    """Whether chunk `at` stands between quotation marks within a sentence: Falluja 'fully liberated'.

    Args:
        row: The sentence.
        at: A chunk of it.

    Returns:
        True where a mark opens before it and one closes behind it, with other words outside.
    """
    marks = [i for i, one in enumerate(row) if one.tag in {"quote", "poss"}]
    opens = next((i for i in reversed(marks) if i < at), None)
    closes = next((i for i in marks if i > at), None)
    if opens is None or closes is None or closes - opens > _LONGEST or row[opens].tag == "poss":
        return False
    outside = (*row[:opens], *row[closes + 1 :])
    return any(one.word[:1].isalnum() for one in outside)
