"""Reports to lines of claims: the same bytes however they are read."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from odd_work import DEADLY, dying_writer

from geo.bulk.lines import FEW, Told, read_into
from geo.bulk.spool import Spool
from geo.engine.crew import AHEAD, Crew
from geo.engine.engine import Here
from geo.errors import ReportError
from geo.export.jsonl import claims_jsonl
from geo.harvest import read_claims
from geo.profile import AUTO
from geo.reports import rows_on_disk
from geo.reports.options import Limits, ReadingOptions
from geo.reports.outcome import Outcome, Problem, Taken
from geo.reports.stream import stream_reports

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from gazetteer import Gazetteer
    from geo.bulk.lines import Writer
    from geo.engine.engine import Engine

TOWNS = ("Kupiansk", "Izium", "Tokmak", "Mariupol", "Kherson", "Bakhmut")
FRENCH = (
    3 * "Les forces ukrainiennes ont repris la ville hier, selon le ministère de la défense, qui cite des habitants. "
)


@pytest.fixture(autouse=True)
def index(monkeypatch: pytest.MonkeyPatch, gazetteer: Gazetteer) -> None:
    monkeypatch.setenv("CLAIMLINE_CACHE", str(gazetteer.path.parent))


def reports(folder: Path, count: int, **others: str) -> Path:
    """A list of reports, one a line; the latest come first."""
    path = folder / "reports.jsonl"
    rows = {
        f"r{number}": f"KYIV - Ukrainian forces captured {TOWNS[number % 6]} on Friday. It was report {number}."
        for number in range(count)
    }
    lines = [
        json.dumps({"text": text, "date": f"2022-09-{28 - at % 20:02}", "publisher": "AP"})
        for at, text in enumerate([*rows.values(), *others.values()])
    ]
    path.write_text("\n".join(lines))
    return path


def lines(outcomes: Iterator[Outcome] | Path, engine: Engine, writer: Writer = claims_jsonl) -> tuple[bytes, Told]:
    coming = outcomes if not hasattr(outcomes, "suffix") else stream_reports([outcomes])
    with Spool() as spool:
        told = read_into(spool, coming, AUTO, engine, writer)
        return b"".join(spool.lines()), told


def test_the_lines_are_the_same_with_any_number_of_processes_and_as_of_few_reports(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    path = reports(tmp_path, 3 * FEW, french=FRENCH)
    found = read_claims([path], AUTO, gazetteer)
    one, told = lines(path, Here())
    assert one.decode().splitlines() == list(claims_jsonl(found.claims))
    assert tuple(told.problems) == found.problems
    assert "the report is in French" in told.problems[0]
    assert (told.taken, told.read) == ({"ukraine-2022": 3 * FEW}, 3 * FEW)
    for processes in (1, 2):
        with Crew(processes) as crew:
            assert lines(path, crew) == (one, told)


def test_few_reports_start_no_process(tmp_path: Path) -> None:
    with Crew(2) as crew:
        found, _ = lines(reports(tmp_path, FEW), crew)
        assert crew.process_ids == ()
    assert found.count(b"\n") == FEW


def test_a_report_that_kills_its_worker_is_named_and_the_rest_are_read(tmp_path: Path) -> None:
    path = reports(tmp_path, 2 * FEW, deadly=f"Russian forces captured {DEADLY} on Friday.")
    with Crew(2) as crew:
        found, told = lines(path, crew, dying_writer)
    assert found.count(b"\n") == 2 * FEW
    assert [problem for problem in told.problems if "killed by signal 9" in problem] == told.problems
    assert f"line {2 * FEW + 1}: its process was killed" in told.problems[0]


def test_reports_are_not_read_further_ahead_than_there_are_hands(tmp_path: Path) -> None:
    came = 0

    def counted() -> Iterator[Outcome]:
        nonlocal came
        for outcome in stream_reports([reports(tmp_path, 400)]):
            came += 1
            yield outcome

    done: list[int] = []
    with Crew(1) as crew, Spool() as spool:
        read_into(spool, counted(), AUTO, crew, claims_jsonl, progress=lambda number: done.append(came - number))
    assert max(done) <= FEW + 1 + 8 * (AHEAD + 1)


@pytest.mark.parametrize("outcomes", [[], [Problem("a.txt", "it is empty", "Fill it")]], ids=["none", "broken"])
def test_nothing_that_can_be_read_is_an_error_with_the_reasons(outcomes: list[Outcome]) -> None:
    words = "a.txt: it is empty. Fill it." if outcomes else "No report was given."
    with pytest.raises(ReportError, match=words):
        lines(iter(outcomes), Here())


def test_a_long_list_gives_what_it_gives_when_it_is_short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = reports(tmp_path, 30)
    with path.open("ab") as file:
        file.write(b'\n{"text": "Broken\xff"}\n[1]\n\n{"text": ""}\n')
    whole = [one for one in stream_reports([path]) if not isinstance(one, Problem)]
    monkeypatch.setattr(rows_on_disk, "LONG_BYTES", 0)
    rows = list(stream_reports([path]))
    assert [one for one in rows if not isinstance(one, Problem)][:30] == whole[:30]
    problems = [str(one) for one in rows if isinstance(one, Problem)]
    assert ["line 31" in problems[0], "UTF-8" in problems[0], "line 32" in problems[1]] == [True] * 3
    assert len(problems) == 3


def test_a_long_table_is_read_some_rows_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = [json.loads(line) for line in reports(tmp_path, 600).read_text().splitlines()]
    table = pa.Table.from_pylist([{**row, "date": date.fromisoformat(row["date"])} for row in read])
    pq.write_table(table, tmp_path / "reports.parquet")
    whole = list(stream_reports([tmp_path / "reports.parquet"]))
    assert [one.report.text for one in whole if isinstance(one, Taken)] == [row["text"] for row in read]
    totals: list[int] = []
    monkeypatch.setattr(rows_on_disk, "LONG_BYTES", 0)
    options = ReadingOptions(limits=Limits(rows=10))
    rows = stream_reports([tmp_path / "reports.parquet"], options, progress=lambda _done, total: totals.append(total))
    assert list(rows) == whole
    assert totals[-1] == 600
