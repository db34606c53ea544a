"""Which claims are shown: one set of filters for the map, the tables and the downloads alike."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.claims.claim import Claim
    from geo.pipeline import Dataset
    from geo.reports.report import Report

NO_PUBLISHER = "not named"


@dataclass(frozen=True, slots=True)
class Filters:
    """What a claim must have to be shown; an empty filter lets everything through.

    Attributes:
        side: Ids of sides: who acts, against whom, or whose word it is.
        action: What happens.
        assertion: Asserted, denied or planned.
        publisher: Publishers, `NO_PUBLISHER` for reports that name none.
        kind: Kinds of place.
        text: Words to be found in the quote or the place's name; letter case does not matter.
    """

    side: tuple[str, ...] = ()
    action: tuple[str, ...] = ()
    assertion: tuple[str, ...] = ()
    publisher: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    text: str = ""

    def lets_through(self, claim: Claim, report: Report | None) -> bool:
        """Whether a claim of a report is shown."""
        values = facets(claim, report)
        chosen = (name for name in values if getattr(self, name))
        return all(values[name] & set(getattr(self, name)) for name in chosen) and self._has_text(claim)

    def _has_text(self, claim: Claim) -> bool:
        told = f"{claim.quote}\n{claim.place.name}\n{claim.place_text}".casefold()
        return all(word in told for word in self.text.casefold().split())


EVERYTHING = Filters()
FACETS = tuple(field.name for field in fields(Filters) if field.name != "text")


def facets(claim: Claim, report: Report | None) -> dict[str, frozenset[str]]:
    """What a claim offers to each filter but the text's."""
    parties = {party.id for party in (claim.actor, claim.opponent) if party}
    speaker = {claim.claimant.side} if claim.claimant and claim.claimant.side else set()
    return {
        "side": frozenset(parties | speaker),
        "action": frozenset({claim.action.value}),
        "assertion": frozenset({claim.assertion.value}),
        "publisher": frozenset({(report and report.publisher) or NO_PUBLISHER}),
        "kind": frozenset({claim.place.kind.value}),
    }


def offered(dataset: Dataset) -> dict[str, tuple[str, ...]]:
    """What can be chosen in each filter: what occurs in the claims, in order."""
    reports = {report.id: report for report in dataset.reports}
    found: dict[str, set[str]] = {name: set() for name in FACETS}
    for claim in dataset.claims:
        for name, values in facets(claim, reports.get(claim.report)).items():
            found[name] |= values
    return {name: tuple(sorted(values)) for name, values in found.items()}


def filtered(dataset: Dataset, filters: Filters) -> tuple[Claim, ...]:
    """The claims that the filters let through, in their order."""
    reports: Mapping[str, Report] = {report.id: report for report in dataset.reports}
    return tuple(claim for claim in dataset.claims if filters.lets_through(claim, reports.get(claim.report)))
