"""Findings made from claims that are written as one line each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from written_claims import END, PLACES, START, claim

from geo.control.fold import fold
from geo.profile import Actor, Profile, Side
from geo.reports.report import Report, Span

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from gazetteer.place import Place
    from geo.claims.claim import Claim
    from geo.control.period import ControlPeriod

PROFILE = Profile(
    title="A war",
    sides=(
        Side("red", "Red Front", "#0072B2", (Actor("Red Front"),), article="the"),
        Side("blue", "Blue Army", "#D55E00", (Actor("Blue Army"),), article="the"),
    ),
    countries=("XX",),
)


@dataclass(frozen=True, slots=True)
class WrittenFindings:
    """What the pipeline would give."""

    profile: Profile
    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    periods: tuple[ControlPeriod, ...]
    places: Mapping[str, Place]
    start: date = START
    end: date = END


def findings(lines: list[str]) -> WrittenFindings:
    """Each line is a claim of a report of its own: `r1` by `The First Paper`, and so on."""
    return found_in([claim(line, report=f"r{number}") for number, line in enumerate(lines, start=1)])


def found_in(claims: list[Claim]) -> WrittenFindings:
    """Findings of claims; each report has the text of its first claim."""
    periods = fold(claims, PLACES, start=START, end=END, stale_after_days=PROFILE.stale_after_days)
    reports = {one.report: _report(one) for one in reversed(claims)}
    return WrittenFindings(PROFILE, tuple(reports.values()), tuple(claims), periods, PLACES)


def _report(claim: Claim) -> Report:
    return Report(
        id=claim.report,
        text=claim.quote,
        published=claim.published,
        published_text=claim.published.isoformat(),
        sha256="0" * 64,
        body=(Span(0, len(claim.quote)),),
        publisher=f"Paper {claim.report}",
        title=f"Title {claim.report}",
    )
