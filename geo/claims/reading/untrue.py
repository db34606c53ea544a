"""What the words themselves call untrue: "it is not true that …", "claims that … were rejected", "a mistake"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from geo.claims.words.lexicon import table

if TYPE_CHECKING:
    from geo.claims.chunks.chunk import Row
    from geo.claims.events.event import Event


def untrue(row: Row, event: Event) -> bool:
    """Whether the sentence that tells of an event calls it untrue.

    Args:
        row: The sentence.
        event: Read from it.

    Returns:
        True for "it is untrue that X fell", "reports that X fell proved false", "announced that X had fallen, which was
        a mistake".
    """
    before = _words(row, 0, event.start)
    after = _words(row, max(event.at, *event.places) + 1, len(row))
    if _pattern("before").search(before) or _pattern("retracted").search(before):
        return True
    told = _pattern("told").search(before) is not None
    if _pattern("called").search(before) and _pattern("names").match(after):
        return True
    return (told and _pattern("proved").match(after) is not None) or _pattern("mistake").search(after) is not None


def takes_back(row: Row) -> bool:
    """Whether a sentence takes back what the one before it says: "This was a mistake", "It was later corrected"."""
    return _pattern("back").match(_words(row, 0, len(row))) is not None


def _words(row: Row, start: int, end: int) -> str:
    return " ".join([one.word for one in row[start:end]])


@cache
def _pattern(key: str) -> re.Pattern[str]:
    """A pattern of the table over words in lower case; `{name}` stands for one of the lists beside it."""
    rows = table("untrue")
    lists = {name: f"(?:{'|'.join(words)})" for name, words in rows["lists"].items()}
    return re.compile(str(rows["patterns"][key]).format(**lists))
