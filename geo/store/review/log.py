"""The log of decisions in the workspace: read whole or of one target, and added to where nothing has changed since."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from geo.errors import ConflictError
from geo.store.readings import current_claims
from geo.store.records import Json, canonical
from geo.store.review.draft import sealed
from geo.store.review.entry import Entry, EntryKind
from geo.store.review.state import actor_state, claim_state, source_state
from geo.store.review.target import Target, TargetKind
from geo.store.schema import decisions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from sqlalchemy import Connection, Row

    from geo.store.review.draft import Draft
    from geo.store.workspace import Workspace


def decide(workspace: Workspace, draft: Draft, who: str, at: datetime) -> Entry:
    """Write a decision into the log.

    Args:
        workspace: The workspace.
        draft: The decision, as the functions of `geo.store.review.operations` make it.
        who: Name of the person.
        at: When, with its time zone.

    Returns:
        The entry, which is on the disk.

    Raises:
        ConflictError: The target is no longer as the person saw it; nothing was written.
        ReviewError: No name was given.
        StoreError: The workspace cannot be written.
    """
    with workspace.writing() as connection:
        if canonical(target_state(draft.target, connection)) != canonical(draft.before):
            raise ConflictError(_changed_by(draft.target, connection))
        entry = sealed(draft, who, at, _last(connection))
        connection.execute(decisions.insert(), _row(entry))
    return entry


def target_state(target: Target, connection: Connection) -> Json:
    """The state of a target now."""
    entries = entries_on(target, connection)
    if target.kind is TargetKind.ACTOR:
        return actor_state(entries)
    if target.kind is TargetKind.SOURCE:
        return source_state(entries)
    read = next(current_claims(connection, target.name), None)
    return claim_state(read.record if read else None, entries)


def entries_on(target: Target, connection: Connection) -> tuple[Entry, ...]:
    """All entries on a target, by number."""
    query = select(decisions).where(decisions.c.target == str(target)).order_by(decisions.c.seq)
    return tuple(map(_entry, connection.execute(query)))


def all_entries(connection: Connection) -> Iterator[Entry]:
    """The whole log, by number; one entry at a time."""
    query = select(decisions).order_by(decisions.c.seq)
    return map(_entry, connection.execution_options(yield_per=200).execute(query))


def _last(connection: Connection) -> tuple[int, str] | None:
    query = select(decisions.c.seq, decisions.c.hash).order_by(decisions.c.seq.desc()).limit(1)
    row = connection.execute(query).one_or_none()
    return (row.seq, row.hash) if row else None


def _changed_by(target: Target, connection: Connection) -> str:
    entries = entries_on(target, connection)
    by = f"{entries[-1].who} decided ({entries[-1].kind})" if entries else "the reports were read anew"
    return f"Nothing was written: {by} since you opened this. Look at what it is now, and decide again."


def _row(entry: Entry) -> dict[str, object]:
    return {
        "seq": entry.seq,
        "at": entry.at,
        "who": entry.who,
        "kind": entry.kind.value,
        "target": entry.target,
        "before": canonical(entry.before),
        "after": canonical(entry.after),
        "why": entry.why,
        "prev_hash": entry.prev_hash,
        "hash": entry.hash,
    }


def _entry(row: Row[*tuple[Any, ...]]) -> Entry:
    return Entry(
        seq=row.seq,
        at=row.at,
        who=row.who,
        kind=EntryKind(row.kind),
        target=row.target,
        before=json.loads(row.before),
        after=json.loads(row.after),
        why=row.why,
        prev_hash=row.prev_hash,
        hash=row.hash,
    )
