"""Anything that holds reports, as a stream: archives, repetitions, progress, faults."""

from __future__ import annotations

import hashlib
import io
import os
import zipfile
from typing import TYPE_CHECKING

import pytest

from geo.reports.inputs import Address, Given, as_input
from geo.reports.options import Limits, ReadingOptions
from geo.reports.outcome import Outcome, Problem, Repeat, Taken
from geo.reports.stream import stream_reports

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

GOOD = b"date 2021-08-22 The resistance took Banu."
BETTER = b"date 2021-08-23 The resistance took Deh Salah."
TABLE = b"date,text\n2021-08-24,The Taliban took Banu.\n"


def packed(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return file.getvalue()


def brief(outcome: Outcome) -> str:
    return f"{outcome.report.id} {outcome.report.provenance.source}" if isinstance(outcome, Taken) else str(outcome)


def read(*members: tuple[str, bytes], limits: Limits | None = None) -> list[str]:
    options = ReadingOptions(limits=limits or Limits())
    return [brief(one) for one in stream_reports([Given("a.zip", packed(*members))], options)]


def test_each_report_comes_with_the_bytes_that_its_hash_is_of(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(GOOD)
    (tmp_path / "b.csv").write_bytes(TABLE)
    one, row = stream_reports([tmp_path])
    assert isinstance(one, Taken)
    assert isinstance(row, Taken)
    assert one.raw == GOOD
    assert row.raw == b'{"date": "2021-08-24", "text": "The Taliban took Banu."}'
    for taken in (one, row):
        assert taken.report.sha256 == hashlib.sha256(taken.raw).hexdigest()


def test_archives_are_read_in_archives_in_the_order_of_names() -> None:
    inner = packed(("z/c.txt", BETTER), ("list.csv", TABLE))
    assert read(("b.zip", inner), ("a.txt", GOOD), ("__MACOSX/a.txt", b"x"), ("d/", b"")) == [
        "a a.zip/a.txt",
        "list-2 a.zip/b.zip/list.csv, row 2",
        "c a.zip/b.zip/z/c.txt",
    ]


def test_an_archive_on_the_disk_is_read_piece_by_piece(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(packed(*((f"{number}.txt", GOOD + bytes([number + 65])) for number in range(9))))
    limits = Limits(file_bytes=200)
    assert (tmp_path / "a.zip").stat().st_size > limits.file_bytes
    taken = list(stream_reports([tmp_path], ReadingOptions(limits=limits)))
    assert [type(one) for one in taken] == [Taken] * 9


@pytest.mark.parametrize(
    ("members", "limits", "problem"),
    [
        ([("a.txt", GOOD), ("b.txt", BETTER)], Limits(files=1), "a.zip: it holds 2 files, the limit is 1. Pack fewer"),
        ([("a.txt", b"0" * 3_000_000)], Limits(), "a.zip: it would unpack to "),
        (
            [("a.txt", GOOD * 9)],
            Limits(archive_bytes=300),
            "a.zip: it holds 0.00037 MB unpacked, the limit is 0.0003 MB",
        ),
        ([("a.txt", GOOD * 9)], Limits(file_bytes=300), "a.zip/a.txt: the file has 0.00037 MB, the limit is 0.0003 MB"),
        (
            [("b.zip", packed(("c.txt", GOOD)))],
            Limits(depth=1),
            "a.zip/b.zip: it lies in 1 archives or mails",
        ),
        ([("a.exe", GOOD)], Limits(), "a.zip/a.exe: .exe files are not read"),
        ([], Limits(), "a.zip: the archive is empty"),
    ],
)
def test_what_is_too_much_is_refused(members: list[tuple[str, bytes]], limits: Limits, problem: str) -> None:
    (said,) = read(*members, limits=limits)
    assert said.startswith(problem)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_no_system_packs_with_is_refused(method: int) -> None:
    given = Given("a.zip", packed(("a.txt", GOOD), method=method))
    assert [str(one).partition(". ")[0] for one in stream_reports([given])] == [
        "a.zip/a.txt: it is packed in a way that is not read"
    ]


def test_a_broken_archive_is_named_and_stops_no_other() -> None:
    whole = packed(("a.txt", GOOD * 50), ("b.txt", BETTER))
    damaged = bytearray(whole)
    damaged[60:80] = b"\xff" * 20
    outcomes = stream_reports([Given("cut.zip", whole[:-30]), Given("hurt.zip", bytes(damaged))])
    assert [brief(one).partition(". ")[0] for one in outcomes] == [
        "cut.zip: the archive is broken",
        "hurt.zip/a.txt: the archive is broken",
        "b hurt.zip/b.txt",
    ]


def test_an_archive_with_an_endless_directory_is_refused_before_it_is_read() -> None:
    data = packed(*((f"{number}.txt", b"") for number in range(100)))
    (problem,) = stream_reports([Given("a.zip", data)], ReadingOptions(limits=Limits(files=5)))
    assert isinstance(problem, Problem)
    assert "its directory is larger" in problem.reason


def test_what_is_known_is_not_read_again() -> None:
    known = [hashlib.sha256(GOOD).hexdigest()]
    one, two, again = stream_reports(
        [Given("a.txt", GOOD), Given("b.txt", BETTER), Given("c.txt", BETTER)], known=known
    )
    assert one == Repeat("a.txt", known[0], "")
    assert isinstance(two, Taken)
    assert str(again) == "c.txt: the same bytes as b.txt; read once."


@pytest.mark.parametrize("name", ["none.txt", "none.zip", "n" * 5_000, "a\0b.txt", ""])
def test_a_path_that_leads_nowhere_is_a_problem(tmp_path: Path, name: str) -> None:
    (problem,) = stream_reports([tmp_path / "sub" / name])
    assert isinstance(problem, Problem)
    assert problem.remedy


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("name", ["a.txt", "a.zip"])
def test_a_pipe_that_nobody_writes_to_is_not_waited_for(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    (problem,) = stream_reports([tmp_path])
    assert "this is no regular file" in str(problem)


def test_a_folder_that_may_not_be_looked_into_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(top: Path, onerror: Callable[[OSError], None]) -> Iterator[object]:
        onerror(PermissionError(13, "Permission denied", str(top)))
        yield from ()

    monkeypatch.setattr(os, "walk", forbidden)
    (problem,) = stream_reports([tmp_path])
    assert str(problem) == f"{tmp_path}: this folder cannot be read (Permission denied). Check its permissions."


def test_progress_counts_files_and_those_in_archives_when_they_are_opened() -> None:
    told: list[tuple[int, int]] = []
    inputs = [Given("a.txt", GOOD), Given("b.zip", packed(("c.txt", BETTER), ("d.csv", TABLE)))]
    assert len(list(stream_reports(inputs, progress=lambda done, total: told.append((done, total))))) == 3
    assert told == [(0, 2), (1, 2), (1, 4), (2, 4), (3, 4), (4, 4)]


def test_a_suffix_that_is_wrong_or_missing_misleads_nobody() -> None:
    files = [Given("a.txt", packed(("b", GOOD))), Given("notes", BETTER), Given("c.csv", packed(("d.csv", TABLE)))]
    assert [brief(one) for one in stream_reports(files)] == ["b a.txt/b", "notes notes", "d-2 c.csv/d.csv, row 2"]


def test_a_word_on_the_command_line_is_an_address_or_a_path() -> None:
    assert as_input("HTTPS://example.org/a?b=c#d") == Address("HTTPS://example.org/a?b=c#d")
    assert str(as_input("reports/http.txt")) == "reports/http.txt"
