"""Processes that share the work."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from odd_work import doubled, dying, process_of, refusing, slower_for_less

from geo.engine.crew import AHEAD, Crew
from geo.engine.engine import Here, Lost

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.engine.engine import Engine


@pytest.mark.parametrize("engine", [Here(), Crew(1), Crew(2)], ids=["here", "one", "two"])
def test_results_come_in_the_order_of_the_tasks(engine: Engine) -> None:
    tasks = range(12)
    if isinstance(engine, Here):
        assert list(engine.map(doubled, tasks)) == [2 * task for task in tasks]
        return
    with engine as crew:
        assert list(crew.map(slower_for_less, tasks)) == list(tasks)
        assert list(crew.map(doubled, tasks)) == [2 * task for task in tasks]


def test_no_task_is_taken_before_there_is_room_for_its_result() -> None:
    taken: list[int] = []

    def tasks() -> Iterator[int]:
        for number in range(40):
            taken.append(number)
            yield number

    with Crew(2) as crew:
        for given, _ in enumerate(crew.map(doubled, tasks())):
            assert len(taken) <= given + 2 * AHEAD + 1


def test_a_task_that_kills_its_worker_is_named_and_the_rest_go_on() -> None:
    with Crew(2) as crew:
        found = list(crew.map(dying, range(8)))
    assert [one for one in found if not isinstance(one, Lost)] == [0, 1, 2, 4, 5, 6]
    assert [found[3], found[7]] == [Lost("its process was killed by signal 9")] * 2


def test_what_the_work_raises_is_raised_where_it_was_asked_for() -> None:
    with Crew(1) as crew, pytest.raises(ValueError, match="three is refused"):
        list(crew.map(refusing, range(5)))


def test_a_crew_whose_work_raised_or_was_left_gives_the_next_work_its_own_results() -> None:
    with Crew(2) as crew:
        with pytest.raises(ValueError, match="three is refused"):
            list(crew.map(refusing, range(8)))
        assert list(crew.map(doubled, range(4))) == [0, 2, 4, 6]
        left = crew.map(slower_for_less, range(8))
        assert next(left) == 0
        left.close()  # type: ignore[attr-defined]  # a generator, which only its maker says
        assert list(crew.map(doubled, range(4))) == [0, 2, 4, 6]


def test_the_processes_are_gone_when_the_block_is_left() -> None:
    with Crew(2) as crew:
        pids = set(crew.map(process_of, range(4)))
        assert set(crew.process_ids) >= pids
    assert os.getpid() not in pids
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(int(pid), 0)  # type: ignore[arg-type]


def test_after_a_rest_the_work_goes_on_in_other_processes() -> None:
    with Crew(2) as crew:
        before = set(crew.map(process_of, range(4)))
        crew.rest()
        assert crew.process_ids == ()
        assert before.isdisjoint(crew.map(process_of, range(4)))


def test_no_task_starts_no_process() -> None:
    with Crew(2) as crew:
        assert list(crew.map(doubled, [])) == []
        assert crew.process_ids == ()
