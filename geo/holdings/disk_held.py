"""A small archive as one data set in memory, for the map as one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.choose import Choice
from geo.holdings.on_demand import profiles_taken, read_reports
from geo.pipeline import Dataset
from geo.view.filters import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from geo.archive.archive import Archive
    from geo.holdings.disk_lists import Lists
    from geo.holdings.streams import Streamed
    from geo.view.view import View

MOST_REPORTS = 10_000


def held(archive: Archive, view: View, found: Streamed, lists: Lists) -> Dataset:
    """Hold what a view shows.

    Args:
        archive: The archive.
        view: Which claims are shown.
        found: What it shows, of so few claims that they can be held.
        lists: The first names without a place, and problems.

    Returns:
        The data set. Its reports are those with claims, and where all are shown and not too many the others too; what
        is left out, of the reports and the lists, its problems tell.
    """
    claims = tuple(found.claims)
    counts = archive.about.counts
    if view.filters == EVERYTHING and counts.get("reports", 0) <= MOST_REPORTS:
        reports = tuple(found.reports)
    else:
        named = read_reports(archive.reports, (claim.report for claim in claims)).values()
        reports = tuple(sorted(named, key=lambda one: (one.published, one.id)))
    taken = profiles_taken(archive.reports, (one.id for one in reports))
    unplaced, problems = lists.unplaced(), lists.problems()
    shown = {"unplaced": len(unplaced), "problems": len(problems)}
    if view.filters == EVERYTHING:
        shown["reports"] = len(reports)
    return Dataset(
        profile=found.profile,
        reports=reports,
        claims=claims,
        periods=tuple(found.periods),
        places=found.places,
        start=found.start,
        end=found.end,
        unplaced=unplaced,
        problems=(*problems, *_left_out(shown, counts)),
        choices={report: Choice(profile) for report, profile in taken.items()},
    )


CALLED = {
    "reports": "reports, those with claims,",
    "unplaced": "names without a place",
    "problems": "inputs that could not be read",
}


def _left_out(shown: Mapping[str, int], counts: Mapping[str, int]) -> Iterator[str]:
    """A sentence for each list that is not whole."""
    for name, count in shown.items():
        if count < counts.get(name, 0):
            yield f"Only {count:,} of {counts[name]:,} {CALLED[name]} are told of here; the archive's folder has all."
