"""`claimline control` on the seed reports."""

from __future__ import annotations

import csv
import io
import json
import sys
from typing import TYPE_CHECKING

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


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, ["control", *SEEDS, *arguments], catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout


def test_json_has_one_row_a_place_that_is_not_unknown() -> None:
    rows = {row["place_id"]: row for row in json.loads(run("--on", "2021-08-25", "--format", "json"))}
    assert {row["status"] for row in rows.values()} == {"held", "besieged", "contested"}
    assert len(rows["AF0801"]["claims"]) > 1
    del rows["AF0801"]["claims"]
    assert rows["AF0801"] == {
        "place": "Bazarak",
        "place_id": "AF0801",
        "status": "besieged",
        "holder": "resistance",
        "rivals": ["taliban"],
        "since": "2021-08-25",
        "basis": "claims",
        "inherited": True,
        "inherited_from": "AF08",
    }


@pytest.mark.parametrize(
    ("arguments", "state"),
    [
        ([], ("contested", "")),
        (["--basis", "corroborated"], ("held", "resistance")),
        (["--basis", "taliban"], ("held", "taliban")),
        (["--known-by", "2021-08-22"], ("held", "resistance")),
        (["--basis", "resistance", "--all"], ("unknown", "")),
    ],
)
def test_deh_salah_on_25_august_depends_on_whose_word_counts_and_what_was_known(
    arguments: list[str], state: tuple[str, str]
) -> None:
    rows = csv.DictReader(io.StringIO(run("--on", "2021-08-25", "--format", "csv", *arguments)))
    assert [(row["status"], row["holder"]) for row in rows if row["place_id"] == "AF0908"] == [state]


def test_the_table_names_place_holder_and_day() -> None:
    line = next(line for line in run("--on", "2021-08-25").splitlines() if "Kabul" in line)
    assert line.split() == ["Kabul", "AF0101", "held", "Taliban", "2021-08-22", "2"]


def test_a_day_without_claims_says_so() -> None:
    assert run("--on", "2021-08-01") == "No claim counts on 2021-08-01.\n"


def test_a_file_is_written(tmp_path: Path) -> None:
    out = tmp_path / "control.json"
    assert run("--on", "2021-08-21", "--format", "json", "--out", str(out)) == ""
    assert {row["holder"] for row in json.loads(out.read_text(encoding="utf-8"))} == {"resistance"}


def test_a_basis_that_is_none_is_refused_with_those_that_are(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["claimline", "control", *SEEDS, "--on", "2021-08-25", "--basis", "truth"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 1
    message = "There is no basis 'truth'. Choose one of: claims, corroborated, resistance, taliban, government."
    assert capsys.readouterr().err == f"{message}\n"
