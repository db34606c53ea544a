"""What was read in the reports of a map, for the marks in their text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.explain.report import explain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gazetteer import Gazetteer
    from geo.explain.marks import Mark
    from geo.pipeline import Dataset
    from geo.profile import Profile
    from geo.reports.report import Report

MOST_REPORTS = 500
"""Reports up to which a file carries what was read in each: reading them anew takes about a second for thirty."""


def readings(dataset: Dataset, gazetteer: Gazetteer) -> Callable[[Report], Sequence[Mark]] | None:
    """What tells what was read in a report.

    Args:
        dataset: Which profile each report was read with.
        gazetteer: Where place names are looked up.

    Returns:
        A function of a report; None where there are so many that a reader would wait for minutes.
    """
    if len(dataset.reports) > MOST_REPORTS:
        return None

    return lambda report: marks_in(report, dataset.read_with(report.id), gazetteer)


def marks_in(report: Report, profile: Profile, gazetteer: Gazetteer) -> Sequence[Mark]:
    """What was read in a report, as it was read for the map.

    Args:
        report: The report.
        profile: The profile that it was read with.
        gazetteer: Where place names are looked up.

    Returns:
        The marks in order, not overlapping.
    """
    return explain(report, profile, gazetteer).marks
