"""Brings a workspace's tables to this version, step by step, in one transaction."""

from __future__ import annotations

from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from sqlalchemy import inspect, text

from geo.errors import StoreError

if TYPE_CHECKING:
    from sqlalchemy import Connection

NEWEST = "0003"
KNOWN = ("0001", "0002", "0003")


def revision(connection: Connection) -> str | None:
    """The step that a workspace's tables are at; None for a database without any.

    Raises:
        StoreError: A later version of Claimline made the tables, or the database belongs to something else.
    """
    tables = inspect(connection).get_table_names()
    if "alembic_version" not in tables:
        if tables:
            message = f"This database holds other tables ({', '.join(sorted(tables)[:3])}). Name an empty one."
            raise StoreError(message)
        return None
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    if found is not None and found not in KNOWN:
        message = f"This workspace was made by a newer Claimline (step {found}). Install that version to open it."
        raise StoreError(message)
    return found


def upgrade(connection: Connection, to: str = NEWEST) -> None:
    """Run the steps that are missing.

    Args:
        connection: In a transaction that writes; the caller commits it.
        to: The last step to run.
    """
    from alembic import command  # noqa: PLC0415 - slow to import, and few runs need it
    from alembic.config import Config  # noqa: PLC0415 - as above

    with as_file(files("geo.store") / "migrations") as folder:
        config = Config(attributes={"connection": connection})
        config.set_main_option("path_separator", "os")
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        command.upgrade(config, to)
