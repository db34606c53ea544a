"""Places that share a verb said once: "X was captured on Monday, Y on Tuesday and Z on Friday"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.chunks.chunk import tag_at
from geo.claims.clauses.phrases import WALLS

if TYPE_CHECKING:
    from geo.claims.chunks.chunk import Row
    from geo.claims.events.event import Event

# How far behind the verb the first time may stand: "fell to the 57th Division and its allies ON 2 JANUARY".
_REACH = 10
_BETWEEN = frozenset({"comma", "and", "det"})
_CLAUSE = frozenset({"verb", "be", "have", "modal", "say", "do", "neg"})


def with_gapped(row: Row, event: Event) -> Event:
    """Add the places that stand behind an event, each with a time of its own and no verb.

    Args:
        row: The sentence.
        event: Read from it.

    Returns:
        The event with those places too; the same event where there are none.
    """
    at = _first_time(row, max(event.at, *event.places))
    further: list[int] = []
    while at is not None:
        place = _next_place(row, at + 1)
        at = None if place is None else _time_of(row, place + 1)
        if place is not None and at is not None:
            further.append(place)
    return replace(event, places=(*event.places, *further)) if further else event


def _first_time(row: Row, behind: int) -> int | None:
    for at in range(behind + 1, min(behind + _REACH, len(row))):
        if row[at].tag == "time":
            return at
        if row[at].tag in WALLS | _CLAUSE:
            return None
    return None


def _next_place(row: Row, at: int) -> int | None:
    begin = at
    while tag_at(row, at) in _BETWEEN:
        at += 1
    return at if at > begin and tag_at(row, at) == "place" else None


def _time_of(row: Row, at: int) -> int | None:
    """The time right behind a place, "exactly" passed over; None where a clause of its own begins."""
    at += tag_at(row, at) in {"adv", "word"}
    return at if tag_at(row, at) == "time" and tag_at(row, at + 1) not in _CLAUSE else None
