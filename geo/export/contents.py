"""What a file is made from: findings, the view of them, and the places and areas that they lie on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from gazetteer.attribution import attribution
from geo.control.method import METHOD
from geo.view.sides import Sides, sides_of
from geo.view.view import View, bases, view_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from gazetteer.place import Place
    from geo.claims.claim import Claim
    from geo.control.period import ControlPeriod
    from geo.export.geometry import Outline
    from geo.profile import Profile
    from geo.reports.report import Report

NOTE = "Claims, not facts. Boundaries are no endorsement; areas marked approximate are drawn around known places."
RIGHTS = "Quotes belong to their publishers."


class Findings(Protocol):
    """What was found; the pipeline's data set is one. Each collection can be gone through more than once."""

    @property
    def profile(self) -> Profile:
        """Names and colours of the sides."""

    @property
    def reports(self) -> Iterable[Report]:
        """The reports."""

    @property
    def claims(self) -> Iterable[Claim]:
        """Their claims, those of a report together."""

    @property
    def periods(self) -> Iterable[ControlPeriod]:
        """Control periods."""

    @property
    def places(self) -> Mapping[str, Place]:
        """The places that have periods, by id."""

    @property
    def start(self) -> date:
        """First day."""

    @property
    def end(self) -> date:
        """First day after the last (half-open)."""


class Atlas(Protocol):
    """Where places and their areas are looked up; the gazetteer is one."""

    def get(self, place_id: str) -> Place:
        """The place with this id."""

    def area(self, place_id: str) -> Outline | None:
        """The area of a place, or None where it has none."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file is made from; see `contents`.

    Attributes:
        findings: What was found, as the view shows it.
        atlas: Where places and their areas are looked up.
        view: Basis, clock and filters that the findings went through.
        sides: Names and colours of all sides that occur.
        credits: Whom to credit for places, areas and quotes.
    """

    findings: Findings
    atlas: Atlas
    view: View
    sides: Sides
    credits: str

    @property
    def shows(self) -> str:
        """The view in words: "Basis: All claims. Clock: day of the event. Filters: none."."""
        return view_words(self.view, bases(self.findings.profile))

    @property
    def about(self) -> dict[str, str]:
        """What every file says about itself."""
        return {
            "title": self.findings.profile.title or "Claims of control",
            "shows": self.shows,
            "method": METHOD,
            "attribution": self.credits,
            "note": NOTE,
        }


def contents(findings: Findings, atlas: Atlas, view: View = View(), sides: Sides | None = None) -> Contents:  # noqa: B008 - frozen
    """Make findings ready to be written.

    Args:
        findings: What was found, as the view shows it (`geo.view.view.looked_at`).
        atlas: Where places and their areas are looked up.
        view: Basis, clock and filters that the findings went through; written into every file.
        sides: Names and colours, so that they are those of a map that shows more; found in the claims where None.

    Returns:
        The contents of any format's file.
    """
    return Contents(
        findings=findings,
        atlas=atlas,
        view=view,
        sides=sides or sides_of(findings.profile, findings.claims),
        credits=_credits(findings, atlas),
    )


def credit(sources: Iterable[str]) -> str:
    """Whom to credit for places and areas of these sources, and for the quotes."""
    known = {source for source in sources if source}
    named = attribution(known) if known else ""
    return f"{named} · {RIGHTS}" if named else RIGHTS


def _credits(findings: Findings, atlas: Atlas) -> str:
    places = dict(findings.places)
    for claim in findings.claims:
        places.setdefault(claim.place.id, claim.place)
    outlines = (atlas.area(place_id) for place_id in places)
    return credit({place.source for place in places.values()} | {one.source for one in outlines if one})
