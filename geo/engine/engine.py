"""What every place to work at does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Task = TypeVar("Task")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Lost:
    """No result: whoever worked on the task died of it.

    Attributes:
        why: In words that end a sentence: "its process was killed (signal 9)".
    """

    why: str


class Engine(Protocol):
    """Does the same work on many tasks."""

    def map(self, work: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result | Lost]:
        """Do the work on each task.

        Args:
            work: A function of a module, or a `functools.partial` of one; it, its tasks and its results are sent to
                other processes.
            tasks: Taken only as they are needed: never further ahead of the results than a few for each worker.

        Yields:
            The results in the order of the tasks; `Lost` where a worker died of its task.

        Raises:
            Exception: What the work raises.
        """
        ...

    def rest(self) -> None:
        """Let go of what the workers hold of the work so far, where other work begins that has no use for it."""
        ...


class Here:
    """Works in this process, one task after the other."""

    def map(self, work: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result | Lost]:
        """See `Engine.map`; what kills a worker kills this process."""
        return map(work, tasks)

    def rest(self) -> None:
        """See `Engine.rest`; what this process holds is also its own."""
