"""The same on a Dask cluster of several processes, one of which is killed."""

from __future__ import annotations

import json
import os
import signal
from typing import TYPE_CHECKING, TypeVar

import dask
import pytest
from built_archive import built
from distributed import Client, LocalCluster
from made_reports import files_of, list_of
from odd_work import DEADLY, DEADLY_NUMBER, doubled, dying, dying_reader, refusing

from geo.archive.layout import PROBLEMS
from geo.bulk.lines import read_into
from geo.bulk.spool import Spool
from geo.engine.cluster import AHEAD, Cluster
from geo.engine.crew import Crew
from geo.engine.engine import Here, Lost
from geo.errors import ClusterError
from geo.export.jsonl import claims_jsonl
from geo.profile import AUTO
from geo.reports.stream import stream_reports

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from gazetteer import Gazetteer
    from geo.engine.engine import Engine

WORKERS = 3
Task = TypeVar("Task")
Result = TypeVar("Result")


@pytest.fixture(scope="module")
def scheduler(gazetteer: Gazetteer) -> Iterator[str]:
    """Address of a cluster whose workers are processes of their own; what kills two of them is given up."""
    with pytest.MonkeyPatch.context() as patch, dask.config.set({"distributed.scheduler.allowed-failures": 1}):
        patch.setenv("CLAIMLINE_CACHE", str(gazetteer.path.parent))
        with LocalCluster(
            n_workers=WORKERS,
            threads_per_worker=1,
            processes=True,
            dashboard_address="127.0.0.1:0",
            worker_dashboard_address=None,
            host="127.0.0.1",
            silence_logs=50,
        ) as cluster:
            yield cluster.scheduler_address


class Bereft:
    """A cluster that loses a worker by SIGKILL as soon as it has given a result."""

    def __init__(self, scheduler: str, cluster: Cluster) -> None:
        self._scheduler = scheduler
        self._cluster = cluster
        self.killed = 0

    def map(self, work: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result | Lost]:
        for result in self._cluster.map(work, tasks):
            if not self.killed:
                self.killed = self._kill()
            yield result

    def rest(self) -> None:
        self._cluster.rest()

    def _kill(self) -> int:
        with Client(self._scheduler, set_as_default=False) as client:
            busy = [worker for worker, tasks in client.processing().items() if tasks]
            pid = client.run(os.getpid)[busy[0]]
        os.kill(pid, signal.SIGKILL)
        return int(pid)


def test_an_archive_is_the_same_when_a_worker_is_killed_while_it_is_made(
    scheduler: str, gazetteer: Gazetteer, tmp_path: Path
) -> None:
    reports = list_of(tmp_path / "reports.jsonl", 40)
    built(tmp_path / "one", reports, gazetteer=gazetteer, part=4)
    with Cluster(scheduler) as cluster:
        engine = Bereft(scheduler, cluster)
        built(tmp_path / "many", reports, gazetteer=gazetteer, part=4, engine=engine)
    assert engine.killed
    with pytest.raises(ProcessLookupError):
        os.kill(engine.killed, 0)
    assert files_of(tmp_path / "many") == files_of(tmp_path / "one")


def test_lines_of_claims_are_the_same(scheduler: str, tmp_path: Path) -> None:
    reports = list_of(tmp_path / "reports.jsonl", 40)

    def lines(engine: Engine) -> list[bytes]:
        with Spool() as spool:
            read_into(spool, stream_reports([reports]), AUTO, engine, claims_jsonl)
            return list(spool.lines())

    with Cluster(scheduler) as cluster:
        assert lines(cluster) == lines(Here())


def test_a_task_that_kills_worker_after_worker_is_given_up_and_the_rest_go_on(scheduler: str) -> None:
    tasks = [1, DEADLY_NUMBER, 5]
    with Cluster(scheduler) as cluster:
        found = list(cluster.map(dying, tasks))
    assert (found[0], found[2]) == (1, 5)
    assert found[1] == Lost("2 workers died of it")


def test_of_a_part_that_kills_worker_after_worker_only_the_deadly_report_is_left_out(
    scheduler: str, gazetteer: Gazetteer, tmp_path: Path
) -> None:
    reports = list_of(tmp_path / "reports.jsonl", 9, broken=False)
    lines = reports.read_text(encoding="utf-8").splitlines()
    deadly = json.dumps({"text": f"Russian forces captured {DEADLY} on Friday.", "date": "2024-05-11"})
    reports.write_text("\n".join([*lines[:5], deadly, *lines[5:]]), encoding="utf-8")
    with Cluster(scheduler) as cluster:
        made = built(tmp_path / "many", reports, gazetteer=gazetteer, part=4, engine=cluster, read=dying_reader)
    with Crew(1) as crew:
        built(tmp_path / "one", reports, gazetteer=gazetteer, part=4, engine=crew, read=dying_reader)
    assert (made.summary.reports, made.partitions, made.problems) == (9, 3, 1)
    assert "line 6: its process was killed by signal 9" in (tmp_path / "many" / PROBLEMS).read_text(encoding="utf-8")
    assert files_of(tmp_path / "many") == files_of(tmp_path / "one")


def test_what_the_work_raises_is_raised_where_it_was_asked_for(scheduler: str) -> None:
    with Cluster(scheduler) as cluster, pytest.raises(ValueError, match="three is refused"):
        list(cluster.map(refusing, range(5)))


def test_no_task_is_taken_before_there_is_room_for_its_result(scheduler: str) -> None:
    taken: list[int] = []

    def tasks() -> Iterator[int]:
        for number in range(60):
            taken.append(number)
            yield number

    with Cluster(scheduler) as cluster:
        for given, result in enumerate(cluster.map(doubled, tasks())):
            assert result == 2 * given
            assert len(taken) <= given + WORKERS * AHEAD + 1


def test_a_scheduler_without_workers_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geo.engine.cluster.WORKER_SECONDS", 0.2)
    with (
        LocalCluster(n_workers=0, dashboard_address="127.0.0.1:0", host="127.0.0.1", silence_logs=50) as idle,
        pytest.raises(ClusterError, match=r"the scheduler has no workers\. Start some: dask worker tcp://127"),
    ):
        Cluster(idle.scheduler_address)


def test_an_address_without_a_scheduler_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geo.engine.cluster.CONNECT_SECONDS", 1)
    with pytest.raises(ClusterError, match=r"tcp://127\.0\.0\.1:1: no scheduler answers there"):
        Cluster("tcp://127.0.0.1:1")
