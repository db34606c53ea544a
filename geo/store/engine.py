"""Connections to a workspace's database, and how a transaction begins on each kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event, text

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection, Engine
    from sqlalchemy.engine.interfaces import DBAPIConnection

WRITES = "claimline_writes"
# How long a writer waits for the others; each writes one report or one decision at a time.
PATIENCE_S = 60
# Any number, the same in every Claimline: whoever writes to a PostgreSQL workspace holds this lock.
WRITE_LOCK = 0x_C1A1_311E


def engine_of(url: URL) -> Engine:
    """Make the engine of a workspace.

    SQLite: transactions are begun by us, at once as a writer where they write, so that no reader has to become one;
    what is committed is on the disk. PostgreSQL: one snapshot a reader, one writer at a time.

    Args:
        url: Address of the database.

    Returns:
        The engine; its connections are made when needed.
    """
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url, connect_args={"timeout": PATIENCE_S})
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    engine = create_engine(url, pool_pre_ping=True)
    event.listen(engine, "begin", _begin_postgresql)
    return engine


def is_sqlite(engine: Engine) -> bool:
    """Whether a workspace is a file."""
    return engine.dialect.name == "sqlite"


def keep_write_ahead_log(engine: Engine) -> None:
    """Let readers and the writer of a file not wait for one another; the file keeps this."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode=WAL")
    finally:
        connection.close()


def _prepare_sqlite(connection: DBAPIConnection, _record: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own record
    # The driver shall begin no transaction by itself.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("foreign_keys=ON", "synchronous=FULL"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _begin_postgresql(connection: Connection) -> None:
    if connection.get_execution_options().get(WRITES):
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": WRITE_LOCK})
