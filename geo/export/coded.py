"""What a claim is in the codes of ACLED and UCDP (`coded.toml`): type of event, precision of time and place."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from geo.claims.claim import Action, DateBasis

if TYPE_CHECKING:
    from geo.claims.claim import Claim
    from geo.profile import Profile


def event_type(claim: Claim, profile: Profile) -> tuple[str, str]:
    """ACLED's type and sub-event of a claim; the sub-event is empty where it turns on what is not known."""
    rows = _codes()["acled"]["event"]
    if claim.action is Action.LOSES and claim.opponent is None:
        kind, sub = rows["left"]["any"]
        return kind, sub
    row = rows[claim.action.value]
    kind, sub = row["any"] if "any" in row else row[_whose(claim, profile)]
    return kind, sub


def disorder(event: str) -> str:
    """ACLED's type of disorder of a type of event."""
    found: str = _codes()["acled"]["disorder"][event]
    return found


def time_precision(claim: Claim, data_set: str) -> int:
    """How precise the day of a claim is.

    Args:
        claim: The claim.
        data_set: Whose codes: `acled` or `ucdp`.

    Returns:
        1 for a known day; more for longer or open spans.
    """
    codes = _codes()[data_set]["time"]
    worst: int = codes["open"]
    if claim.event_start is None or claim.event_end is None:
        return worst
    days = (claim.event_end - claim.event_start).days + 1
    code = next((code for longest, code in codes["spans"] if days <= longest), worst)
    return max(code, codes["published"]) if claim.date_basis is DateBasis.PUBLISHED else code


def place_precision(claim: Claim, data_set: str) -> int:
    """How precise the place of a claim is.

    Args:
        claim: The claim.
        data_set: Whose codes: `acled` or `ucdp`.

    Returns:
        1 for an exact place; more for part of one and for wider units.
    """
    codes: dict[str, int] = _codes()[data_set]["place"]
    code = codes[claim.place.kind.value]
    return max(code, codes["part"]) if claim.partial else code


def _whose(claim: Claim, profile: Profile) -> str:
    """Whose the winner of a place is: its country's government's, another known side's, or not known."""
    winner = claim.opponent if claim.action is Action.LOSES else claim.actor
    governing = {side.id for side in profile.sides if claim.place.country in side.nations}
    if winner is None or not governing:
        return "unknown"
    if winner.id in governing:
        return "own"
    return "other" if winner.id in {side.id for side in profile.sides} else "unknown"


@cache
def _codes() -> dict[str, Any]:
    return tomllib.loads(files("geo.export").joinpath("coded.toml").read_text(encoding="utf-8"))
