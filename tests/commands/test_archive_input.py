"""An archive made by `claimline extract --archive` is read like the reports it was made of."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from geo.cli import app, main

if TYPE_CHECKING:
    from gazetteer import Gazetteer

REPORTS, PROFILE = "seeds/reports", ["--profile", "seeds/panjshir-2021.toml"]


@pytest.fixture(autouse=True)
def index(monkeypatch: pytest.MonkeyPatch, gazetteer: Gazetteer) -> None:
    monkeypatch.setenv("CLAIMLINE_CACHE", str(gazetteer.path.parent))


@pytest.fixture(scope="module")
def archive(gazetteer: Gazetteer, tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("archive") / "war"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLAIMLINE_CACHE", str(gazetteer.path.parent))
        result = CliRunner().invoke(
            app, ["extract", REPORTS, *PROFILE, "--archive", str(folder)], catch_exceptions=False
        )
    assert result.exit_code == 0
    return str(folder)


def run(command: str, *words: str) -> bytes:
    result = CliRunner().invoke(app, [command, *words], catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout_bytes


@pytest.mark.parametrize(
    "words",
    [
        ["export", "--format", "csv"],
        ["export", "--format", "csv", "--layer", "control"],
        ["export", "--format", "csv", "--layer", "reports", "--action", "takes"],
        ["export", "--format", "geojson", "--layer", "control", "--basis", "taliban"],
        ["export", "--format", "annotations", "--clock", "known", "--text", "Panjshir"],
        ["control", "--on", "2021-08-25", "--format", "json"],
        ["control", "--on", "2021-08-25", "--basis", "corroborated", "--format", "csv"],
    ],
    ids=" ".join,
)
def test_commands_give_the_same_of_both(archive: str, words: list[str]) -> None:
    command, *options = words
    assert run(command, archive, *options) == run(command, REPORTS, *PROFILE, *options)


def test_the_map_of_a_small_archive_is_one_file(archive: str, tmp_path: Path) -> None:
    maps = [tmp_path / "archive.html", tmp_path / "reports.html"]
    for path, words in zip(maps, ([archive], [REPORTS, *PROFILE]), strict=True):
        run("map", *words, "--out", str(path))
    assert len(maps[0].read_bytes()) == pytest.approx(len(maps[1].read_bytes()), rel=0.02)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["export", "ARCHIVE", REPORTS], "is read alone"),
        (["control", "ARCHIVE", "--on", "2021-08-25", *PROFILE], "is read alone"),
        (["export", "ARCHIVE", "--basis", "corroborated"], "not offered for an archive"),
        (["export", "ARCHIVE", "--side", "nobody"], "which no claim has"),
        (["export", "ARCHIVE", "--clock", "sundial"], "no clock 'sundial'"),
    ],
)
def test_what_an_archive_cannot_do_is_told(
    archive: str, words: list[str], told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["claimline", *(archive if word == "ARCHIVE" else word for word in words)])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 1
    assert told in capsys.readouterr().err


def test_too_many_claims_for_one_file_are_told(
    archive: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("geo.holdings.disk_limits.MOST_HELD", 2)
    monkeypatch.setattr(sys, "argv", ["claimline", "map", archive, "--out", str(tmp_path / "map.html")])
    with pytest.raises(SystemExit):
        main()
    assert "2 claims at most" in capsys.readouterr().err
    assert not Path(tmp_path / "map.html").exists()
