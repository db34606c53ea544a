"""Backups: the whole workspace as one SQLite file, and back into a file or a PostgreSQL database."""

from __future__ import annotations

import os
import secrets
import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from sqlalchemy import func, select, text

from geo.errors import StoreError
from geo.export.atomic import give_name
from geo.store.address import address_of
from geo.store.engine import is_sqlite
from geo.store.schema import metadata, reports
from geo.store.verify import check
from geo.store.workspace import opened_workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Table

    from geo.store.workspace import Workspace

BATCH = 200


def back_up(workspace: Workspace, target: Path) -> None:
    """Write a backup: a file that is itself a workspace, whole or not at all.

    Others may write to the workspace meanwhile; the backup holds one state of it.

    Args:
        workspace: The workspace.
        target: The file; one that exists is replaced.

    Raises:
        StoreError: The workspace has faults, or the file cannot be written.
    """
    with _part_of(target) as part:
        if is_sqlite(workspace.engine):
            _copy_file(Path(str(workspace.engine.url.database)), part)
        else:
            _copy_rows(workspace, str(part))
        with opened_workspace(str(part)) as copy:
            check(copy)
        _name(part, target)


def restore(source: Path, named: str) -> None:
    """Make a workspace of a backup. The backup itself is only read.

    Args:
        source: A backup, or any workspace that is a file.
        named: The new workspace: a file that is not there yet, or the address of an empty PostgreSQL database.

    Raises:
        StoreError: The backup has faults, the workspace holds something already, or it cannot be written.
    """
    if not source.is_file():
        message = f"{source}: there is no such backup. Check the path."
        raise StoreError(message)
    url = address_of(named)
    if url.get_backend_name() != "sqlite":
        _restore_rows(source, named)
        return
    target = Path(str(url.database))
    if target.exists():
        message = f"{named}: there is something already. Name a file that is not there yet, or move this one away."
        raise StoreError(message)
    with _part_of(target) as part:
        _copy_checked(source, part)
        _name(part, target)


def _restore_rows(source: Path, named: str) -> None:
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "backup.sqlite"
        _copy_checked(source, copy)
        with opened_workspace(str(copy)) as backup:
            _copy_rows(backup, named)


def _copy_checked(source: Path, copy: Path) -> None:
    """A copy that is brought to this version and has no faults."""
    _copy_file(source, copy)
    with opened_workspace(str(copy)) as opened:
        check(opened)


def _copy_file(source: Path, copy: Path) -> None:
    """SQLite's own copying: one state, while others write."""
    try:
        with (
            closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as read,
            closing(sqlite3.connect(copy)) as written,
        ):
            read.backup(written)
    except sqlite3.Error as error:
        message = f"{source}: this cannot be copied ({error}). Check that it is a workspace and that the disk has room."
        raise StoreError(message) from error


def _copy_rows(source: Workspace, named: str) -> None:
    """All rows of a workspace into an empty one, in one transaction."""
    with opened_workspace(named, create=True) as target, source.reading() as read, target.writing() as write:
        if write.scalar(select(reports.c.id).limit(1)) is not None:
            message = f"{target.name}: this workspace holds reports already. Name an empty one."
            raise StoreError(message)
        for table in metadata.sorted_tables:
            _copy_table(table, read, write)


def _copy_table(table: Table, read: Connection, write: Connection) -> None:
    rows = read.execution_options(yield_per=BATCH).execute(select(table).order_by(*table.primary_key)).mappings()
    for batch in rows.partitions():
        write.execute(table.insert(), [dict(row) for row in batch])
    key = next(iter(table.primary_key))
    if write.dialect.name == "postgresql" and key.autoincrement is not False and not key.foreign_keys:
        # Numbers given by us do not move the sequence that gives the next.
        last = write.scalar(select(func.max(key)))
        write.execute(
            text("SELECT setval(pg_get_serial_sequence(:table, :key), :last, :used)"),
            {"table": table.name, "key": key.name, "last": last or 1, "used": last is not None},
        )


def _name(part: Path, target: Path) -> None:
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    give_name(part, target)


@contextmanager
def _part_of(target: Path) -> Iterator[Path]:
    """A new name beside the target; whatever is left under it is removed."""
    part = target.with_name(f".{target.name[:100]}.{secrets.token_hex(8)}.part")
    try:
        yield part
    except OSError as error:
        message = f"{target}: this cannot be written ({error.strerror}). Name a folder that you may write to."
        raise StoreError(message) from error
    finally:
        for ending in ("", "-wal", "-shm", "-journal"):
            part.with_name(part.name + ending).unlink(missing_ok=True)
