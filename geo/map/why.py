"""What each claim did to a colour, and what the colour hangs on, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geo.control.deeds import deeds
from geo.control.sensitivity import flips, fragile

if TYPE_CHECKING:
    from datetime import date

    from geo.control.inquiry import Inquiry

SOURCE = "source"


def deed_words(place: str, day: date, ask: Inquiry) -> dict[str, str]:
    """What each claim did to the state of a place, by claim id.

    Args:
        place: Id of a place of the map.
        day: The day.
        ask: The claims that are shown, prepared to be asked.

    Returns:
        A sentence a claim that may bear on the day.
    """
    return {deed.claim: deed.sentence for deed in deeds(place, day, ask)}


def reasons(place: str, day: date, ask: Inquiry) -> dict[str, Any]:
    """Without what the state of a place would be another.

    Args:
        place: Id of a place of the map.
        day: The day.
        ask: The claims that are shown, prepared to be asked.

    Returns:
        `changes`, a sentence for each single source, then for each rule; `hangs`, whether a source is among them.
    """
    found = flips(place, day, ask)
    return {"changes": [flip.sentence for flip in found], "hangs": any(flip.kind == SOURCE for flip in found)}


def fragile_count(day: date, ask: Inquiry) -> dict[str, int]:
    """How many districts hang on one source on a day; takes a look at each of them.

    Args:
        day: The day.
        ask: The claims that are shown, prepared to be asked.

    Returns:
        `count` of those that do, and `known`, how many have a state at all.
    """
    found = fragile(day, ask)
    return {"count": found.count, "known": found.known}
