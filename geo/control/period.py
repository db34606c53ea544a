"""A control period: what the claims amount to for one place over a run of days. Derived, never edited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - dataclass fields are read at run time
from enum import StrEnum


class Status(StrEnum):
    """State of control of a place on a day."""

    HELD = "held"
    CLAIMED = "claimed"
    CONTESTED = "contested"
    BESIEGED = "besieged"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ControlPeriod:
    """The status of a place over the half-open days [start, end).

    Attributes:
        place: Place id.
        start: First day.
        end: First day after.
        status: State of control.
        holder: Id of the side that holds or claims it; None when contested or unknown.
        rivals: Ids of the other sides involved (contesting, besieging), sorted.
        inherited_from: Id of the province or country whose claim reaches this place, None for its own claims.
        claims: Ids of the claims behind it, sorted.
        method: Version of the rules that made it.
    """

    place: str
    start: date
    end: date
    status: Status
    holder: str | None
    rivals: tuple[str, ...]
    inherited_from: str | None
    claims: tuple[str, ...]
    method: str
