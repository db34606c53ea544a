"""Where a workspace is: a file, or a PostgreSQL database."""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from geo.errors import StoreError

DEFAULT_FILE = Path("claimline.sqlite")
VARIABLE = "CLAIMLINE_DATABASE"
POSTGRESQL = "postgresql"


def chosen_address(named: str | None) -> str:
    """The workspace that a person means.

    Args:
        named: A file or an address that was named, or None.

    Returns:
        What was named; else `CLAIMLINE_DATABASE`; else `claimline.sqlite` in the current folder.
    """
    return named or os.environ.get(VARIABLE) or str(DEFAULT_FILE)


def address_of(named: str) -> URL:
    """The address of a database.

    Args:
        named: A file (SQLite), or an address such as `postgresql+psycopg://user@host/name`.

    Returns:
        Its address for SQLAlchemy.

    Raises:
        StoreError: It is an address of a kind that is not known.
    """
    if "://" not in named:
        return URL.create("sqlite", database=str(Path(named).absolute()))
    try:
        url = make_url(named)
    except ArgumentError:
        url = None
    if url is None or url.get_backend_name() != POSTGRESQL or not url.database:
        # The address may hold a password, so it is not repeated.
        message = (
            "This is no address of a workspace. Name a file, or a database as postgresql+psycopg://user@host/name."
        )
        raise StoreError(message)
    return url.set(drivername="postgresql+psycopg")
