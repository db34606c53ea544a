"""The two clocks: what had happened by a day, and what was known by a day."""

from __future__ import annotations

from enum import StrEnum


class Clock(StrEnum):
    """By which day a period runs.

    `EVENT`: the state of each day as all reports together tell it, also those published later.
    `KNOWN`: the state of each day as the reports published up to and on that day told it.
    """

    EVENT = "event"
    KNOWN = "known"


# What counts on a day of the known clock depends on claims at most this many staleness limits old: the claim itself,
# what backs it, what ends either, and what of that was told before.
REACH = 5


def reach_days(stale_after_days: int, fight_days: int) -> int:
    """How many days before a day a claim may lie that bears on that day."""
    return REACH * max(stale_after_days + 1, fight_days)
