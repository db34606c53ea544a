"""A claim as a nested record of plain values, as JSON Lines hold it; tables of columns are in `geo.export.tables`."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from gazetteer.place import Place
    from geo.claims.claim import Claim, Party

Value = str | int | float | bool | None
Nested = dict[str, "Value | Nested | list[str]"]


def nested(claim: Claim) -> Nested:
    """A claim as JSON holds it.

    Args:
        claim: The claim.

    Returns:
        Every field of the claim; days in ISO 8601, `event_start` and `event_end` inclusive and null where open, `start`
        and `end` the half-open code-point offsets of the quote in the report's text.
    """
    return {
        "id": claim.id,
        "report": claim.report,
        "place": _place(claim.place),
        "place_text": claim.place_text,
        "place_start": claim.place_start,
        "runners_up": list(claim.runners_up),
        "action": claim.action.value,
        "actor": _party(claim.actor),
        "opponent": _party(claim.opponent),
        "recapture": claim.recapture,
        "partial": claim.partial,
        "assertion": claim.assertion.value,
        "attribution": claim.attribution.value,
        "claimant": _claimant(claim),
        "against_interest": claim.against_interest,
        "event_start": iso(claim.event_start),
        "event_end": iso(claim.event_end),
        "date_text": claim.date_text,
        "date_basis": claim.date_basis.value,
        "published": iso(claim.published),
        "deaths_low": claim.deaths_low,
        "deaths_high": claim.deaths_high,
        "casualties_text": claim.casualties_text,
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "rule": claim.rule,
        "confidence": claim.confidence,
    }


def iso(day: date | None) -> str | None:
    """A day in ISO 8601, None where there is none."""
    return day.isoformat() if day else None


def _degrees(value: float) -> float | None:
    """A coordinate, None where it is not known: JSON has no number for that."""
    return value if math.isfinite(value) else None


def _place(place: Place) -> Nested:
    return {
        "id": place.id,
        "name": place.name,
        "native": place.native,
        "kind": place.kind.value,
        "lat": _degrees(place.lat),
        "lon": _degrees(place.lon),
        "country": place.country,
        "parents": list(place.parents),
    }


def _party(party: Party | None) -> Nested | None:
    return {"id": party.id, "name": party.name, "text": party.text} if party else None


def _claimant(claim: Claim) -> Nested | None:
    who = claim.claimant
    return {"name": who.name, "kind": who.kind, "side": who.side} if who else None
