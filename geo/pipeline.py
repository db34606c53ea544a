"""The whole way of the data: report files in; claims, control periods and everything that stayed in doubt out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from gazetteer.place import Kind, Place
from geo.chosen import joined_choices
from geo.control.fold import fold
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
    from geo.control.period import ControlPeriod
    from geo.profile import Profile
    from geo.reports.read import ReadResult
    from geo.reports.report import Report

ONE_DAY = timedelta(days=1)
HORIZON = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Dataset:
    """Everything that the map, the tables and the downloads are made from.

    Attributes:
        profile: The conflict profile used.
        reports: The reports that could be read, by day of publication, then id.
        claims: Their claims, in the order of the reports and of the text.
        periods: Control periods of every place in `places`, ordered by (place, start).
        places: The places that are coloured: districts and provinces of the countries of interest, and claimed places.
        start: First day of the map.
        end: First day after the map (half-open).
        unplaced: Names found in the reports that were not placed, with the reason.
        problems: One sentence for each input that could not be read.
        choices: Report id → the profile that it took from the library; empty where one profile was given for all.
    """

    profile: Profile
    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    periods: tuple[ControlPeriod, ...]
    places: Mapping[str, Place]
    start: date
    end: date
    unplaced: tuple[Unplaced, ...]
    problems: tuple[str, ...]
    choices: Mapping[str, Choice] = field(default_factory=dict)

    def read_with(self, report_id: str) -> Profile:
        """The profile that a report was read with: the one that it took from the library, or the map's."""
        chosen = self.choices.get(report_id)
        return chosen.profile if chosen else self.profile


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


def build_dataset(
    paths: Iterable[Path],
    profile: Profile,
    gazetteer: Gazetteer,
    progress: Callable[[int, int], None] | None = None,
) -> Dataset:
    """Read reports, extract their claims and fold them into control periods.

    Args:
        paths: Report files, or folders of them.
        profile: Sides, countries and days of the war; may be empty, or `AUTO`.
        gazetteer: Where names are looked up.
        progress: Called with (reports done, reports in all).

    Returns:
        The data set.

    Raises:
        ReportError: No report at all could be read; the message lists the reasons.
    """
    return folded(read_claims(paths, profile, gazetteer, progress), profile, gazetteer)


def folded(read: Harvest, profile: Profile, gazetteer: Gazetteer) -> Dataset:
    """Fold what was read into control periods.

    Args:
        read: Reports, at least one, with their claims, from files or from a workspace.
        profile: Sides, countries and days of the war; may be empty, or `AUTO`.
        gazetteer: Places.

    Returns:
        The data set.
    """
    war = joined_choices(read.choices, read.claims) if profile == AUTO else profile
    start, end = map_days(war, read.reports, read.claims)
    places = coloured_places(read.claims, war.countries, gazetteer)
    return Dataset(
        profile=war,
        reports=read.reports,
        claims=read.claims,
        periods=fold(read.claims, places, start=start, end=end, stale_after_days=war.stale_after_days),
        places=places,
        start=start,
        end=end,
        unplaced=read.unplaced,
        problems=read.problems,
        choices=read.choices,
    )


def map_days(profile: Profile, reports: Iterable[Report], claims: Iterable[Claim]) -> tuple[date, date]:
    """The days that the map shows: the profile's range, else from the first event to the last report.

    Events long before the reports ("in 1996") do not stretch the range: without a profile it reaches back a year.

    Returns:
        First day and first day after the last (half-open).
    """
    published = [report.published for report in reports]
    return days_between(profile, min(published), max(published), (claim.event_end for claim in claims))


def days_between(profile: Profile, first: date, last: date, ends: Iterable[date | None]) -> tuple[date, date]:
    """As `map_days`, from the first and last day of publication and the last days of events, None where open."""
    events = [day for day in ends if day and day >= first - HORIZON]
    start = profile.start or min([first, *events])
    end = profile.end or max([last, *(day for day in events if day <= last)])
    return start, max(start, end) + ONE_DAY


def coloured_places(claims: Iterable[Claim], countries: Iterable[str], gazetteer: Gazetteer) -> dict[str, Place]:
    """The places that the map colours, by id: see `with_units`."""
    return with_units({claim.place.id: claim.place for claim in claims}, countries, gazetteer)


def with_units(claimed: Mapping[str, Place], countries: Iterable[str], gazetteer: Gazetteer) -> dict[str, Place]:
    """The places that the map colours, by id.

    Args:
        claimed: Every place with a claim of its own, by id.
        countries: The countries of interest; where there are none, those with claims.
        gazetteer: Where provinces and districts are looked up.

    Returns:
        These places, and the countries with their provinces and districts.
    """
    shown = tuple(countries) or tuple(sorted({place.country for place in claimed.values()}))
    places = dict(claimed)
    for country in shown:
        for kind in (Kind.COUNTRY, Kind.PROVINCE, Kind.DISTRICT):
            places.update((place.id, place) for place in gazetteer.places(country, kind))
    return dict(sorted(places.items()))
