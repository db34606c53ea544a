"""Processes of this machine that share the work. One that dies is named by its task and replaced."""

from __future__ import annotations

import os
from dataclasses import dataclass
from multiprocessing import connection, get_context
from typing import TYPE_CHECKING, Any, Self

from geo.engine.engine import Lost, Result, Task
from geo.engine.run import Run
from geo.engine.worker import Raised, serve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess
    from types import TracebackType

# So many tasks for each process may be out or done and not yet taken: enough that a slow task holds up nobody.
AHEAD = 3
_END_SECONDS = 5.0


@dataclass(slots=True)
class _Hand:
    """A process, the pipe to it, the number of the task that it works on, and the work that it knows."""

    process: SpawnProcess
    pipe: Connection
    task: int | None = None
    work: object = None


def usable_cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Crew:
    """Worker processes, started when there is work. Closed by leaving its `with` block, which ends them at once."""

    def __init__(self, processes: int) -> None:
        """Start nothing yet.

        Args:
            processes: How many work at the same time, at least 1.
        """
        self._most = max(1, processes)
        self._hands: list[_Hand] = []

    def __enter__(self) -> Self:
        """The crew."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End the processes, whatever they are doing."""
        self._dismiss(list(self._hands))

    def _dismiss(self, hands: list[_Hand]) -> None:
        """End processes, whatever they are doing: what they would still send belongs to nobody."""
        for hand in hands:
            self._hands.remove(hand)
            hand.process.kill()
        for hand in hands:
            _bury(hand)

    @property
    def process_ids(self) -> tuple[int, ...]:
        """The processes that are there now, for who measures them."""
        return tuple(hand.process.pid for hand in self._hands if hand.process.pid)

    def map(self, work: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result | Lost]:
        """See `Engine.map`. One map at a time."""
        run = Run(work, iter(tasks), self._most * AHEAD)
        try:
            yield from self._results(run)
        finally:
            self._dismiss([hand for hand in self._hands if hand.task is not None])

    def rest(self) -> None:
        """See `Engine.rest`: the processes end, others start when there is work again."""
        self._dismiss(list(self._hands))

    def _results(self, run: Run[Task, Result]) -> Iterator[Result | Lost]:
        while True:
            while run.may_begin and self._has_room and (begun := run.begin()):
                self._give(begun, run)
            if run.given in run.results:
                yield run.next_result()
                continue
            busy = {hand.pipe: hand for hand in self._hands if hand.task is not None}
            if not busy:
                return
            for pipe in connection.wait(list(busy)):
                self._take(busy[pipe], run)  # type: ignore[index]  # wait gives back what it was given

    @property
    def _has_room(self) -> bool:
        return len(self._hands) < self._most or any(hand.task is None for hand in self._hands)

    def _free(self) -> _Hand:
        """A hand that has no task; a new one where there is none."""
        for hand in self._hands:
            if hand.task is None:
                return hand
        self._hands.append(_hired())
        return self._hands[-1]

    def _give(self, begun: tuple[int, Any], run: Run[Any, Any]) -> None:
        hand = self._free()
        hand.task, task = begun
        try:
            # The work may hold a whole profile: it is sent once.
            hand.pipe.send((None if hand.work is run.work else run.work, task))
            hand.work = run.work
        except OSError:
            self._lose(hand, run)

    def _take(self, hand: _Hand, run: Run[Any, Any]) -> None:
        try:
            result = hand.pipe.recv()
        except (EOFError, OSError):
            self._lose(hand, run)
            return
        number, hand.task = hand.task, None
        if isinstance(result, Raised):
            raise result.error
        assert number is not None  # noqa: S101 - who has no task sends nothing
        run.results[number] = result

    def _lose(self, hand: _Hand, run: Run[Any, Any]) -> None:
        self._hands.remove(hand)
        code = _bury(hand)
        words = f"killed by signal {-code}" if code is not None and code < 0 else f"ended with status {code}"
        assert hand.task is not None  # noqa: S101 - only of a task is heard that it was lost
        run.results[hand.task] = Lost(f"its process was {words}" if words[0] == "k" else f"its process {words}")


def _hired() -> _Hand:
    # Not forked: a library may have started threads, whose locks a fork would copy as they are.
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=serve, args=(theirs,), daemon=True)
    process.start()
    # Only the worker holds that end, so that its death is heard.
    theirs.close()
    return _Hand(process, ours)


def _bury(hand: _Hand) -> int | None:
    hand.pipe.close()
    hand.process.join(_END_SECONDS)
    if hand.process.is_alive():
        hand.process.kill()
        hand.process.join()
    code = hand.process.exitcode
    hand.process.close()
    return code
