"""The rows of files, one at a time and always in the same order."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any, TypeVar

from gazetteer.place import Kind
from geo.export.site import sites
from geo.view.filters import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from gazetteer.place import Place
    from geo.claims.claim import Claim
    from geo.control.period import ControlPeriod
    from geo.export.contents import Contents
    from geo.export.site import Site
    from geo.reports.report import Report
    from geo.view.sides import Sides

# Wide units first, so that tools which draw in the order of the file draw districts over their province.
WIDTHS = {Kind.COUNTRY: 0, Kind.PROVINCE: 1, Kind.DISTRICT: 2}
NARROW = 3
One = TypeVar("One")


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with its id, its report, where at hand, and the place that it is about."""

    id: str
    claim: Claim
    report: Report | None
    site: Site
    contents: Contents


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """A control period with its place and the sides of the war."""

    period: ControlPeriod
    site: Site
    sides: Sides


def claim_rows(contents: Contents) -> Iterator[ClaimRow]:
    """The claims, each once: by report (day of publication, then id), within a report as its text has them."""
    site = sites(contents)
    coming = iter(in_order(contents.findings.reports, _report_key))
    report = next(coming, None)
    for key, group in groupby(in_order(contents.findings.claims, _claim_key), _claim_key):
        while report is not None and _report_key(report) < key:
            report = next(coming, None)
        own = report if report is not None and _report_key(report) == key else None
        for claim_id, claim in sorted({one.id: one for one in group}.items(), key=_text_key):
            yield ClaimRow(claim_id, claim, own, site(claim.place), contents)


def period_rows(contents: Contents) -> Iterator[PeriodRow]:
    """The control periods, wide units first, then by place and day; none of places that are not known."""
    places = contents.findings.places
    site = sites(contents)
    ordered = in_order(contents.findings.periods, _period_key)
    for width in range(NARROW + 1):
        for period in ordered:
            place = places.get(period.place)
            if place is not None and WIDTHS.get(place.kind, NARROW) == width:
                yield PeriodRow(period, site(place), contents.sides)


def place_rows(contents: Contents) -> Iterator[Site]:
    """The places that have claims or control periods, wide units first, then by id."""
    places = dict(contents.findings.places)
    places.update((claim.place.id, claim.place) for claim in contents.findings.claims)
    site = sites(contents)
    yield from map(site, sorted(places.values(), key=_place_key))


def report_rows(contents: Contents) -> Iterator[Report]:
    """The reports, by day of publication, then id; behind filters only those of the claims that are left."""
    findings = contents.findings
    shown = None if contents.view.filters == EVERYTHING else {claim.report for claim in findings.claims}
    for report in in_order(findings.reports, _report_key):
        if shown is None or report.id in shown:
            yield report


def in_order(items: Iterable[One], key: Callable[[One], Any]) -> Iterable[One]:
    """Things in order: as they come where they are in order already, so that nothing is held, else sorted."""
    if all(key(one) <= key(other) for one, other in pairwise(items)):
        return items
    return sorted(items, key=key)


def _report_key(report: Report) -> tuple[date, str]:
    return report.published, report.id


def _claim_key(claim: Claim) -> tuple[date, str]:
    return claim.published, claim.report


def _text_key(one: tuple[str, Claim]) -> tuple[int, int, str]:
    claim_id, claim = one
    return claim.start, claim.place_start, claim_id


def _period_key(period: ControlPeriod) -> tuple[str, date]:
    return period.place, period.start


def _place_key(place: Place) -> tuple[int, str]:
    return WIDTHS.get(place.kind, NARROW), place.id
