"""The workspace as the map, the tables and the downloads see it: the same data set that files give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from geo.errors import StoreError
from geo.harvest import Harvest
from geo.pipeline import folded
from geo.profile import Profile
from geo.store.readings import current_leftovers, current_profile
from geo.store.reports import all_reports
from geo.store.review.reviewed import Review, review_of
from geo.store.schema import decisions, readings, reports

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from gazetteer import Gazetteer
    from geo.pipeline import Dataset
    from geo.store.workspace import Workspace


def workspace_dataset(workspace: Workspace, gazetteer: Gazetteer, profile: Profile | None = None) -> Dataset:
    """Everything in a workspace, as the claims stand after review.

    Args:
        workspace: The workspace.
        gazetteer: Where the coloured places are looked up.
        profile: Sides, colours and days to show with; default the profile that the reports were read with.

    Returns:
        The data set.

    Raises:
        StoreError: The workspace cannot be read, or holds no report that could be read.
    """
    with workspace.reading() as connection:
        known = profile or current_profile(connection) or Profile()
        found = harvest(connection, review_of(connection))
    if not found.reports:
        reasons = "\n".join(found.problems) or "Take some in with `claimline add`."
        message = f"{workspace.name}: this workspace holds no report that could be read. {reasons}"
        raise StoreError(message)
    return folded(found, known, gazetteer)


def harvest(connection: Connection, review: Review) -> Harvest:
    """Reports in the order of the days of publication, with the claims that count after review."""
    left = current_leftovers(connection)
    kept = [report for row, report in all_reports(connection) if row not in left.unread]
    kept.sort(key=lambda report: (report.published, report.id))
    readable = {report.id for report in kept}
    claims = tuple(claim for claim in review.counting() if claim.report in readable)
    return Harvest(tuple(kept), claims, left.unplaced, left.problems, left.choices)


def state_token(workspace: Workspace) -> str:
    """Changes whenever anything is taken in, read anew or decided."""
    with workspace.reading() as connection:
        newest = (
            connection.scalar(select(func.max(column))) for column in (reports.c.id, readings.c.id, decisions.c.seq)
        )
        return "-".join(str(number or 0) for number in newest)
