"""Thousands of damaged files: none may raise, hang or swell. `python -m benchmarks.fuzz_readers --count 10000`."""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from benchmarks.hostile_files import hostile_files
from benchmarks.memory import peak_mib
from benchmarks.mutated import mutated
from geo.reports.inputs import Given
from geo.reports.options import Limits
from geo.reports.outcome import Taken
from geo.reports.stream import stream_reports

if TYPE_CHECKING:
    from collections.abc import Sequence

_KIB = 1024


@dataclass(frozen=True, slots=True)
class Damaged:
    """What came of damaged files.

    Attributes:
        files: How many.
        read: Reports that were read from them all the same.
        named: Files, or members of them, that were named as not read.
        seconds: By the clock.
        longest_s: The longest that a file took.
        peak_mib: The most memory of this process.
        reader_peak_mib: The most memory of a process that read files.
        faults: A sentence for each file of which nothing was heard, or that took too long.
    """

    files: int
    read: int
    named: int
    seconds: float
    longest_s: float
    peak_mib: float
    reader_peak_mib: float
    faults: tuple[str, ...]


def main(words: Sequence[str] | None = None) -> int:
    """Read the files and print what came of them.

    Args:
        words: The command line.

    Returns:
        Exit status: 1 where a file gave nothing at all, or took longer than the limit and a start of the reader.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000, help="damaged files")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same files")
    parser.add_argument("--bombs", action="store_true", help="also read the files that are made to do harm, one by one")
    chosen = parser.parse_args(words)
    found = damaged(chosen.count, chosen.seed)
    sys.stdout.write(
        f"{found.files} damaged files in {found.seconds:.0f} s, the longest {found.longest_s:.1f} s: "
        f"{found.read} reports read, {found.named} named\n"
    )
    faults = [*found.faults, *(_bombs() if chosen.bombs else ())]
    sys.stdout.write(f"peak memory: {found.peak_mib:.0f} MiB, of a reading process {found.reader_peak_mib:.0f} MiB\n")
    for fault in faults:
        sys.stdout.write(f"{fault}\n")
    return 1 if faults else 0


def damaged(count: int, seed: int) -> Damaged:
    """Read damaged files in one run, as a folder of them would be.

    Args:
        count: How many.
        seed: The same seed gives the same files.

    Returns:
        What came of them.
    """
    counts: Counter[bool] = Counter()
    ends: list[float] = []
    files = [Given(name, data) for name, data in mutated(count, seed)]
    heard: set[str] = set()
    begun = time.monotonic()
    for outcome in stream_reports(files, progress=lambda _done, _total: ends.append(time.monotonic())):
        counts[isinstance(outcome, Taken)] += 1
        heard.add(_file(outcome))
    longest = max(after - before for before, after in pairwise([begun, *ends]))
    silent = [f"{file.name}: nothing was said of it" for file in files if file.name not in heard]
    slow = [f"a file took {longest:.1f} s"] if longest > _most_seconds() else []
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / _KIB
    seconds = time.monotonic() - begun
    return Damaged(count, counts[True], counts[False], seconds, longest, peak_mib(), children, (*silent, *slow))


def _bombs() -> list[str]:
    faults = []
    for name, data in hostile_files():
        begun = time.monotonic()
        outcomes = list(stream_reports([Given(name, data)]))
        seconds = time.monotonic() - begun
        told = _told(outcomes)
        sys.stdout.write(f"{name:20} {len(data) / 1e6:6.2f} MB {seconds:5.1f} s  {told}\n")
        faults += [f"{name}: {told}, {seconds:.1f} s"] if not outcomes or seconds > _most_seconds() else []
    return faults


def _told(outcomes: Sequence[object]) -> str:
    read = sum(isinstance(one, Taken) for one in outcomes)
    last = f": {str(outcomes[-1]).partition(': ')[2][:90]}" if outcomes and not isinstance(outcomes[-1], Taken) else ""
    return f"{read} read, {len(outcomes) - read} named{last}"


def _file(outcome: object) -> str:
    source = outcome.report.provenance.source if isinstance(outcome, Taken) else getattr(outcome, "source", "")
    return str(source).partition(",")[0].partition("/")[0]


def _most_seconds() -> float:
    """The limit of one file, and the start of the process after one that was killed."""
    return 2 * Limits().seconds


if __name__ == "__main__":
    sys.exit(main())
