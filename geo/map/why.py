"""What each claim did to a colour, and what the colour hangs on, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.control.deeds import deeds
from geo.control.sensitivity import flips, fragile

if TYPE_CHECKING:
    from datetime import date

    from geo.control.inquiry import Inquiry


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


def change_words(place: str, day: date, ask: Inquiry) -> list[str]:
    """Without what the state of a place would be another.

    Args:
        place: Id of a place of the map.
        day: The day.
        ask: The claims that are shown, prepared to be asked.

    Returns:
        A sentence for each single source, then for each rule.
    """
    return [flip.sentence for flip in flips(place, day, ask)]


def fragile_words(day: date, ask: Inquiry) -> str:
    """How many districts hang on one source on a day, in a sentence; takes a look at each of them.

    Args:
        day: The day.
        ask: The claims that are shown, prepared to be asked.

    Returns:
        The sentence.
    """
    found = fragile(day, ask)
    if not found.known:
        return "On this day no district has a state."
    return f"On this day {found.count} of {found.known} districts with a state hang on a single source."
