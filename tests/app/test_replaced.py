"""An archive that is replaced under an open page is told of in a sentence on the page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from streamlit.testing.v1 import AppTest

from geo.errors import ArchiveError

if TYPE_CHECKING:
    import pytest

    from geo.app.mapped import Loaded

PAGE = Path(__file__).parents[2] / "streamlit_app.py"
CHANGED = "part-00000.parquet: the archive was changed meanwhile by another run. Reload it once that is done."


def test_a_page_over_a_replaced_archive_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def changed(_loaded: Loaded) -> None:
        raise ArchiveError(CHANGED)

    monkeypatch.setattr("sys.argv", [str(PAGE)])
    monkeypatch.setattr("geo.app.whole_page.own_reports", object)
    monkeypatch.setattr("geo.app.whole_page.open_map", changed)
    page = AppTest.from_file(str(PAGE), default_timeout=60).run()
    assert [one.value for one in page.error] == [CHANGED]
    assert not page.exception
