"""`claimline page` starts the page with what it is given, on this machine only."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from geo.cli import app

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

    def run(command: list[str], *, check: bool) -> SimpleNamespace:
        assert not check
        started.append(command)
        return SimpleNamespace(returncode=3)

    monkeypatch.setattr(subprocess, "run", run)
    assert CliRunner().invoke(app, ["page", *words]).exit_code == 3
    script = str(ROOT / "streamlit_app.py")
    assert started == [[sys.executable, "-m", "geo.app.server", script, "--server.address", "localhost", *given]]
