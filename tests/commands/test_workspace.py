"""The commands of a workspace, from taking in to restoring."""

from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING

import pytest

from geo.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from gazetteer import Gazetteer

    Claimline = Callable[..., tuple[int, str, str]]

PROFILE = "seeds/panjshir-2021.toml"


@pytest.fixture
def claimline(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], gazetteer: Gazetteer
) -> Claimline:
    """Runs a command; gives its exit status, what it put out, and what it told."""
    monkeypatch.setenv("CLAIMLINE_CACHE", str(gazetteer.path.parent))
    monkeypatch.delenv("CLAIMLINE_DATABASE", raising=False)

    def run(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["claimline", *map(str, arguments)])
        with pytest.raises(SystemExit) as stop:
            main()
        out, err = (text.decode() for text in capfdbinary.readouterr())
        return int(stop.value.code or 0), out, err

    return run


@pytest.fixture
def seeds(claimline: Claimline, tmp_path: Path) -> Path:
    """A workspace with the seed reports."""
    file = tmp_path / "seeds.sqlite"
    status, _, said = claimline("add", "seeds/reports", "--profile", PROFILE, "--workspace", file)
    assert status == 0, said
    return file


def test_a_workspace_gives_the_same_files_as_the_reports(claimline: Claimline, seeds: Path, tmp_path: Path) -> None:
    for layer in ("claims", "control"):
        _, kept, _ = claimline("export", "--workspace", seeds, "--layer", layer)
        _, read, _ = claimline("export", "seeds/reports", "--profile", PROFILE, "--layer", layer)
        assert json.loads(kept) == json.loads(read)
    _, kept, _ = claimline("control", "--workspace", seeds, "--on", "2021-08-25", "--format", "csv")
    _, read, _ = claimline("control", "seeds/reports", "--profile", PROFILE, "--on", "2021-08-25", "--format", "csv")
    assert kept == read
    for page, given in (("kept", ("--workspace", seeds)), ("read", ("seeds/reports", "--profile", PROFILE))):
        assert claimline("map", *given, "--out", tmp_path / f"{page}.html")[0] == 0
    assert (tmp_path / "kept.html").read_bytes() == (tmp_path / "read.html").read_bytes()


def test_adding_again_adds_nothing_and_names_what_is_bad(claimline: Claimline, seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "undated.txt").write_text("Ukrainian forces entered Kherson on Friday.\n", encoding="utf-8")
    status, _, said = claimline("add", "seeds/reports", tmp_path / "undated.txt", "--workspace", seeds)
    assert status == 0
    assert "undated.txt: no date was found" in said
    assert "0 reports taken in with 0 claims, 5 were there already, 1 left out" in said


def test_when_nothing_could_be_taken_in_the_exit_status_is_1(claimline: Claimline, tmp_path: Path) -> None:
    status, _, said = claimline("add", tmp_path / "nowhere.txt", "--workspace", tmp_path / "w.sqlite")
    assert (status, "there is no such file" in said) == (1, True)


def test_a_workspace_is_read_with_one_profile(claimline: Claimline, seeds: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text('title = "Another war"\ncountries = ["AF"]\n', encoding="utf-8")
    status, _, said = claimline("add", "seeds/reports", "--profile", other, "--workspace", seeds)
    assert (status, f"claimline reprocess --profile {other}" in said) == (1, True)
    status, changes, said = claimline("reprocess", "--profile", other, "--workspace", seeds)
    assert (status, "5 reports read anew" in said) == (0, True)
    assert re.search(r"^changed +\S+  .+ \(.*actor.*\)  “.+”$", changes, re.MULTILINE)
    assert claimline("add", "seeds/reports", "--profile", other, "--workspace", seeds)[0] == 0


def test_verify_tells_that_all_is_well_or_what_is_not(claimline: Claimline, seeds: Path) -> None:
    status, _, said = claimline("verify", "--workspace", seeds)
    assert (status, "all is as it was written" in said) == (0, True)
    status, _, said = claimline("verify", "--workspace", seeds, "--head", "0" * 64)
    assert (status, "cut off or replaced" in said) == (1, True)


def test_a_backup_writes_over_nothing_unless_it_is_told_to(claimline: Claimline, seeds: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("mine", encoding="utf-8")
    code, _, told = claimline("backup", notes, "--workspace", seeds)
    assert (code, notes.read_text(encoding="utf-8")) == (1, "mine")
    assert "--replace" in told
    assert claimline("backup", notes, "--replace", "--workspace", seeds)[0] == 0


def test_a_backup_is_restored(claimline: Claimline, seeds: Path, tmp_path: Path) -> None:
    assert claimline("backup", tmp_path / "backup.sqlite", "--workspace", seeds)[0] == 0
    again = tmp_path / "again.sqlite"
    assert claimline("restore", tmp_path / "backup.sqlite", "--workspace", again)[0] == 0
    assert claimline("verify", "--workspace", again)[0] == 0
    assert claimline("restore", tmp_path / "backup.sqlite", "--workspace", again)[0] == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("verify", "--workspace", "nowhere.sqlite"), "nowhere.sqlite: there is no such workspace"),
        (("export", "--workspace", "README.md"), "README.md: the workspace cannot be used (file is not a database)"),
        (("export",), "claimline.sqlite: there is no such workspace"),
        (("export", "seeds/reports", "--workspace", "w.sqlite"), "Reports and a workspace were named"),
        (("restore", "nowhere.sqlite"), "nowhere.sqlite: there is no such backup"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(claimline: Claimline, arguments: tuple[str, ...], said: str) -> None:
    status, out, told = claimline(*arguments)
    assert (status, out) == (1, "")
    assert said in told
    assert "Traceback" not in told


def test_without_a_profile_each_report_takes_its_own_in_a_workspace_as_from_files(
    claimline: Claimline, tmp_path: Path
) -> None:
    file = tmp_path / "auto.sqlite"
    assert claimline("add", "seeds/reports", "--workspace", file)[0] == 0
    _, kept, told = claimline("export", "--workspace", file, "--layer", "control")
    _, read, told_of_files = claimline("export", "seeds/reports", "--layer", "control")
    assert json.loads(kept) == json.loads(read)
    assert told == told_of_files
    assert "Profile panjshir-2021" in told
