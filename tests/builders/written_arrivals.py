"""Reports to take into a workspace, and a reader that needs no gazetteer."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from written_claims import EAST, WEST, party

from geo.claims.claim import Action, Assertion, Attribution, Claim, DateBasis
from geo.claims.extract import Unplaced
from geo.profile import Profile
from geo.reports.report import Report, Span
from geo.store.intake import take_in
from geo.store.readings import Reading
from geo.store.reports import Arrival
from geo.store.versions import Versions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from gazetteer.place import Place
    from geo.store.intake import Kept
    from geo.store.workspace import Workspace

NOW = datetime(2022, 9, 1, 12, tzinfo=UTC)
DAY = date(2022, 9, 1)
WORDS = {"West": WEST, "East": EAST}
VERSIONS = Versions("rules 1", "gazetteer 1", Profile(title="A small war"))
LATER = Versions("rules 2", "gazetteer 1", Profile(title="A small war"))


def arrival(text: str, name: str = "report") -> Arrival:
    """A report of these words."""
    raw = text.encode("utf-8", "surrogatepass")
    report = Report(
        id=name,
        text=text,
        published=DAY,
        published_text="1 September 2022",
        sha256=hashlib.sha256(raw).hexdigest(),
        body=(Span(0, len(text)),),
        publisher="Example News",
    )
    return Arrival(report, raw)


def read_words(report: Report, action: Action = Action.TAKES, side: str = "red") -> Reading:
    """Every West and East in a report is taken by red; the sentence ends at a full stop. "Nowhere" is not placed."""
    claims = tuple(
        claim_at(report, at, place, action, side)
        for word, place in WORDS.items()
        for at in _places(report.text, word)
    )  # fmt: skip
    names = tuple(Unplaced(report.id, "Nowhere", at, "Nobody knows it.") for at in _places(report.text, "Nowhere"))
    return Reading(tuple(sorted(claims, key=lambda claim: claim.place_start)), names)


def claim_at(report: Report, at: int, place: Place, action: Action = Action.TAKES, side: str = "red") -> Claim:
    """A claim about the place whose name stands there."""
    start = report.text.rfind(".", 0, at) + 1
    end = report.text.find(".", at) + 1 or len(report.text)
    return Claim(
        report=report.id,
        place=place,
        place_text=place.name,
        place_start=at,
        action=action,
        actor=party(side),
        opponent=None,
        assertion=Assertion.ASSERTED,
        attribution=Attribution.STATED,
        claimant=None,
        event_start=report.published,
        event_end=report.published,
        date_text="",
        date_basis=DateBasis.PUBLISHED,
        published=report.published,
        quote=report.text[start:end],
        start=start,
        end=end,
        rule="test",
    )


def filled(
    workspace: Workspace,
    *texts: str,
    read: Callable[[Report], Reading] = read_words,
    versions: Versions = VERSIONS,
) -> tuple[Kept, ...]:
    """Take in reports of these words, named r0, r1, …"""
    arrivals = [arrival(text, f"r{number}") for number, text in enumerate(texts)]
    return taken(workspace, arrivals, read, versions)


def taken(
    workspace: Workspace,
    arrivals: Iterable[Arrival],
    read: Callable[[Report], Reading] = read_words,
    versions: Versions = VERSIONS,
) -> tuple[Kept, ...]:
    """Take in reports."""
    return tuple(take_in(workspace, arrivals, read, versions, NOW))


def _places(text: str, word: str) -> list[int]:
    return [at for at in range(len(text)) if text.startswith(word, at)]
