"""Reports in the workspace: put in once, given back as they were read."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from geo.reports.report import Report
from geo.store.records import canonical, record_of, value_of
from geo.store.schema import reports

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from sqlalchemy import Connection, Row

# Every string of Python, lone surrogates too, and back.
ENCODING, ERRORS = "utf-8", "surrogatepass"
_DETAILS = (reports.c.id, reports.c.sha256, reports.c.name, reports.c.text, reports.c.details)


@dataclass(frozen=True, slots=True)
class Arrival:
    """A report to take in, with the bytes that it came as."""

    report: Report
    raw: bytes


def is_known(sha256: str, connection: Connection) -> bool:
    """Whether a report of these bytes has been taken in."""
    return connection.scalar(select(reports.c.id).where(reports.c.sha256 == sha256)) is not None


def known_hashes(connection: Connection) -> frozenset[str]:
    """The hashes of the bytes of all reports."""
    return frozenset(connection.scalars(select(reports.c.sha256)))


def free_name(report: Report, connection: Connection) -> str:
    """The report's id, or a longer one that depends on its content where another report has it."""
    taken = connection.scalar(select(reports.c.id).where(reports.c.name == report.id)) is not None
    return f"{report.id}-{report.sha256[:8]}" if taken else report.id


def put_report(arrival: Arrival, at: datetime, connection: Connection) -> int:
    """Write a report.

    Args:
        arrival: A report that is not known, under a free name.
        at: When it is taken in.
        connection: A transaction that writes.

    Returns:
        The row's id.
    """
    report = arrival.report
    text = report.text.encode(ENCODING, ERRORS)
    row = {
        "sha256": report.sha256,
        "name": report.id,
        "raw": arrival.raw,
        "text": text,
        "text_sha256": hashlib.sha256(text).hexdigest(),
        "details": canonical(record_of(replace(report, text=""))),
        "added_at": at.isoformat(),
    }
    return int(connection.execute(reports.insert().returning(reports.c.id), row).scalar_one())


def all_reports(connection: Connection) -> Iterator[tuple[int, Report]]:
    """Every report with its row's id, in the order in which they came; one at a time."""
    for row in connection.execution_options(yield_per=50).execute(select(*_DETAILS).order_by(reports.c.id)):
        yield row.id, report_of(row)


def report_named(name: str, connection: Connection) -> Report | None:
    """The report of an id, or None."""
    row = connection.execute(select(*_DETAILS).where(reports.c.name == name)).one_or_none()
    return report_of(row) if row else None


def report_in(row_id: int, connection: Connection) -> Report:
    """The report in a row that is there."""
    return report_of(connection.execute(select(*_DETAILS).where(reports.c.id == row_id)).one())


def report_of(row: Row[*tuple[Any, ...]]) -> Report:
    """A row of `_DETAILS` as a report."""
    text = bytes(row.text).decode(ENCODING, ERRORS)
    return replace(value_of(json.loads(row.details), Report), text=text)
