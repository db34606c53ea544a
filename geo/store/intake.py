"""Taking reports in: each one read and kept in a transaction of its own, so that a run that is stopped can go on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.store.readings import put_reading, run_of
from geo.store.reports import Arrival, free_name, is_known, put_report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime

    from sqlalchemy import Connection

    from geo.reports.report import Report
    from geo.store.readings import Reading
    from geo.store.versions import Versions
    from geo.store.workspace import Workspace

    Reader = Callable[[Report], Reading]


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of one report.

    Attributes:
        name: Its id in the workspace.
        sha256: Of its bytes.
        new: False where the workspace had it.
        claims: Number of its claims, 0 where the workspace had it.
        problem: Why nothing was read in it, or None.
    """

    name: str
    sha256: str
    new: bool
    claims: int = 0
    problem: str | None = None


def take_in(
    workspace: Workspace, arrivals: Iterable[Arrival], read: Reader, versions: Versions, at: datetime
) -> Iterator[Kept]:
    """Take reports in.

    Args:
        workspace: Where they are kept.
        arrivals: The reports with their bytes.
        read: Makes a reading of a report.
        versions: What `read` works with.
        at: The time that is noted.

    Yields:
        What became of each report, once it is on the disk.

    Raises:
        StoreError: The workspace cannot be written.
    """
    for arrival in arrivals:
        report = arrival.report
        with workspace.reading() as connection:
            known = is_known(report.sha256, connection)
        yield (
            Kept(report.id, report.sha256, new=False)
            if known
            else _take(workspace, arrival, read(report), versions, at)
        )


def _take(workspace: Workspace, arrival: Arrival, reading: Reading, versions: Versions, at: datetime) -> Kept:
    with workspace.writing() as connection:
        # Somebody else may have taken it in while we read it.
        if is_known(arrival.report.sha256, connection):
            return Kept(arrival.report.id, arrival.report.sha256, new=False)
        return _put(arrival, reading, run_of(versions, at, connection), at, connection)


def _put(arrival: Arrival, reading: Reading, run: int, at: datetime, connection: Connection) -> Kept:
    name = free_name(arrival.report, connection)
    named = reading.named(name)
    report_id = put_report(replace(arrival, report=replace(arrival.report, id=name)), at, connection)
    put_reading(named, report_id, arrival.report.sha256, run, connection)
    return Kept(name, arrival.report.sha256, new=True, claims=len(named.claims), problem=named.problem)
