"""Which of a sentence's time expressions dates an event."""

from __future__ import annotations

from dataclasses import replace
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
# What ends the clause of "two weeks after CLAIMING THE CAPTURE OF X".
_AFTER_MARKS = frozenset({"sub", "rel", "comma"})
_OWN_MARKS = _CLAUSE_MARKS | {"comma"}


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
    usable = [at for at, one in enumerate(row) if one.when and _usable(one.when, assertion, published)]
    if not usable:
        return None
    counted = [at for at in usable if _from_main(row, at)]
    usable = [at for at in usable if at not in counted and _lasting(row, at, event)]
    since = next((at for at in reversed(counted) if _leads(row, at, event)), None)
    if since is not None and not any(since < at and not _walled(row, at, event.at, _OWN_MARKS) for at in usable):
        return _moved(row, since, usable, published)
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


def _from_main(row: Row, at: int) -> bool:
    when = row[at].when
    return when is not None and when.from_main


def _leads(row: Row, at: int, event: Event) -> bool:
    """Whether "TWO WEEKS after" opens the clause of an event; where it opens the sentence, a comma ends its clause."""
    if at > event.at or _walled(row, at + 1, event.at, _AFTER_MARKS):
        return False
    return at > 1 or any(one.tag == "comma" for one in row[event.at :])


def _moved(row: Row, at: int, others: list[int], published: date) -> When | None:
    """The days of "TWO WEEKS after taking X", counted from the day of what the rest of the sentence tells."""
    when = row[at].when
    end = next((i for i in range(at + 1, len(row)) if row[i].tag == "comma"), len(row))
    outside = (row[other].when for other in others if not at < other < end)
    main = next((one for one in outside if one and one.last), None)
    if not when or not when.first or not when.last or not main or not main.last:
        return when
    back = published - main.last
    return replace(when, first=when.first - back, last=when.last - back)


def _lasting(row: Row, at: int, event: Event) -> bool:
    """Whether a time may be an event's: "since 2000" dates what lasts, of other things only what is told beside it."""
    lasts = event.action in {Action.HOLDS, Action.BESIEGES, Action.FIGHTS}
    return lasts or not row[at].word.startswith("since ") or not _walled(row, at, event.at)


def _usable(when: When, assertion: Assertion, published: date) -> bool:
    return assertion is Assertion.PLANNED or when.first is None or when.first <= published


def _of_message(row: Row, at: int) -> bool:
    """Whether a time belongs to the saying ("said on Friday", "media reports on Friday"), not to what is said."""
    before = tag_at(row, at - 1) == "say" or word_at(row, at - 1) in word_list("attribution", "messages")
    return before or tag_at(row, at + 1) == "say"


def _walled(row: Row, one: int, other: int, marks: frozenset[str] = _CLAUSE_MARKS) -> bool:
    """Whether a clause begins between two chunks."""
    low, high = sorted((one, other))
    return any(chunk.tag in marks or chunk.word in {";", ":"} for chunk in row[low + 1 : high])
