"""A workspace, opened: transactions that read one state of it, and transactions that write."""

from __future__ import annotations

import os
import secrets
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from geo.errors import StoreError
from geo.store.address import address_of
from geo.store.engine import WRITES, engine_of, is_sqlite, keep_write_ahead_log
from geo.store.upgrade import NEWEST, revision, upgrade

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine


@dataclass(frozen=True, slots=True)
class Workspace:
    """A database that is open.

    Attributes:
        engine: Its connections.
        name: The file, or the address without its password; for messages.
    """

    engine: Engine
    name: str

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the workspace, however long it takes.

        Raises:
            StoreError: The database cannot be reached or read.
        """
        with _told(self.name), self.engine.connect() as connection:
            if not is_sqlite(self.engine):
                connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes, one at a time; all of it is kept, on the disk, or nothing.

        Raises:
            StoreError: The database cannot be reached or written.
        """
        with _told(self.name), self.engine.connect() as connection:
            connection.execution_options(**{WRITES: True})
            with connection.begin():
                yield connection

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()


def open_workspace(named: str, *, create: bool = False) -> Workspace:
    """Open a workspace; one that an earlier version made is brought to this version first.

    Args:
        named: A file, or the address of a PostgreSQL database.
        create: Make it where there is none.

    Returns:
        The workspace; close it when done.

    Raises:
        StoreError: There is none, it is no workspace, or it cannot be opened; the message says what to do.
    """
    url = address_of(named)
    if url.database and url.get_backend_name() == "sqlite":
        path = Path(url.database)
        if not path.exists():
            _create_file(path, named, create=create)
        return _opened(named, named, create=False)
    return _opened(named, url.render_as_string(hide_password=True), create=create)


@contextmanager
def opened_workspace(named: str, *, create: bool = False) -> Iterator[Workspace]:
    """A workspace that is closed at the end; as `open_workspace`."""
    workspace = open_workspace(named, create=create)
    try:
        yield workspace
    finally:
        workspace.close()


def _opened(named: str, name: str, *, create: bool) -> Workspace:
    workspace = Workspace(engine_of(address_of(named)), name)
    with ExitStack() as on_failure:
        on_failure.callback(workspace.close)
        _bring_up(workspace, create=create)
        on_failure.pop_all()
    return workspace


def _bring_up(workspace: Workspace, *, create: bool) -> None:
    with workspace.reading() as connection:
        found = revision(connection)
    if found is None and not create:
        message = f"{workspace.name}: this holds no workspace. Make one with `claimline add`."
        raise StoreError(message)
    if found == NEWEST:
        return
    with workspace.writing() as connection:
        # Somebody else may have done it while we waited.
        if revision(connection) != NEWEST:
            upgrade(connection)


def _create_file(path: Path, named: str, *, create: bool) -> None:
    """A new file gets its name only when its tables are made; of several that make it, the first one counts."""
    if not create:
        message = f"{named}: there is no such workspace. Make it with `claimline add`, or check the path."
        raise StoreError(message)
    part = path.with_name(f".{path.name[:100]}.{secrets.token_hex(8)}.part")
    try:
        part.touch(exist_ok=False)
        workspace = _opened(str(part), named, create=True)
        keep_write_ahead_log(workspace.engine)
        workspace.close()
        _name(part, path)
    except OSError as error:
        message = f"{named}: no workspace can be made there ({error.strerror}). Name a folder that you may write to."
        raise StoreError(message) from error
    finally:
        part.unlink(missing_ok=True)


def _name(part: Path, path: Path) -> None:
    try:
        os.link(part, path)
    except FileExistsError:
        return
    except OSError:
        # Not every file system can give a file two names.
        if not path.exists():
            part.rename(path)


@contextmanager
def _told(name: str) -> Iterator[None]:
    """What the database refuses, in a sentence."""
    try:
        yield
    except SQLAlchemyError as error:
        cause = str(error.orig if isinstance(error, DBAPIError) else error).strip().splitlines()
        why = cause[0].rstrip(".") if cause else type(error).__name__
        message = f"{name}: the workspace cannot be used ({why}). {_remedy(why)}"
        raise StoreError(message) from error


def _remedy(why: str) -> str:
    if "not a database" in why or "malformed" in why:
        return "Name a workspace, or restore a backup of it with `claimline restore`."
    if "locked" in why:
        return "Another program has kept it busy for a minute; try again when it is done."
    return "Check that it is there, that you may write to it, and that its disk has room."
