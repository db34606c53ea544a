"""How fast reports are read into claims, and how the time grows with a report's length.

Run: python -m benchmarks.reading [FILE_OR_FOLDER...] [--profile TOML]
The texts are made of the sentences of real reports (the five seed reports unless others are named), drawn by a seeded
generator: reports of 500 words, read by one process and by two, and single reports of 10 kB, 100 kB and 1 MB.
"""

from __future__ import annotations

import argparse
import random
import time
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from benchmarks.memory import peak_mib
from gazetteer import Gazetteer
from geo.claims.extract import extract
from geo.claims.sentences.cut import sentences
from geo.profile import Profile, load_profile
from geo.reports.read import read_reports
from geo.reports.report import Report, Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from threading import Barrier

SEEDS = Path("seeds/reports")
WORDS = 500
REPORTS = 400
LENGTHS = (10_000, 100_000, 1_000_000)
_DAY = date(2021, 9, 6)
_PARAGRAPH = 4
_TOGETHER = 8
_LONGEST_START_S = 120.0


@dataclass(frozen=True, slots=True)
class Reader:
    """What a process reads with; opened once in each."""

    gazetteer: Gazetteer
    profile: Profile


_reader: list[Reader] = []


def main(arguments: Sequence[str] | None = None) -> None:
    """Print reports a second on one and two processes, and seconds by length."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, default=[SEEDS], metavar="FILE_OR_FOLDER")
    parser.add_argument("--profile", type=Path, help="conflict profile; without it, none")
    options = parser.parse_args(arguments)
    drawn = _sentences(options.paths)
    reports = [_made(drawn, number, words=WORDS) for number in range(REPORTS)]
    speeds = Table("processes", "reports", "reports a second", "peak MiB a process")
    for processes in (1, 2):
        seconds, peak = timed(reports, options.profile, processes)
        speeds.add_row(str(processes), str(len(reports)), f"{len(reports) / seconds:.0f}", f"{peak:.0f}")
    growth = Table("code points", "seconds", "ms each 10,000")
    for length in LENGTHS:
        seconds, _ = timed([_made(drawn, 0, length=length)], options.profile, 1)
        growth.add_row(f"{length:,}", f"{seconds:.2f}", f"{seconds / length * 1e7:.1f}")
    console = Console(width=100)
    console.print(speeds, growth)


def timed(reports: Sequence[Report], profile: Path | None, processes: int) -> tuple[float, float]:
    """Read reports in fresh processes.

    Args:
        reports: What to read.
        profile: File of the conflict profile, None for none.
        processes: How many share the work.

    Returns:
        Seconds from the first report to the last, index and word lists being open; the most memory of one process, MiB.
    """
    context = get_context("spawn")
    ready = context.Barrier(processes + 1)
    with context.Pool(processes, _open, (ready, profile)) as pool:
        ready.wait(_LONGEST_START_S)
        begun = time.perf_counter()
        peaks = pool.map(_read, reports, chunksize=min(_TOGETHER, len(reports)))
        return time.perf_counter() - begun, max(peaks)


def _open(ready: Barrier, profile: Path | None) -> None:
    _reader.append(Reader(Gazetteer.open(), load_profile(profile) if profile else Profile()))
    _read(_report("Rebels took Kunduz from the army on Friday."))
    ready.wait(_LONGEST_START_S)


def _read(report: Report) -> float:
    extract(report, _reader[0].profile, _reader[0].gazetteer)
    return peak_mib()


def _sentences(paths: Sequence[Path]) -> tuple[str, ...]:
    return tuple(
        report.text[sentence.start : sentence.end]
        for report in read_reports(paths).reports
        for sentence in sentences(report.text, report.body)
    )


def _made(drawn: Sequence[str], seed: int, *, words: int = 0, length: int = 0) -> Report:
    """A report of at least so many words and code points, in paragraphs of four sentences."""
    chance = random.Random(seed)  # noqa: S311 - a repeatable draw, no secret
    text, count = "", 0
    parts: list[str] = []
    while count < words or len(text) < length:
        part = chance.choice(drawn)
        parts.append(part)
        count += len(part.split())
        text += part + ("\n" if len(parts) % _PARAGRAPH == 0 else " ")
    return _report(text)


def _report(text: str) -> Report:
    return Report("made-up", text, _DAY, "", "", (Span(0, len(text)),))


if __name__ == "__main__":
    main()
