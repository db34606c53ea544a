"""Memory and processor time of a run and of the processes that read for it."""

from __future__ import annotations

import os
import resource
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from geo.archive.build import READING

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.engine.crew import Crew

    Progress = Callable[[str, int, int], None]

TENTHS = 10
_KIB = 1024
# After the reading memory is looked at no oftener than that: a look takes milliseconds for each process.
EVERY_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Memory:
    """Memory of all processes together, when this share of the reports was read."""

    share: float
    mib: float


class Watch:
    """Looks at the memory whenever another tenth of the reports is read, and all through what comes after.

    Attributes:
        memory: At every tenth of the reading, and at the end.
        most_mib: The most that was seen at any time.
        read_at: When the last report was read.
    """

    def __init__(self, crew: Crew, show: Progress) -> None:
        """Watch a crew; `show` is told of each step."""
        self.memory: list[Memory] = []
        self.most_mib = 0.0
        self.read_at = self._seen_at = time.perf_counter()
        self._crew = crew
        self._show = show
        self._next = 1

    def step(self, what: str, done: int, total: int) -> None:
        """Take note of a step of the run."""
        self._show(what, done, total)
        if what != READING:
            if time.perf_counter() - self._seen_at >= EVERY_SECONDS:
                self._seen()
            return
        self.read_at = time.perf_counter()
        while self._next < TENTHS and done * TENTHS >= self._next * total:
            self.look(self._next / TENTHS)
            self._next += 1

    def look(self, share: float) -> None:
        """Look at the memory now, when this share is done."""
        self.memory.append(Memory(share, self._seen()))

    def _seen(self) -> float:
        mib = sum(map(_mib, (os.getpid(), *self._crew.process_ids)))
        self.most_mib = max(self.most_mib, mib)
        self._seen_at = time.perf_counter()
        return mib


def _mib(pid: int) -> float:
    """Memory of a process, its part of what it shares with others; 0 where the kernel does not tell."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / _KIB
    except (OSError, StopIteration):
        return 0.0


def cpu_seconds(crew: Crew) -> float:
    """Processor time of this process and of those that work for it, also of those that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used) + sum(map(_cpu_of, crew.process_ids))


def _cpu_of(pid: int) -> float:
    try:
        words = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")
    except OSError:
        return 0.0
