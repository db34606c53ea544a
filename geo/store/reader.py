"""How a workspace reads a report: as files are read, with the profile and the gazetteer at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.profile import AUTO
from geo.report_reading import read_one
from geo.store.readings import Reading

if TYPE_CHECKING:
    from collections.abc import Callable

    from gazetteer import Gazetteer
    from geo.profile import Profile
    from geo.reports.report import Report


def reader_with(profile: Profile, gazetteer: Gazetteer) -> Callable[[Report], Reading]:
    """A function that reads a report.

    Args:
        profile: Sides and countries; may be empty, or `AUTO`.
        gazetteer: Where names are looked up.

    Returns:
        Report in, what it gave out; a report that the rules cannot read gives the reason.
    """

    def read(report: Report) -> Reading:
        found = read_one(report, profile, gazetteer)
        if found.problem:
            return Reading(problem=found.problem)
        return Reading(found.claims, found.unplaced, choice=found.choice if profile == AUTO else None)

    return read
