"""How fast reports are read into claims, and how the time grows with a report's length.

The texts are made of the sentences of the five seed reports, drawn by a seeded generator: reports of 500 words, read by
one process and by two, and single reports of 10 kB, 100 kB and 1 MB. They hold more claims than most news does.
"""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from typing import TYPE_CHECKING

from benchmarks.growth import exponent
from benchmarks.memory import peak_mib
from benchmarks.suite.run import ROOT
from gazetteer import Gazetteer
from geo.claims.extract import extract
from geo.claims.sentences.cut import sentences
from geo.profile import Profile, load_profile
from geo.reports.read import read_reports
from geo.reports.report import Report, Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from threading import Barrier

    from benchmarks.suite.settings import Settings

SEEDS, PROFILE = ROOT / "seeds" / "reports", ROOT / "seeds" / "panjshir-2021.toml"
WORDS = 500
REPORTS = 800
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


@dataclass(frozen=True, slots=True)
class Read:
    """What one report took, and how much memory its process had had by then at most."""

    claims: int
    cpu_seconds: float
    peak_mib: float


@dataclass(frozen=True, slots=True)
class Speed:
    """Reports read by so many processes.

    Attributes:
        processes: How many shared the work.
        seconds: By the clock, from the first report to the last, index and word lists being open.
        reports_a_second: By the clock.
        cpu_ms: Processor time a report, milliseconds.
        peak_mib: The most memory of one process.
        claims: Found in all.
    """

    processes: int
    seconds: float
    reports_a_second: float
    cpu_ms: float
    peak_mib: float
    claims: int


@dataclass(frozen=True, slots=True)
class Length:
    """One report of so many code points, and the processor time that it took."""

    code_points: int
    cpu_seconds: float


@dataclass(frozen=True, slots=True)
class Reading:
    """All of it.

    Attributes:
        reports: How many were read.
        words: Of each, at least.
        speeds: On one process, then on two.
        lengths: Single reports.
        exponent: Of time by length; 1 is linear.
    """

    reports: int
    words: int
    speeds: tuple[Speed, ...]
    lengths: tuple[Length, ...]
    exponent: float


_reader: list[Reader] = []


def measured(settings: Settings) -> Reading:
    """Reports a second on one and two processes, and processor time by length."""
    drawn, count = _sentences(), settings.size(REPORTS, 40)
    reports = [made(drawn, number, words=WORDS) for number in range(count)]
    lengths = tuple(_length(drawn, length) for length in LENGTHS[: settings.size(len(LENGTHS), 2)])
    return Reading(
        reports=count,
        words=WORDS,
        speeds=tuple(timed(reports, processes) for processes in (1, 2)),
        lengths=lengths,
        exponent=exponent([one.code_points for one in lengths], [one.cpu_seconds for one in lengths]),
    )


def timed(reports: Sequence[Report], processes: int) -> Speed:
    """Read reports in fresh processes.

    Args:
        reports: What to read.
        processes: How many share the work.

    Returns:
        What it took.
    """
    context = get_context("spawn")
    ready = context.Barrier(processes + 1)
    with context.Pool(processes, _open, (ready,)) as pool:
        ready.wait(_LONGEST_START_S)
        begun = time.perf_counter()
        read = pool.map(_read, reports, chunksize=min(_TOGETHER, len(reports)))
        seconds = time.perf_counter() - begun
    return Speed(
        processes=processes,
        seconds=seconds,
        reports_a_second=len(reports) / seconds,
        cpu_ms=1000 * sum(one.cpu_seconds for one in read) / len(reports),
        peak_mib=max(one.peak_mib for one in read),
        claims=sum(one.claims for one in read),
    )


def _length(drawn: Sequence[str], length: int) -> Length:
    report = made(drawn, 0, length=length)
    return Length(len(report.text), timed([report], 1).cpu_ms / 1000)


def _open(ready: Barrier) -> None:
    _reader.append(Reader(Gazetteer.open(), load_profile(PROFILE)))
    for report in read_reports((SEEDS,)).reports:  # fills the caches of word lists and names
        _read(report)
    ready.wait(_LONGEST_START_S)


def _read(report: Report) -> Read:
    begun = time.process_time()
    found = extract(report, _reader[0].profile, _reader[0].gazetteer)
    return Read(len(found.claims), time.process_time() - begun, peak_mib())


def _sentences() -> tuple[str, ...]:
    return tuple(
        report.text[sentence.start : sentence.end]
        for report in read_reports((SEEDS,)).reports
        for sentence in sentences(report.text, report.body)
    )


def made(drawn: Sequence[str], seed: int, *, words: int = 0, length: int = 0) -> Report:
    """A report of at least so many words and code points, in paragraphs of four sentences."""
    chance = random.Random(seed)  # noqa: S311 - a repeatable draw, no secret
    text, count, parts = "", 0, 0
    while count < words or len(text) < length:
        part = chance.choice(drawn)
        parts, count = parts + 1, count + len(part.split())
        text += part + ("\n" if parts % _PARAGRAPH == 0 else " ")
    return _report(text)


def _report(text: str) -> Report:
    return Report("made-up", text, _DAY, "", "", (Span(0, len(text)),))
