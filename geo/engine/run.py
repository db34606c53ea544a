"""The tasks of one map over a crew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic

from geo.engine.engine import Lost, Result, Task

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Run(Generic[Task, Result]):
    """The tasks of one map: how many are begun, which results wait for those before them."""

    def __init__(self, work: Callable[[Task], Result], tasks: Iterator[Task], ahead: int) -> None:
        """Begin nothing yet.

        Args:
            work: What is done with each task.
            tasks: In order.
            ahead: How many may be begun before their results are taken.
        """
        self.work = work
        self.results: dict[int, Result | Lost] = {}
        self.given = 0
        self._tasks = tasks
        self._ahead = ahead
        self._begun = 0
        self._more = True

    @property
    def may_begin(self) -> bool:
        """Whether a task may be begun now."""
        return self._more and self._begun - self.given < self._ahead

    def begin(self) -> tuple[int, Task] | None:
        """The next task with its number; None where there is none."""
        for task in self._tasks:
            self._begun += 1
            return self._begun - 1, task
        self._more = False
        return None

    def next_result(self) -> Result | Lost:
        """The result that is next in the order of the tasks."""
        self.given += 1
        return self.results.pop(self.given - 1)
