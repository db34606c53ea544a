"""Checks a workspace: every hash, every quote against its report, the chain of decisions."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from sqlalchemy import select, text

from geo.errors import StoreError
from geo.store.engine import is_sqlite
from geo.store.reports import ENCODING, ERRORS
from geo.store.review.entry import chain_faults
from geo.store.review.log import all_entries
from geo.store.schema import claims, readings, reports

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection

    from geo.store.records import Json
    from geo.store.review.entry import Entry
    from geo.store.workspace import Workspace

QUOTING = frozenset({"report", "start", "end", "quote", "place_start", "place_text"})


def verify(
    workspace: Workspace, head: str | None = None, progress: Callable[[int, int], None] | None = None
) -> tuple[str, ...]:
    """Check everything that a workspace keeps.

    Args:
        workspace: The workspace; others may write to it meanwhile.
        head: The hash of a decision that was noted earlier: a log that was cut off before it is found out.
        progress: Called with (reports done, reports in all).

    Returns:
        A sentence for each fault; none where all is well.

    Raises:
        StoreError: The workspace cannot be read at all.
    """
    with workspace.reading() as connection:
        faults = [*_database_faults(workspace, connection), *_report_faults(connection, progress)]
        entries = tuple(all_entries(connection))
        faults.extend(chain_faults(entries))
        faults.extend(_entry_faults(entries, connection))
    if head is not None and head not in {entry.hash for entry in entries}:
        faults.append(f"The log holds no decision with the hash {head}: it was cut off or replaced since.")
    return tuple(faults)


def head_of(workspace: Workspace) -> tuple[int, str | None]:
    """How many decisions there are, and the hash of the last: noted elsewhere, it proves the log up to it."""
    count, head = 0, None
    with workspace.reading() as connection:
        for entry in all_entries(connection):
            count, head = entry.seq, entry.hash
    return count, head


def _database_faults(workspace: Workspace, connection: Connection) -> Iterator[str]:
    if not is_sqlite(workspace.engine):
        return
    for row in connection.execute(text("PRAGMA integrity_check(10)")):
        if row[0] != "ok":
            yield f"{workspace.name}: the file is damaged ({row[0]}). Restore a backup."
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"{workspace.name}: row {row[1]} of {row[0]} names a row of {row[2]} that is not there."


def _report_faults(connection: Connection, progress: Callable[[int, int], None] | None) -> Iterator[str]:
    rows = connection.scalars(select(reports.c.id).order_by(reports.c.id)).all()
    for done, row in enumerate(rows, start=1):
        yield from _faults_of_report(row, connection)
        if progress:
            progress(done, len(rows))


def _faults_of_report(row: int, connection: Connection) -> Iterator[str]:
    report = connection.execute(select(reports).where(reports.c.id == row)).one()
    if hashlib.sha256(report.raw).hexdigest() != report.sha256:
        yield f"{report.name}: its bytes are not those that were taken in."
    if hashlib.sha256(report.text).hexdigest() != report.text_sha256:
        yield f"{report.name}: its text is not the one that was read."
    try:
        body = bytes(report.text).decode(ENCODING, ERRORS)
    except UnicodeDecodeError:
        yield f"{report.name}: its text cannot be decoded."
        return
    query = select(claims.c.record).join(readings, readings.c.id == claims.c.reading_id)
    for record in connection.scalars(query.where(readings.c.report_id == row)):
        if fault := _quote_fault(json.loads(record), report.name, body):
            yield f"{report.name}: {fault}"


def _entry_faults(entries: tuple[Entry, ...], connection: Connection) -> Iterator[str]:
    """Decisions quote too; each report is read once."""
    for name, quoting in _by_report(entries).items():
        found = connection.scalar(select(reports.c.text).where(reports.c.name == name))
        if found is None:
            yield f"Decision {quoting[0][0]}: it is about the report {name!r}, which is not in the workspace."
            continue
        body = bytes(found).decode(ENCODING, ERRORS)
        for seq, claim in quoting:
            if fault := _quote_fault(claim, name, body):
                yield f"Decision {seq}: {fault}"


def _by_report(entries: tuple[Entry, ...]) -> dict[str, list[tuple[int, Json]]]:
    found: dict[str, list[tuple[int, Json]]] = {}
    for entry in entries:
        for state in (entry.before, entry.after):
            if claim := state.get("claim"):
                found.setdefault(claim["report"], []).append((entry.seq, claim))
    return found


def _quote_fault(claim: Json, report: str, body: str) -> str | None:
    if not claim.keys() >= QUOTING:
        return "what is kept there is no claim."
    start, end, at, place = claim["start"], claim["end"], claim["place_start"], claim["place_text"]
    if claim["report"] != report:
        return f"a claim names the report {claim['report']!r} instead."
    if body[start:end] != claim["quote"]:
        return f"the quote at characters {start}-{end} is not what the report says there."
    if body[at : at + len(place)] != place:
        return f"the place {place!r} does not stand at character {at}."
    return None


def check(workspace: Workspace) -> None:
    """Refuse a workspace with faults.

    Raises:
        StoreError: There are faults; the message lists the first.
    """
    faults = verify(workspace)
    if faults:
        message = f"{workspace.name}: {len(faults)} faults were found. The first: {faults[0]}"
        raise StoreError(message)
