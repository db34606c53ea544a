"""Days as words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.claim import DateBasis
from geo.control.signals import CHANGES

if TYPE_CHECKING:
    from datetime import date

    from geo.claims.claim import Claim

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day_words(day: date, year: int) -> str:
    """A day as words, `20 August`; with its year where that is not `year`."""
    words = f"{day.day} {MONTHS[day.month - 1]}"
    return words if day.year == year else f"{words} {day.year}"


def when_words(claim: Claim, year: int) -> str:
    """When the event of a claim happened, as words that follow a verb.

    Args:
        claim: The claim.
        year: The year that goes without saying.

    Returns:
        `on 20 August`, `between 18 and 20 August`, `by 25 August`, `from 18 August on`, and for a state
        with no other day than its report's `as of 25 August`.
    """
    start, end = claim.event_start, claim.event_end
    if claim.date_basis is DateBasis.PUBLISHED:
        lead = "by" if claim.action in CHANGES else "as of"
        return f"{lead} {day_words(end or claim.published, year)}"
    if start and end:
        if start == end:
            return f"on {day_words(end, year)}"
        same_month = (start.year, start.month) == (end.year, end.month)
        return f"between {start.day if same_month else day_words(start, year)} and {day_words(end, year)}"
    if start:
        return f"from {day_words(start, year)} on"
    return f"by {day_words(end or claim.published, year)}"
