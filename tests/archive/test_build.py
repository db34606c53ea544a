"""Reports to an archive, whole or in pieces, here or elsewhere: the same bytes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeVar

import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest
from built_archive import PART, built
from made_reports import files_of, list_of
from odd_work import DEADLY, dying_reader

from geo.archive import build as build_module
from geo.archive.about import read_about
from geo.archive.layout import CLAIMS, CLAIMS_FOLDER, CONTROL, CONTROL_FOLDER, DATASET, MARK, PLACES_FILE, PROBLEMS
from geo.archive.partitions import partitions
from geo.archive.tables import claims_table, control_table, places_table
from geo.engine.crew import Crew
from geo.engine.engine import Here
from geo.errors import ArchiveError, ReportError
from geo.pipeline import build_dataset
from geo.profile import AUTO, named_profile
from geo.reports.options import ReadingOptions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    import pyarrow as pa

    from gazetteer import Gazetteer
    from geo.engine.engine import Lost

COUNT = 44
Task = TypeVar("Task")
Result = TypeVar("Result")


@pytest.fixture(scope="module", autouse=True)
def index(gazetteer: Gazetteer) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLAIMLINE_CACHE", str(gazetteer.path.parent))
        yield


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return list_of(tmp_path_factory.mktemp("reports") / "reports.jsonl", COUNT)


@pytest.fixture(scope="module")
def clean(reports: Path, gazetteer: Gazetteer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    archive = tmp_path_factory.mktemp("clean") / "archive"
    made = built(archive, reports, gazetteer=gazetteer)
    assert (made.summary.reports, made.partitions, made.passed_over) == (COUNT, 6, 0)
    return archive


def rows(table: pa.Table, *keys: str) -> list[dict[str, object]]:
    return sorted(table.to_pylist(), key=lambda row: tuple(str(row[key]) for key in keys))


def test_an_archive_holds_what_the_reports_give_all_at_once(clean: Path, reports: Path, gazetteer: Gazetteer) -> None:
    whole = build_dataset([reports], AUTO, gazetteer)
    about = read_about(clean)
    assert (about.profile, about.start, about.end) == (whole.profile, whole.start, whole.end)
    publishers = {report.id: report.publisher for report in whole.reports}
    found = ds.dataset(clean / CLAIMS_FOLDER, format="parquet", schema=CLAIMS).to_table()
    assert rows(found, "id") == rows(claims_table(whole.claims, publishers), "id")
    areas = places_table(tuple(whole.places.values()), gazetteer.area, {})
    kept = pq.read_table(clean / PLACES_FILE)
    assert rows(kept.drop_columns(["claims"]), "place_id") == rows(areas.drop_columns(["claims"]), "place_id")
    periods = ds.dataset(clean / CONTROL_FOLDER, format="parquet", schema=CONTROL).to_table()
    assert rows(periods, "place_id", "start") == rows(control_table(whole.periods), "place_id", "start")
    assert len(whole.claims) > 2 * COUNT


def test_an_archive_of_one_profile_is_that_of_the_profile(tmp_path: Path, gazetteer: Gazetteer) -> None:
    reports, war = list_of(tmp_path / "r.jsonl", 12), named_profile("ukraine-2022")
    built(tmp_path / "archive", reports, gazetteer=gazetteer, profile=war)
    whole = build_dataset([reports], war, gazetteer)
    periods = ds.dataset(tmp_path / "archive" / CONTROL_FOLDER, format="parquet", schema=CONTROL).to_table()
    assert rows(periods, "place_id", "start") == rows(control_table(whole.periods), "place_id", "start")
    assert read_about(tmp_path / "archive").profile == war


def test_what_could_not_be_read_is_named_in_the_order_of_the_reports(clean: Path) -> None:
    problems = [json.loads(line)["problem"] for line in (clean / PROBLEMS).read_text().splitlines()]
    said = ["line 12: this is a JSON list", "line 14: the same bytes as", "line 11: the date 'some day'",
            "line 13: the report is in French"]  # fmt: skip
    assert [words for words, problem in zip(said, problems, strict=True) if words in problem] == said


@pytest.mark.parametrize("processes", [2])
def test_any_number_of_processes_makes_the_same_bytes(
    processes: int, clean: Path, reports: Path, gazetteer: Gazetteer, tmp_path: Path
) -> None:
    with Crew(processes) as crew:
        built(tmp_path / "archive", reports, gazetteer=gazetteer, engine=crew)
    assert files_of(tmp_path / "archive") == files_of(clean)


def test_a_second_run_reads_nothing_and_changes_nothing(
    clean: Path, reports: Path, gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path: path.stat().st_mtime_ns for path in clean.rglob("*.parquet")}
    monkeypatch.setattr(build_module, "made_of", lambda _settings, _partition: pytest.fail("nothing is to be read"))
    again = built(clean, reports, gazetteer=gazetteer)
    assert again.passed_over == again.partitions
    assert {path: path.stat().st_mtime_ns for path in clean.rglob("*.parquet")} == before


def test_changed_reports_are_read_anew_and_only_they(
    clean: Path, reports: Path, gazetteer: Gazetteer, tmp_path: Path
) -> None:
    mine = tmp_path / "reports.jsonl"
    mine.write_bytes(reports.read_bytes())
    built(tmp_path / "archive", mine, gazetteer=gazetteer)
    lines = mine.read_text().splitlines()
    lines[-1] = lines[-1].replace("forces", "troops")
    mine.write_text("\n".join([*lines, *list_of(tmp_path / "more.jsonl", 9, first=COUNT).read_text().splitlines()]))
    more = built(tmp_path / "archive", mine, gazetteer=gazetteer)
    assert (more.partitions, more.passed_over) == (7, 5)
    built(tmp_path / "anew", mine, gazetteer=gazetteer)
    assert files_of(tmp_path / "archive") == files_of(tmp_path / "anew")
    # Fewer again, and it is as it was.
    mine.write_bytes(reports.read_bytes())
    assert built(tmp_path / "archive", mine, gazetteer=gazetteer).passed_over == 5
    kept = {name: sha256 for name, sha256 in files_of(tmp_path / "archive").items() if "claims/" in name}
    assert kept == {name: sha256 for name, sha256 in files_of(clean).items() if "claims/" in name}


def test_a_report_that_kills_whoever_reads_it_is_left_out_and_the_rest_of_its_part_is_read(
    gazetteer: Gazetteer, tmp_path: Path
) -> None:
    reports = list_of(tmp_path / "reports.jsonl", 20, broken=False)
    lines = reports.read_text().splitlines()
    deadly = json.dumps({"text": f"Russian forces captured {DEADLY} on Friday.", "date": "2024-05-11"})
    reports.write_text("\n".join([*lines[:11], deadly, *lines[11:]]))
    for processes in (1, 2):
        with Crew(processes) as crew:
            made = built(tmp_path / f"{processes}", reports, gazetteer=gazetteer, engine=crew, read=dying_reader)
        assert (made.summary.reports, made.problems) == (20, 1)
    assert files_of(tmp_path / "1") == files_of(tmp_path / "2")
    assert "line 12: its process was killed by signal 9" in (tmp_path / "1" / PROBLEMS).read_text()


class Stopping:
    """Works here, and is stopped before a task."""

    def __init__(self, before: int) -> None:
        self.left = before

    def map(self, work: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result | Lost]:
        for task in tasks:
            if not self.left:
                raise KeyboardInterrupt
            self.left -= 1
            yield work(task)

    def rest(self) -> None:
        pass


@pytest.mark.parametrize("before", [0, 3, 6])
def test_a_run_that_was_stopped_goes_on_and_ends_with_the_same_bytes(
    before: int, clean: Path, reports: Path, gazetteer: Gazetteer, tmp_path: Path
) -> None:
    archive = tmp_path / "archive"
    with pytest.raises(KeyboardInterrupt):
        built(archive, reports, gazetteer=gazetteer, engine=Stopping(before))
    assert not (archive / DATASET).exists()
    (archive / "claims" / ".part-00000.parquet.0.part").write_bytes(b"half")
    again = built(archive, reports, gazetteer=gazetteer)
    assert again.passed_over == min(before, 6)
    assert files_of(archive) == files_of(clean)


@pytest.mark.parametrize("name", ["reports/part-00002.parquet", "read/00002.arrow", "done/00002.json"])
def test_what_was_taken_away_or_broken_is_made_again(
    name: str, clean: Path, reports: Path, gazetteer: Gazetteer
) -> None:
    before = files_of(clean)
    (clean / name).write_bytes(b"broken")
    assert built(clean, reports, gazetteer=gazetteer).passed_over == 5
    assert files_of(clean) == before


@pytest.mark.parametrize("name", ["places.parquet", "control/part-00000.parquet", "claims/*/part-00000.parquet"])
def test_what_was_made_of_all_parts_and_is_broken_is_made_again(
    name: str, clean: Path, reports: Path, gazetteer: Gazetteer
) -> None:
    before = files_of(clean)
    next(clean.glob(name)).write_bytes(b"broken")
    assert built(clean, reports, gazetteer=gazetteer).passed_over == 6
    assert files_of(clean) == before


def test_an_archive_among_its_own_reports_is_not_read(tmp_path: Path, gazetteer: Gazetteer) -> None:
    list_of(tmp_path / "r.jsonl", 3, broken=False)
    for _ in range(2):
        made = built(tmp_path / "archive", tmp_path, gazetteer=gazetteer)
        assert (made.summary.reports, made.problems) == (3, 0)


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path, reports: Path, gazetteer: Gazetteer) -> None:
    (tmp_path / "thesis.doc").write_bytes(b"mine")
    with pytest.raises(ArchiveError, match="holds something else"):
        built(tmp_path, reports, gazetteer=gazetteer)
    with pytest.raises(ArchiveError, match="this is a file"):
        built(tmp_path / "thesis.doc", reports, gazetteer=gazetteer)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.doc"]


def test_a_folder_that_only_looks_like_an_archive_is_left_alone(
    tmp_path: Path, reports: Path, gazetteer: Gazetteer
) -> None:
    (tmp_path / "done").mkdir()
    (tmp_path / "done" / "00000.json").write_bytes(b"mine")
    with pytest.raises(ArchiveError, match="holds something else"):
        built(tmp_path, reports, gazetteer=gazetteer)
    assert files_of(tmp_path).keys() == {"done/00000.json"}


def test_what_a_person_puts_into_an_archive_stays(tmp_path: Path, gazetteer: Gazetteer) -> None:
    archive, reports = tmp_path / "archive", list_of(tmp_path / "r.jsonl", 12)
    built(archive, reports, gazetteer=gazetteer)
    mine = (
        "done/mine.txt",
        "reports/a.txt",
        "claims/notes.md",
        "claims/month=2020-01/why.txt",
        "control/x/y",
        ".a.part",
    )
    for name in mine:
        (archive / name).parent.mkdir(exist_ok=True)
        (archive / name).write_bytes(b"mine")
    ours = ("done/00090.json", "reports/part-00090.parquet", "claims/month=2020-01/part-00000.parquet")
    for name in ours:
        (archive / name).write_bytes(b"of a run before")
    list_of(reports, 13)
    built(archive, reports, gazetteer=gazetteer)
    left = files_of(archive).keys()
    assert left >= set(mine)
    assert not left & set(ours)


def test_a_run_that_was_stopped_before_it_wrote_anything_goes_on(tmp_path: Path, gazetteer: Gazetteer) -> None:
    archive, reports = tmp_path / "archive", list_of(tmp_path / "r.jsonl", 12)
    archive.mkdir()
    (archive / ".lock").touch()
    (archive / ".archive.json.0a1b.part").write_bytes(b"{")
    assert built(archive, reports, gazetteer=gazetteer).partitions == 2
    assert (archive / MARK).exists()
    assert not list(archive.glob("*.part"))


def test_no_report_that_can_be_read_is_an_error_with_the_first_reason(tmp_path: Path, gazetteer: Gazetteer) -> None:
    (tmp_path / "r.jsonl").write_text("[1]\n")
    with pytest.raises(ReportError, match="this is a JSON list"):
        built(tmp_path / "archive", tmp_path / "r.jsonl", gazetteer=gazetteer)
    with pytest.raises(ReportError, match="No report was given"):
        built(tmp_path / "other", gazetteer=gazetteer)


def test_an_archive_stays_when_nothing_that_was_named_can_be_read(tmp_path: Path, gazetteer: Gazetteer) -> None:
    archive, reports = tmp_path / "archive", list_of(tmp_path / "r.jsonl", 12)
    built(archive, reports, gazetteer=gazetteer)
    before = files_of(archive)
    reports.unlink()
    with pytest.raises(ReportError, match=r"is left as it was:\n.*there is no such file"):
        built(archive, reports, gazetteer=gazetteer)
    assert files_of(archive) == before


def test_an_archive_loses_inputs_only_where_that_is_asked_for(tmp_path: Path, gazetteer: Gazetteer) -> None:
    archive = tmp_path / "archive"
    one, two = (
        list_of(tmp_path / name, 3, first=first, broken=False) for name, first in (("1.jsonl", 0), ("2.jsonl", 3))
    )
    built(archive, one, gazetteer=gazetteer)
    before = files_of(archive)
    with pytest.raises(ArchiveError, match=r"1\.jsonl too, .* add --replace"):
        built(archive, two, gazetteer=gazetteer)
    assert files_of(archive) == before
    assert built(archive, one, two, gazetteer=gazetteer).summary.reports == 6
    assert built(archive, two, gazetteer=gazetteer, replace_inputs=True).summary.reports == 3


def test_a_text_that_killed_its_process_is_tried_again_only_where_that_is_asked_for(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    archive, reports = tmp_path / "archive", tmp_path / "r.jsonl"
    texts = [f"Russian forces captured {name} on Friday." for name in (DEADLY, "Bakhmut")]
    reports.write_text("".join(json.dumps({"text": text, "date": "2024-05-11"}) + "\n" for text in texts))
    with Crew(1) as crew:
        assert built(archive, reports, gazetteer=gazetteer, engine=crew, read=dying_reader).problems == 1
    before = files_of(archive)
    same = built(archive, reports, gazetteer=gazetteer)
    assert (same.passed_over, same.problems, same.summary.reports) == (1, 1, 1)
    assert files_of(archive) == before
    again = built(archive, reports, gazetteer=gazetteer, replace_inputs=True)
    assert (again.passed_over, again.problems, again.summary.reports) == (0, 0, 2)
    assert built(archive, reports, gazetteer=gazetteer, replace_inputs=True).passed_over == 1


def test_a_text_that_killed_its_process_is_tried_again_once_its_list_has_another(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    archive, reports = tmp_path / "archive", tmp_path / "r.jsonl"
    line = json.dumps({"text": f"Russian forces captured {DEADLY} on Friday.", "date": "2024-05-11"}) + "\n"
    reports.write_text(line + line.replace(DEADLY, "Bakhmut"))
    with Crew(1) as crew:
        assert built(archive, reports, gazetteer=gazetteer, engine=crew, read=dying_reader).problems == 1
    reports.write_text(line + line.replace(DEADLY, "Bakhmut") + line.replace(DEADLY, "Avdiivka"))
    again = built(archive, reports, gazetteer=gazetteer)
    assert (again.passed_over, again.problems, again.summary.reports) == (0, 0, 3)


@pytest.mark.parametrize("error", [MemoryError, OSError])
def test_what_the_machine_lacks_is_no_fault_of_a_text(
    error: type[Exception], tmp_path: Path, gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geo.report_reading.extract", lambda *_: (_ for _ in ()).throw(error("none left")))
    with pytest.raises(error):
        built(tmp_path / "archive", list_of(tmp_path / "r.jsonl", 2), gazetteer=gazetteer)


def test_the_key_of_a_partition_tells_one_column_from_another(tmp_path: Path) -> None:
    row = {"a": "Rebels took Goma.", "b": "Rebels left Goma.", "date": "2024-05-11", "who": "One", "other": "Two"}
    (tmp_path / "r.jsonl").write_text(json.dumps(row) + "\n")
    text, other = ("text", "a"), ("text", "b")
    columns = ((text,), (other,), (text, ("publisher", "who")), (text, ("publisher", "other")))
    options = [ReadingOptions(columns=one) for one in columns]
    keys = [one.key for each in options for one in partitions([tmp_path / "r.jsonl"], each)]
    assert len(set(keys)) == len(columns)


def test_a_partition_is_closed_by_its_problems_too(tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_text("[1]\n" * 7)
    found = list(partitions([tmp_path / "r.jsonl"], ReadingOptions(), most_problems=3))
    assert [len(one.problems) for one in found] == [3, 3, 1]


def test_partitions_are_taken_no_faster_than_they_are_worked_on(reports: Path) -> None:
    taken: list[int] = []

    def counted() -> Iterator[int]:
        for partition in partitions([reports], ReadingOptions(), most_reports=2):
            assert len(partition.pieces) <= 2 < PART
            taken.append(partition.number)
            yield partition.number

    for given, _ in enumerate(Here().map(lambda number: number, counted())):
        assert len(taken) == given + 1
