"""`claimline page` starts the page with what it is given, on this machine only."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest
from typer.testing import CliRunner

from geo.cli import app
from geo.commands.page import ends_too

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("words", "given"),
    [
        ([], ["--"]),
        (["a", "b.txt", "--profile", "none"], ["--", "a", "b.txt", "--profile", "none"]),
        (["--port", "8600"], ["--server.port", "8600", "--"]),
    ],
)
def test_the_page_is_started_with_reports_and_profile(
    words: list[str], given: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []

    class Server(nullcontext[object]):
        def __init__(self, command: list[str]) -> None:
            super().__init__(self)
            started.append(command)

        def wait(self) -> int:
            return 3

        def terminate(self) -> None:
            """It has ended."""

    monkeypatch.setattr(subprocess, "Popen", Server)
    assert CliRunner().invoke(app, ["page", *words]).exit_code == 3
    script = str(ROOT / "streamlit_app.py")
    assert started == [[sys.executable, "-m", "geo.app.server", script, "--server.address", "localhost", *given]]


def test_who_ends_the_command_ends_the_server() -> None:
    waiting = "import signal; print('up', flush=True); signal.pause()"
    with subprocess.Popen([sys.executable, "-c", waiting], stdout=subprocess.PIPE) as server:  # noqa: S603 - our own interpreter
        assert server.stdout is not None
        server.stdout.readline()
        with ends_too(server):
            os.kill(os.getpid(), signal.SIGTERM)
            assert server.wait(timeout=30) == -signal.SIGTERM
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
