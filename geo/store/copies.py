"""Links between reports that repeat one another; a copy is kept like every other report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from geo.control.reprints import reprints
from geo.store.reports import all_reports
from geo.store.schema import copies, reports

if TYPE_CHECKING:
    from geo.store.workspace import Workspace


def link_copies(workspace: Workspace) -> int:
    """Compare the reports and link copies to their originals; nothing is done where no report is new.

    Args:
        workspace: The workspace.

    Returns:
        How many reports are copies of others.

    Raises:
        StoreError: The workspace cannot be read or written.
    """
    with workspace.reading() as connection:
        new = connection.scalar(select(reports.c.id).where(reports.c.id.not_in(select(copies.c.report_id))).limit(1))
        if new is None:
            return _linked(workspace)
        kept = {report.id: (row, report) for row, report in all_reports(connection)}
    originals = reprints(report for _, report in kept.values())
    rows = [{"report_id": kept[one][0], "original_id": kept[first][0]} for one, first in originals.items()]
    with workspace.writing() as connection:
        connection.execute(copies.delete())
        connection.execute(copies.insert(), rows)
    return _linked(workspace)


def _linked(workspace: Workspace) -> int:
    with workspace.reading() as connection:
        return len(connection.execute(select(copies).where(copies.c.report_id != copies.c.original_id)).all())
