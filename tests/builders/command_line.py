"""The command line, as a shell calls it."""

from __future__ import annotations

import sys

import pytest

from geo.cli import main


def claimline(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    """The exit status of `claimline ARGUMENTS`."""
    monkeypatch.setattr(sys, "argv", ["claimline", *map(str, arguments)])
    with pytest.raises(SystemExit) as stop:
        main()
    return int(stop.value.code or 0)
