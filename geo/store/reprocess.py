"""Reading all reports anew, with the rules, gazetteer and profile of now; and what that changed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from geo.claims.claim import Claim
from geo.store.readings import latest_run, put_reading, run_of, unread_reports
from geo.store.records import Json, value_of
from geo.store.reports import report_in
from geo.store.review.state import JUDGED, judged
from geo.store.schema import claims, readings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from sqlalchemy import Connection

    from geo.reports.report import Report
    from geo.store.readings import Reading
    from geo.store.versions import Versions
    from geo.store.workspace import Workspace

    Reader = Callable[[Report], Reading]


class ChangeKind(StrEnum):
    """How a claim of the latest run differs from the run before."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """A claim that is read otherwise than before.

    Attributes:
        kind: How.
        key: The claim's identity over all runs.
        claim: As it is read now; where it is gone, as it was read before.
        fields: Names of the fields that changed.
    """

    kind: ChangeKind
    key: str
    claim: Claim
    fields: tuple[str, ...] = ()


def to_read(workspace: Workspace, versions: Versions, at: datetime) -> tuple[int, tuple[int, ...]]:
    """The run of these versions, begun where it is new, and the rows of the reports that it has not read yet."""
    with workspace.writing() as connection:
        run = run_of(versions, at, connection)
        return run, unread_reports(run, connection)


def reprocess(workspace: Workspace, read: Reader, versions: Versions, at: datetime) -> Iterator[str]:
    """Read every report anew that was last read with other versions; a run that was stopped goes on.

    What people decided stays: it hangs on the claims' identity, not on a run.

    Args:
        workspace: The workspace.
        read: Makes a reading of a report.
        versions: What `read` works with.
        at: The time that is noted.

    Yields:
        The id of each report, once its reading is on the disk.

    Raises:
        StoreError: The workspace cannot be written.
    """
    run, rows = to_read(workspace, versions, at)
    for row in rows:
        with workspace.reading() as connection:
            report = report_in(row, connection)
        reading = read(report)
        with workspace.writing() as connection:
            # Somebody else may be reading them anew as well.
            if not _is_read(row, run, connection):
                put_reading(reading, row, report.sha256, run, connection)
        yield report.id


def changes(connection: Connection) -> Iterator[Change]:
    """How the latest run reads the reports otherwise than they were read before it.

    Args:
        connection: A transaction.

    Yields:
        Changes by report, those of a report in the order of its text; of reports that were read before only.
    """
    run = latest_run(connection)
    earlier = select(readings.c.report_id, func.max(readings.c.run_id)).where(readings.c.run_id != run)
    for report, before in connection.execute(
        earlier.group_by(readings.c.report_id).order_by(readings.c.report_id)
    ).all():
        if _is_read(report, run, connection):
            yield from _compared(_keyed(report, before, connection), _keyed(report, run, connection))


def _compared(before: dict[str, Json], after: dict[str, Json]) -> Iterator[Change]:
    found: list[tuple[Json, ChangeKind, str, tuple[str, ...]]] = [
        (record, ChangeKind.GONE, key, ()) for key, record in before.items() if key not in after
    ]
    for key, record in after.items():
        if key not in before:
            found.append((record, ChangeKind.NEW, key, ()))
        elif different := tuple(name for name in JUDGED if judged(record, name) != judged(before[key], name)):
            found.append((record, ChangeKind.CHANGED, key, different))
    for record, kind, key, different in sorted(found, key=lambda one: (one[0]["start"], one[0]["place_start"], one[2])):
        yield Change(kind, key, value_of(record, Claim), different)


def _keyed(report: int, run: int | None, connection: Connection) -> dict[str, Json]:
    query = select(claims.c.key, claims.c.record).join(readings, readings.c.id == claims.c.reading_id)
    rows = connection.execute(query.where(readings.c.report_id == report, readings.c.run_id == run))
    return {row.key: json.loads(row.record) for row in rows}


def _is_read(report: int, run: int | None, connection: Connection) -> bool:
    query = select(readings.c.id).where(readings.c.report_id == report, readings.c.run_id == run)
    return connection.scalar(query) is not None
