"""Every test of the workspace runs on both databases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.postgres_server import PostgresMissingError, empty_database, running_postgres
from geo.store.workspace import Workspace, open_workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """Address of a running server."""
    try:
        with running_postgres() as server:
            yield server
    except PostgresMissingError as error:
        raise pytest.UsageError(str(error)) from None


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Address of a database that is not there yet, or empty."""
    if request.param == "sqlite":
        return str(tmp_path / "workspace.sqlite")
    return empty_database(request.getfixturevalue("postgres"))


@pytest.fixture
def workspace(address: str) -> Iterator[Workspace]:
    opened = open_workspace(address, create=True)
    yield opened
    opened.close()
