"""`claimline export` through filters and by the ending of the file, and what it refuses."""

from __future__ import annotations

import csv
import io
import sys
import zipfile
from typing import TYPE_CHECKING

import openpyxl
import pytest
from typer.testing import CliRunner

from geo.cli import app, main

if TYPE_CHECKING:
    from pathlib import Path

    from gazetteer import Gazetteer

SEEDS = ["seeds/reports", "--profile", "seeds/panjshir-2021.toml"]


@pytest.fixture(autouse=True)
def index(monkeypatch: pytest.MonkeyPatch, gazetteer: Gazetteer) -> None:
    monkeypatch.setenv("CLAIMLINE_CACHE", str(gazetteer.path.parent))


def run(*arguments: str) -> bytes:
    result = CliRunner().invoke(app, ["export", *SEEDS, *arguments], catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout_bytes


def rows(*arguments: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(run("--format", "csv", *arguments).decode(), newline="")))


def test_filters_leave_the_claims_that_they_let_through_and_the_file_says_which() -> None:
    found = rows("--action", "takes", "--action", "fights", "--side", "taliban")
    assert {row["action"] for row in found} == {"takes", "fights"}
    assert all("taliban" in {row["actor_id"], row["opponent_id"], row["claimant_side"]} for row in found)
    assert {row["shows"] for row in found} == {
        "Basis: All claims. Clock: day of the event. Filters: side taliban; action takes or fights."
    }
    assert len(found) < len(rows())


def test_control_follows_basis_clock_and_filters() -> None:
    for words, states in (
        (["--basis", "taliban"], {("unknown", ""), ("held", "taliban")}),
        (["--clock", "known", "--action", "holds"], {("unknown", ""), ("held", "resistance")}),
    ):
        assert {(row["status"], row["holder_id"]) for row in rows("--layer", "control", *words)} == states


def test_the_ending_of_the_file_tells_the_format(tmp_path: Path) -> None:
    for name in ("war.xlsx", "war.kmz", "war-hxl.csv"):
        run("--out", str(tmp_path / name))
    assert "claims" in openpyxl.load_workbook(tmp_path / "war.xlsx").sheetnames
    assert zipfile.ZipFile(tmp_path / "war.kmz").namelist() == ["doc.kml"]
    assert (tmp_path / "war-hxl.csv").read_text(encoding="utf-8").splitlines()[1].startswith("#event+id,")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--format", "shp"], "There is no format 'shp'. Choose one of: geojson"),
        (["--format", "kml", "--layer", "reports"], "A KML file holds no layer 'reports'. Choose one of: all."),
        (["--basis", "rumour"], "There is no basis 'rumour'"),
        (["--clock", "noon"], "There is no clock 'noon'. Choose one of: event, known."),
        (["--side", "talib"], "--side is 'talib', which no claim has. Choose of: resistance, taliban"),
        (["--out", "war.shp"], "war.shp: no format ends in '.shp'. Use one of "),
        (["--out", "/nowhere/at/all.csv"], "/nowhere/at/all.csv: the file cannot be written"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["claimline", "export", *SEEDS, *words])
    with pytest.raises(SystemExit, match="1"):
        main()
    assert told in capsys.readouterr().err


def test_a_file_that_is_no_text_is_not_put_on_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["claimline", "export", *SEEDS, "--format", "gpkg"])
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    with pytest.raises(SystemExit, match="1"):
        main()
    assert "Give --out NAME.gpkg." in capsys.readouterr().err
