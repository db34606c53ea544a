"""A worker process of a crew."""

from __future__ import annotations

import signal
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection


@dataclass(frozen=True, slots=True)
class Raised:
    """What the work raised."""

    error: Exception


def serve(pipe: Connection) -> None:
    """The life of a worker process: it ends when its pipe does; the first task comes with its work."""
    # Ctrl-C reaches the whole group of processes; the one that a person talks to decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    work: Callable[[Any], Any] | None = None
    with suppress(EOFError, BrokenPipeError):
        while True:
            new, task = pipe.recv()
            # None: the work that came last.
            work = work if new is None else new
            assert work is not None  # noqa: S101 - the first task comes with its work
            pipe.send(_done(work, task))


def _done(work: Callable[[Any], Any], task: object) -> object:
    try:
        return work(task)
    except Exception as error:  # noqa: BLE001 - it is raised again where the work was asked for
        return Raised(error)
