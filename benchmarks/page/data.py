"""The data of the comparison: Afghanistan's districts, 1,500 days, 10,000 invented claims with quotes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from benchmarks.fold import DAYS, FIRST, made_up
from gazetteer import Gazetteer
from gazetteer.place import Kind
from geo.control.fold import fold
from geo.pipeline import Dataset
from geo.profile import Profile, Side
from geo.reports.report import Report, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazetteer.place import Place
    from geo.claims.claim import Claim

COUNTRY, CLAIMS = "AF", 10_000
FILLER = "Residents spoke of shelling through the night, and the road to the north was closed. "
PROFILE = Profile(
    title="An invented war",
    sides=(Side("red", "Red", "#D55E00"), Side("blue", "Blue", "#0072B2"), Side("green", "Green", "#009E73")),
    countries=(COUNTRY,),
)


@cache
def invented(claims: int = CLAIMS) -> tuple[Dataset, Gazetteer]:
    """The data set, the same in every run, and the gazetteer that knows its places.

    Args:
        claims: How many claims, over 1,500 days.

    Returns:
        The data, folded, and the gazetteer.
    """
    gazetteer = Gazetteer.open()
    places = {
        place.id: place
        for kind in (Kind.COUNTRY, Kind.PROVINCE, Kind.DISTRICT)
        for place in gazetteer.places(COUNTRY, kind)
    }
    told, reports = written(made_up(claims, places))
    start, end = FIRST, FIRST + timedelta(days=DAYS)
    periods = fold(told, places, start=start, end=end, stale_after_days=PROFILE.stale_after_days)
    return Dataset(PROFILE, reports, told, periods, places, start, end, (), ()), gazetteer


def written(claims: Sequence[Claim]) -> tuple[tuple[Claim, ...], tuple[Report, ...]]:
    """The claims with sentences of their own, and the reports that the sentences stand in."""
    by_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_report[claim.report].append(claim)
    told: list[Claim] = []
    reports: list[Report] = []
    for name, group in by_report.items():
        text = ""
        for claim in group:
            text += FILLER
            told.append(_told(replace(claim, published=group[0].published), len(text)))
            text += told[-1].quote + " "
        reports.append(_report(name, text, told[-1]))
    return tuple(told), tuple(sorted(reports, key=lambda report: (report.published, report.id)))


def _told(claim: Claim, start: int) -> Claim:
    actor = claim.actor.name if claim.actor else "Fighters"
    head = f"Fighters of {actor} {claim.action} "
    quote = f"{head}{_name(claim.place)} after two days of clashes near the bridge, a commander said ({claim.quote})."
    return replace(
        claim,
        place_text=claim.place.name,
        place_start=start + len(head),
        quote=quote,
        start=start,
        end=start + len(quote),
    )


def _name(place: Place) -> str:
    return f"{place.name} {place.kind}"


def _report(name: str, text: str, claim: Claim) -> Report:
    published = claim.published
    return Report(
        id=name,
        text=text,
        published=published,
        published_text=published.isoformat(),
        sha256="0" * 64,
        body=(Span(0, len(text)),),
        publisher="Invented News",
        title=f"News of {published.isoformat()}",
    )
