"""An archive that changes under the page is told of in a sentence."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from geo.app import source
from geo.app.arguments import Arguments
from geo.app.source import source_of
from geo.archive.layout import FORMAT, MARK
from geo.errors import ClaimlineError
from geo.profile import AUTO

if TYPE_CHECKING:
    from pathlib import Path


def test_an_archive_that_a_run_takes_back_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is gone, there again when the page looks why, and gone when its day of change is asked for."""
    (tmp_path / MARK).write_text(json.dumps({"format": FORMAT}), encoding="utf-8")
    monkeypatch.setattr(source, "read_about", lambda _folder: None)
    with pytest.raises(ClaimlineError, match="reload once that is done"):
        source_of(Arguments((tmp_path,), AUTO.id, None))


def test_an_archive_that_is_not_finished_is_told_of(tmp_path: Path) -> None:
    (tmp_path / MARK).write_text(json.dumps({"format": FORMAT}), encoding="utf-8")
    with pytest.raises(ClaimlineError, match=r"is not finished\. Run the same"):
        source_of(Arguments((tmp_path,), AUTO.id, None))
