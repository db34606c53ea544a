"""Fixtures that several parts share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gazetteer import Gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def gazetteer() -> Iterator[Gazetteer]:
    """The real index; built once a machine and kept in the user's cache folder."""
    found = Gazetteer.open()
    yield found
    found.close()
