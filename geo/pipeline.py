"""The whole way of the data: report files in; claims, control periods and everything that stayed in doubt out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.chosen import joined_choices
from geo.control.fold import fold
from geo.extent import coloured_places, map_days
from geo.harvest import read_claims
from geo.profile import AUTO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from gazetteer import Gazetteer
    from gazetteer.place import Place
    from geo.choose import Choice
    from geo.claims.claim import Claim
    from geo.claims.extract import Unplaced
    from geo.control.period import ControlPeriod
    from geo.harvest import Harvest
    from geo.profile import Profile
    from geo.reports.report import Report


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
