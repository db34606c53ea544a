"""Which of a sentence's time expressions dates an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.chunks.chunk import tag_at, word_at
from geo.claims.claim import Action, Assertion
from geo.claims.words.lexicon import word_list

if TYPE_CHECKING:
    from datetime import date

    from geo.claims.chunks.chunk import Row
    from geo.claims.events.event import Event
    from geo.claims.times.when import When


_CLAUSE_MARKS = frozenset({"sub", "say", "rel"})


def when_of(row: Row, event: Event, assertion: Assertion, published: date, *, place: int) -> When | None:
    """The time said for an event: nearest in its clause, else one that opens the sentence, else when it was said.

    Args:
        row: The sentence.
        event: Read from it.
        assertion: Only what is planned may lie in the future.
        published: The report's day.
        place: The chunk of the place; of "took Aleppo on Tuesday and Hama on Thursday" each has its own day.

    Returns:
        The expression with its days, or None where the sentence has none for it.
    """
    usable = [at for at in range(len(row)) if _usable(row[at].when, assertion, published)]
    spoken = [at for at in usable if _of_message(row, at)]
    told = [at for at in usable if at not in spoken]
    own = [at for at in told if not _walled(row, at, event.at)]
    nearest = sorted(own, key=lambda at: (at != place + 1, abs(at - event.at)))[:1]
    opening = [at for at in told if at <= 1]
    # "Dispersed a crowd who waved the flag on Wednesday": the only day said is better than the report's.
    single = told if len(usable) == 1 else []
    # Who holds a place today holds it though it "surrendered in November".
    marks = _CLAUSE_MARKS if event.action is Action.HOLDS else _CLAUSE_MARKS - {"rel"}
    only = [at for at in single if not _walled(row, at, event.at, marks=marks)]
    return next((row[at].when for at in (*nearest, *opening, *only, *spoken)), None)


def _usable(when: When | None, assertion: Assertion, published: date) -> bool:
    if when is None:
        return False
    return assertion is Assertion.PLANNED or when.first is None or when.first <= published


def _of_message(row: Row, at: int) -> bool:
    """Whether a time belongs to the saying ("said on Friday", "media reports on Friday"), not to what is said."""
    before = tag_at(row, at - 1) == "say" or word_at(row, at - 1) in word_list("attribution", "messages")
    return before or tag_at(row, at + 1) == "say"


def _walled(row: Row, one: int, other: int, marks: frozenset[str] = _CLAUSE_MARKS) -> bool:
    """Whether a clause begins between two chunks."""
    low, high = sorted((one, other))
    return any(chunk.tag in marks or chunk.word in {";", ":"} for chunk in row[low + 1 : high])
