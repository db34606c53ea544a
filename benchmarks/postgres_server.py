"""A real PostgreSQL server of one's own: made in a new folder, gone at the end."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import create_engine, text

if TYPE_CHECKING:
    from collections.abc import Iterator

DEBIAN = Path("/usr/lib/postgresql")
# PostgreSQL refuses to run as root; its package makes this user.
USER = "postgres"
MISSING = (
    "The tests of the workspace need PostgreSQL's programs `initdb` and `pg_ctl`. Install Debian's package "
    "`postgresql`, or put them on the PATH."
)


class PostgresMissingError(Exception):
    """PostgreSQL is not installed."""


@contextmanager
def running_postgres() -> Iterator[str]:
    """Start a server that listens on a socket in its own folder.

    Yields:
        The address of its only database.
    """
    binaries = find_binaries()
    folder = Path(tempfile.mkdtemp(prefix="claimline-postgres-"))
    try:
        _hand_over(folder)
        data = folder / "data"
        _run(binaries / "initdb", "-D", data, "-U", "claimline", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off -c max_connections=60"
        _run(binaries / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start")
        try:
            yield f"postgresql+psycopg://claimline@/postgres?host={folder}"
        finally:
            _run(binaries / "pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def empty_database(address: str) -> str:
    """Leave nothing in a database: a new one a test would take 7 MB each. Gives the address."""
    engine = create_engine(address)
    with engine.begin() as connection:
        connection.execute(text("SET lock_timeout = '10s'"))
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    return address


def find_binaries() -> Path:
    """The folder of PostgreSQL's programs."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).parent
    found = sorted(DEBIAN.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if not found:
        raise PostgresMissingError(MISSING)
    return found[-1].parent


def _hand_over(folder: Path) -> None:
    """Let the server write to its folder."""
    if os.getuid() == 0:
        shutil.chown(folder, USER, USER)


def _run(*command: object) -> None:
    words = [str(word) for word in command]
    if os.getuid() == 0:
        words = ["setpriv", f"--reuid={USER}", f"--regid={USER}", "--clear-groups", *words]
    quiet = subprocess.DEVNULL
    subprocess.run(words, check=True, stdout=quiet, stderr=quiet, cwd="/")  # noqa: S603 - PostgreSQL's own programs
