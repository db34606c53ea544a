"""What a person has chosen: a place and a day. Whatever comes from the browser is checked here."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Container


class Choice(NamedTuple):
    """Place id, or None, and day; `turn` counts the choices made on the map, so that a late answer is known as such.

    `since` is the day that is held to be compared with, None where none is.
    """

    place: str | None
    day: date
    turn: int = 0
    since: date | None = None


class Opened(NamedTuple):
    """A report to read, by id, and the span of it to mark, in code points."""

    report: str
    start: int
    end: int


def read_choice(message: object, last: Choice, known: Container[str], start: date, end: date) -> Choice:
    """Check a message of the map.

    Args:
        message: What the browser sent, `{"place": …, "day": "YYYY-MM-DD", "since": …, "turn": …}` if it is honest.
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
    day, since, turn = _day(message.get("day")), _day(message.get("since")), message.get("turn")
    final = end - timedelta(days=1)
    return Choice(
        place=place if isinstance(place, str) and place in known else last.place,
        day=last.day if day is None else min(max(day, start), final),
        turn=turn if type(turn) is int else last.turn,
        since=min(max(since, start), final) if since else None if "since" in message else last.since,
    )


def read_opened(message: object, known: Callable[[str], object]) -> Opened | None:
    """The report that a message of the map asks for.

    Args:
        message: What the browser sent, `{"open": {"report": …, "start": …, "end": …}}` if it is honest.
        known: Finds a report by its id; None where there is none.

    Returns:
        A known report with a span, or None.
    """
    asked = message.get("open") if isinstance(message, dict) else None
    if not isinstance(asked, dict):
        return None
    report, start, end = asked.get("report"), asked.get("start"), asked.get("end")
    if not isinstance(report, str) or type(start) is not int or type(end) is not int or known(report) is None:
        return None
    return Opened(report, start, end)


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
