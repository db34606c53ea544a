"""Fixtures for tests that fetch files: a server on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from file_server import FileServer

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def server() -> Iterator[FileServer]:
    with FileServer() as running:
        yield running
