"""Bad input: one clear line a file, the good reports still read, nothing written half."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from command_line import claimline

if TYPE_CHECKING:
    from gazetteer import Gazetteer

GOOD = "date 2022-11-11 Ukrainian forces entered Kherson on Friday.\n"
BAD = {
    "empty.txt": (b"", "empty"),
    "binary.txt": (bytes(range(256)) * 8, "text"),
    "undated.txt": (b"Ukrainian forces entered Kherson on Friday.\n", "date"),
    "odd.txt": (b"date 2022-11-11 \x81\x8d\x8f\x90\x9d\xff\xfe\xfa\x00", "text"),
}


@pytest.fixture(autouse=True)
def index(monkeypatch: pytest.MonkeyPatch, gazetteer: Gazetteer) -> None:
    monkeypatch.setenv("CLAIMLINE_CACHE", str(gazetteer.path.parent))


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, (content, _) in BAD.items():
        (folder / name).write_bytes(content)
    return folder


def test_good_reports_are_read_and_each_bad_one_is_named_with_its_reason(
    reports: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    (reports / "good.txt").write_text(GOOD, encoding="utf-8")
    assert claimline(monkeypatch, "extract", reports) == 0
    out, err = (text.decode() for text in capfdbinary.readouterr())
    assert [json.loads(line)["report"] for line in out.splitlines()] == ["good"]
    *lines, choice = err.splitlines()
    assert choice == "Profile ukraine-2022 for 1 report."
    assert len(lines) == len(BAD)
    for name, (_, reason) in BAD.items():
        (line,) = (line for line in lines if name in line)
        assert reason in line
        assert line.endswith(".")


def test_when_nothing_can_be_read_the_exit_status_is_1_and_nothing_is_written(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    out = tmp_path / "map.html"
    assert claimline(monkeypatch, "map", reports, "--out", out) == 1
    assert sorted(tmp_path.iterdir()) == [reports]
    err = capfdbinary.readouterr().err.decode()
    assert all(name in err for name in BAD)
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("extract", "nowhere.txt"), "nowhere.txt: there is no such file"),
        (("extract", "seeds/reports", "--profile", "nowhere.toml"), "nowhere.toml: there is no such profile"),
        (("extract", "seeds/reports", "--profile", "README.md"), "README.md: this profile cannot be read"),
        (("map", "seeds/reports", "--out", "nowhere/map.html"), "nowhere/map.html: the file cannot be written"),
        (("export", "seeds/reports", "--out", "seeds"), "seeds: this is no regular file"),
    ],
)
def test_an_error_is_a_sentence_that_names_the_file(
    arguments: tuple[str, ...],
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    assert claimline(monkeypatch, *arguments) == 1
    err = capfdbinary.readouterr().err.decode()
    assert said in err
    assert "Traceback" not in err


def test_an_empty_folder_says_that_it_holds_no_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert claimline(monkeypatch, "extract", tmp_path) == 1
    assert str(tmp_path) in capfdbinary.readouterr().err.decode()


def test_a_failed_export_leaves_the_old_file(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    out = tmp_path / "claims.geojson"
    out.write_text("old", encoding="utf-8")
    assert claimline(monkeypatch, "export", reports, "--out", out) == 1
    assert out.read_text(encoding="utf-8") == "old"
    assert capfdbinary.readouterr().out == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full, a disk that is always full, is Linux's")
def test_a_full_disk_is_told_in_a_sentence() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        run = subprocess.run(
            [sys.executable, "-m", "geo.cli", "profiles"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert run.returncode == 1
    assert "No space left on device" in run.stderr
    assert "Traceback" not in run.stderr
