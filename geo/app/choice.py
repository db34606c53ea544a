"""What a person has chosen: a place and a day. Whatever comes from the browser is checked here."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Container


class Choice(NamedTuple):
    """Place id, or None, and day; `turn` counts the choices made on the map, so that a late answer is known as such."""

    place: str | None
    day: date
    turn: int = 0


def read_choice(message: object, last: Choice, known: Container[str], start: date, end: date) -> Choice:
    """Check a message of the map.

    Args:
        message: What the browser sent, `{"place": …, "day": "YYYY-MM-DD", "turn": …}` if it is honest.
        last: What was chosen before; kept for every part that cannot be used.
        known: Ids of the places that can be chosen.
        start: First day of the map.
        end: First day after it.

    Returns:
        A known place and a day in [start, end).
    """
    if not isinstance(message, dict):
        return last
    place = message.get("place")
    day, turn = _day(message.get("day")), message.get("turn")
    return Choice(
        place=place if isinstance(place, str) and place in known else last.place,
        day=last.day if day is None else min(max(day, start), end - timedelta(days=1)),
        turn=turn if type(turn) is int else last.turn,
    )


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
