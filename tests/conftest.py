"""Fixtures that several parts share."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

from gazetteer import Gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterator

# How long an example takes says more about what else the machine does than about the code.
settings.register_profile("claimline", deadline=None)
settings.load_profile("claimline")


@pytest.fixture(scope="session", autouse=True)
def nothing_installed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What a person has installed is no part of what is tested."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLAIMLINE_DATA", str(tmp_path_factory.mktemp("data")))
        yield


@pytest.fixture(autouse=True)
def only_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that reaches for another machine fails."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:  # noqa: ANN401 - as the socket module has it
        assert self.family not in (socket.AF_INET, socket.AF_INET6) or address[0] == "127.0.0.1", address
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture(scope="session")
def gazetteer() -> Iterator[Gazetteer]:
    """The real index; built once a machine and kept in the user's cache folder."""
    found = Gazetteer.open()
    yield found
    found.close()
