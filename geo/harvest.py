"""Reports in; their claims, and what was left out and why, out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.errors import ReportError
from geo.profile import AUTO
from geo.report_reading import not_read_because, read_one
from geo.reports.read import read_reports

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from gazetteer import Gazetteer
    from geo.choose import Choice
    from geo.claims.claim import Claim
    from geo.claims.extract import Unplaced
    from geo.profile import Profile
    from geo.reports.read import ReadResult
    from geo.reports.report import Report


@dataclass(frozen=True, slots=True)
class Harvest:
    """What reading gave.

    Attributes:
        reports: The reports that could be read, by day of publication, then id.
        claims: Their claims, in the order of the reports and of the text.
        unplaced: Names that were not placed.
        problems: One sentence for each input that could not be read.
        choices: Report id → the profile that it took from the library; empty where one profile was given for all.
    """

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    unplaced: tuple[Unplaced, ...]
    problems: tuple[str, ...]
    choices: Mapping[str, Choice] = field(default_factory=dict)


def read_claims(
    paths: Iterable[Path],
    profile: Profile,
    gazetteer: Gazetteer,
    progress: Callable[[int, int], None] | None = None,
) -> Harvest:
    """Read reports and extract their claims.

    Args:
        paths: Report files, or folders of them.
        profile: Sides, countries and days of the war; may be empty, or `AUTO`.
        gazetteer: Where names are looked up.
        progress: Called with (reports done, reports in all).

    Returns:
        The claims; `problems` names every input that was left out and why.

    Raises:
        ReportError: No report at all could be read; the message lists the reasons.
    """
    return harvest(read_reports(paths), profile, gazetteer, progress)


def harvest(
    read: ReadResult,
    profile: Profile,
    gazetteer: Gazetteer,
    progress: Callable[[int, int], None] | None = None,
) -> Harvest:
    """Extract the claims of reports that were read.

    Args:
        read: The reports, and what could not be read.
        profile: Sides, countries and days of the war; may be empty, or `AUTO`.
        gazetteer: Where names are looked up.
        progress: Called with (reports done, reports in all).

    Returns:
        The claims; `problems` names every input that was left out and why.

    Raises:
        ReportError: There is no report that the rules can read; the message lists the reasons.
    """
    if not read.reports:
        reasons = "\n".join(read.problems) or "No report was given. Name at least one file or folder."
        raise ReportError(reasons)
    reports, foreign = _english(read.reports)
    if not reports:
        raise ReportError("\n".join((*read.problems, *foreign)))
    claims: list[Claim] = []
    unplaced: list[Unplaced] = []
    choices: dict[str, Choice] = {}
    failed: dict[str, str] = {}
    for done, report in enumerate(reports, start=1):
        found = read_one(report, profile, gazetteer)
        claims.extend(found.claims)
        unplaced.extend(found.unplaced)
        if found.choice:
            choices[report.id] = found.choice
        if found.problem:
            failed[report.id] = found.problem
        if progress:
            progress(done, len(reports))
    told = choices if profile == AUTO else {}
    kept = tuple(report for report in reports if report.id not in failed)
    problems = (*read.problems, *foreign, *failed.values())
    if not kept:
        raise ReportError("\n".join(problems))
    return Harvest(kept, tuple(claims), tuple(unplaced), problems, told)


def _english(reports: Iterable[Report]) -> tuple[tuple[Report, ...], tuple[str, ...]]:
    """The reports that the rules can read, in order, and a sentence for each of the others."""
    told = [(report, not_read_because(report)) for report in sorted(reports, key=lambda r: (r.published, r.id))]
    return tuple(report for report, why in told if why is None), tuple(why for _, why in told if why)
