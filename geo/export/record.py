"""A claim as a flat or nested record of plain values, for every format."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from gazetteer.place import Place
    from geo.claims.claim import Claim, Party
    from geo.reports.report import Report

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


def flat(claim: Claim, report: Report | None) -> dict[str, Value]:
    """A claim as a row of a table.

    Args:
        claim: The claim.
        report: Its report, where at hand.

    Returns:
        One plain value a column. The offsets of the quote are `quote_start` and `quote_end`, so that `start` and `end`
        are free for the days that mapping tools look for.
    """
    claimant = claim.claimant
    return {
        "id": claim.id,
        "place_id": claim.place.id,
        "place": claim.place.name,
        "place_kind": claim.place.kind.value,
        "place_text": claim.place_text,
        "country": claim.place.country,
        "lon": _degrees(claim.place.lon),
        "lat": _degrees(claim.place.lat),
        "runners_up": ", ".join(claim.runners_up),
        "action": claim.action.value,
        **_party_columns("actor", claim.actor),
        **_party_columns("opponent", claim.opponent),
        "recapture": claim.recapture,
        "partial": claim.partial,
        "assertion": claim.assertion.value,
        "attribution": claim.attribution.value,
        "claimant": claimant.name if claimant else None,
        "claimant_kind": claimant.kind if claimant else None,
        "claimant_side": claimant.side if claimant else None,
        "against_interest": claim.against_interest,
        "event_start": iso(claim.event_start),
        "event_end": iso(claim.event_end),
        "date_text": claim.date_text,
        "date_basis": claim.date_basis.value,
        "deaths_low": claim.deaths_low,
        "deaths_high": claim.deaths_high,
        "casualties_text": claim.casualties_text,
        "quote": claim.quote,
        "quote_start": claim.start,
        "quote_end": claim.end,
        "report": claim.report,
        "published": iso(claim.published),
        "publisher": report.publisher if report else None,
        "title": report.title if report else None,
        "url": report.url if report else None,
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


def _party_columns(name: str, party: Party | None) -> dict[str, Value]:
    return {
        f"{name}_id": party.id if party else None,
        name: party.name if party else None,
        f"{name}_text": party.text if party else None,
    }


def _claimant(claim: Claim) -> Nested | None:
    who = claim.claimant
    return {"name": who.name, "kind": who.kind, "side": who.side} if who else None
