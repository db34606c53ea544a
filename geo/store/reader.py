"""How a workspace reads a report: as files are read, with the profile and the gazetteer at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.choose import profile_for
from geo.claims.extract import extract
from geo.pipeline import not_read_because
from geo.profile import AUTO
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
        if problem := not_read_because(report):
            return Reading(problem=problem)
        choice = profile_for(report, profile, gazetteer)
        found = extract(report, choice.profile, gazetteer)
        return Reading(found.claims, found.unplaced, choice=choice if profile == AUTO else None)

    return read
