"""`claimline explain`: a report in the terminal with what was read in it, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from geo.cli import app

if TYPE_CHECKING:
    from pathlib import Path

    from gazetteer import Gazetteer

REPORT = """date 2022-10-02
KYIV - Ukrainian troops recaptured Lyman on Saturday, the General Staff of Ukraine said. They had fled from it in May.
Russian forces captured forty soldiers near Bakhmut. Qwertabad district was captured by Russian marines.
It rained [red]all day[/].
"""


@pytest.fixture(autouse=True)
def index(monkeypatch: pytest.MonkeyPatch, gazetteer: Gazetteer) -> None:
    monkeypatch.setenv("CLAIMLINE_CACHE", str(gazetteer.path.parent))


@pytest.fixture
def explained(tmp_path: Path) -> str:
    (tmp_path / "lyman.txt").write_text(REPORT + "A bell\x07 and an escape\x1b[31m sounded in Lyman.\n", "utf-8")
    result = CliRunner().invoke(app, ["explain", str(tmp_path)], catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout


@pytest.mark.parametrize(
    "words",
    [
        "lyman\nPublished 2 October 2022, read from “2022-10-02”. Profile ukraine-2022.",
        "{Ukrainian troops} *recaptured* [Lyman] <on Saturday>",
        "=> Ukraine: takes Lyman · 2022-10-01 (from “on Saturday”)",
        "the General Staff of Ukraine (party) · rule retake.active · sure 100%",
        "Lyman = Lyman, town in Donetsk, Ukraine",
        "-- “captured”: No place that it happens to was found.",
        "[Qwertabad?] district was ~captured~ by {Russian marines}.",
        "-- “captured”: “Qwertabad” is in no gazetteer.",
        "It rained [red]all day[/].",
        "A bell\N{REPLACEMENT CHARACTER} and an escape\N{REPLACEMENT CHARACTER}[31m sounded in [Lyman].",
    ],
)
def test_what_was_read_and_why_is_written_out(words: str, explained: str) -> None:
    assert " ".join(words.split()) in " ".join(explained.split())


def test_it_fits_eighty_columns_and_needs_no_colours(explained: str) -> None:
    assert max(map(len, explained.splitlines())) <= 80
    assert "\x1b" not in explained


def test_a_report_that_is_not_read_is_named_and_the_others_are_shown(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(REPORT, "utf-8")
    german = "Die ukrainischen Truppen haben die Stadt Lyman am Samstag zurückerobert, sagte der Generalstab in Kiew. "
    (tmp_path / "german.txt").write_text(f"date 2022-10-02\n{german * 5}", "utf-8")
    result = CliRunner().invoke(app, ["explain", "--profile", "none", str(tmp_path)], catch_exceptions=False)
    assert "german.txt: the report is in German" in result.stderr
    assert "No profile." in result.stdout
    assert "german" not in result.stdout
