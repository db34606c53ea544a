"""Reports of all formats with broken ones among them: all others are read, each broken one is named, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.mixed_reports import main, mixed_files
from geo.reports.outcome import Problem, Taken
from geo.reports.stream import stream_reports

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_all_but_the_broken_reports_are_read_and_each_broken_one_is_named(tmp_path: Path) -> None:
    files = list(mixed_files(count=110, broken=18))
    for file in files:
        (tmp_path / file.name).write_bytes(file.data)
    outcomes = list(stream_reports([tmp_path]))
    taken = [one for one in outcomes if isinstance(one, Taken)]
    assert len(taken) == 92
    assert len({one.report.sha256 for one in taken}) == 92
    assert {one.report.provenance.format for one in taken} == {
        *("txt", "html", "pdf", "docx", "eml", "csv", "sheet", "jsonl", "feed")
    }
    problems = [one for one in outcomes if isinstance(one, Problem)]
    named = [one.source.removeprefix(f"{tmp_path}/").partition(",")[0] for one in problems]
    assert named == [file.name for file in files if file.broken]
    assert [one for one in problems if not one.remedy] == []


def test_the_command_tells_what_was_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--count", "12", "--broken", "2"]) == 0
    assert ": 10 of 10 reports read, 2 of 2 broken named, " in capsys.readouterr().out
