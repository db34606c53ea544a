"""`claimline extract` with its choices of where to work and what to write."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from command_line import claimline
from spacy_model import saved_model

from geo.bulk import lines
from geo.report_reading import extract

if TYPE_CHECKING:
    from pathlib import Path

    from gazetteer import Gazetteer
    from geo.claims.extract import Extraction
    from geo.profile import Profile
    from geo.reports.report import Report

SEEDS = "seeds/reports"


@pytest.fixture(autouse=True)
def index(monkeypatch: pytest.MonkeyPatch, gazetteer: Gazetteer) -> None:
    monkeypatch.setenv("CLAIMLINE_CACHE", str(gazetteer.path.parent))


def test_an_archive_of_the_seeds_is_made_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = tmp_path / "archive"
    assert claimline(monkeypatch, "extract", SEEDS, "--archive", archive) == 0
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "Profile panjshir-2021 for 5 reports."
    facts = json.loads((archive / "dataset.json").read_text())
    assert facts["counts"]["reports"] == 5
    assert (archive / "overview.jsonl").exists()
    assert told[1].startswith(f"{archive}: 5 reports, {facts['counts']['claims']} claims, ")
    assert claimline(monkeypatch, "extract", SEEDS, "--archive", archive) == 0
    assert "1 of 1 parts were there already." in capsys.readouterr().err


def test_every_process_reads_with_the_model_of_the_profile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    saved_model(tmp_path / "names", {"Zurmelik": "GPE"})
    (tmp_path / "war.toml").write_text('names_model = "names"\n', encoding="utf-8")
    text = "date 2021-09-01 KABUL - The Taliban captured Banu district. They watched Zurmelik burn.\n"
    reports = [tmp_path / f"{number}.txt" for number in range(2)]
    for number, report in enumerate(reports):
        report.write_text(f"{text} They left {number}.", encoding="utf-8")
    archive, options = tmp_path / "archive", ("--profile", tmp_path / "war.toml", "--processes", 2)
    assert claimline(monkeypatch, "extract", *reports, "--archive", archive, *options) == 0
    assert json.loads((archive / "dataset.json").read_text())["counts"]["unplaced"] == 2
    capsys.readouterr()
    (tmp_path / "names" / "config.cfg").write_text("", encoding="utf-8")
    assert claimline(monkeypatch, "extract", *reports, *options) == 1
    assert "cannot be loaded" in capsys.readouterr().err


def test_processes_and_a_cluster_exclude_each_other(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert claimline(monkeypatch, "extract", SEEDS, "--processes", 2, "--cluster", "tcp://127.0.0.1:1") == 1
    assert "leave one of them out" in capsys.readouterr().err


def test_a_report_that_the_rules_fail_on_is_named_and_the_rest_are_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def failing(report: Report, profile: Profile, gazetteer: Gazetteer) -> Extraction:
        if "Banu" in report.text:
            message = "too\ndeep"
            raise RecursionError(message)
        return extract(report, profile, gazetteer)

    monkeypatch.setattr("geo.report_reading.extract", failing)
    assert claimline(monkeypatch, "extract", SEEDS) == 0
    out, err = capsys.readouterr()
    left = [line for line in err.splitlines() if line.startswith("Left out: ")]
    assert left
    assert all("the rules failed on it (RecursionError: too deep)" in line for line in left)
    assert len({json.loads(line)["report"] for line in out.splitlines()}) == 5 - len(left)


def test_ctrl_c_is_told_in_a_word(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stopped(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(lines, "_lines", stopped)
    assert claimline(monkeypatch, "extract", SEEDS) == 130
    assert capsys.readouterr() == ("", "Stopped.\n")
