"""Made-up reports to an archive, end to end: how fast, in how much memory, on how much disk.

`python -m benchmarks.archive [--reports 100000] [--processes N] [--seed 1] [--keep FOLDER]`

The reports (`benchmarks.made_archive`) are written first, outside of the time. Then `geo.archive.build` and
`geo.holdings.overview` do what `claimline extract --archive` does. Memory is that of all processes together at every
tenth of the way; pages that they share count once, where the kernel tells (`Pss`).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from benchmarks.crew_watch import Memory, Watch, cpu_seconds
from benchmarks.made_archive import write
from gazetteer import Gazetteer
from geo.archive.build import build, ordered
from geo.bulk.opened import opened_here
from geo.commands.terminal import shown_rates
from geo.engine.crew import Crew, usable_cores
from geo.holdings.overview import keep_overview
from geo.profile import AUTO
from geo.reports.options import ReadingOptions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.suite.settings import Settings
    from geo.archive.build import Built

REPORTS, FEWER = 100_000, 5_000


@dataclass(frozen=True, slots=True)
class Scale:
    """What one run took.

    Attributes:
        reports: How many there were.
        processes: How many read them; one more gave out the work and wrote.
        claims: How many claims they have.
        periods: How many control periods these make.
        places: How many places are claimed.
        problems: How many reports were not read.
        seconds: By the clock, from the first report to the finished archive.
        reading_seconds: Those of them until the last report was read.
        cpu_seconds: Of all processes.
        reports_a_second: Over all of it.
        peak_mib: The most memory of all processes together that was seen.
        memory: At every tenth of the way.
        input_bytes: Of the list of reports.
        output_bytes: Of the archive.
        again_seconds: What a second run takes, which has nothing to do.
    """

    reports: int
    processes: int
    claims: int
    periods: int
    places: int
    problems: int
    seconds: float
    reading_seconds: float
    cpu_seconds: float
    reports_a_second: float
    peak_mib: float
    memory: tuple[Memory, ...]
    input_bytes: int
    output_bytes: int
    again_seconds: float


@dataclass(frozen=True, slots=True)
class Scales:
    """A whole archive, and a small one on one process and on two."""

    whole: Scale
    one: Scale
    two: Scale


def measured(settings: Settings) -> Scales:
    """What the suite asks for."""
    few = settings.size(FEWER, 60)
    return Scales(run(settings.size(REPORTS, 120)), run(few, 1), run(few, 2))


def main(arguments: Sequence[str] | None = None) -> None:
    """Print what a run took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=REPORTS)
    parser.add_argument("--processes", type=int, default=usable_cores())
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="leave list and archive in this folder")
    asked = parser.parse_args(arguments)
    _show(run(asked.reports, asked.processes, seed=asked.seed, keep=asked.keep))


def run(reports: int = REPORTS, processes: int | None = None, *, seed: int = 1, keep: Path | None = None) -> Scale:
    """Make an archive of made-up reports.

    Args:
        reports: How many.
        processes: How many read; None for one a core.
        seed: Of the reports.
        keep: Where list and archive are left; None: nowhere.

    Returns:
        What it took.
    """
    with tempfile.TemporaryDirectory(prefix="claimline-") as folder:
        where = keep or Path(folder)
        where.mkdir(parents=True, exist_ok=True)
        source = where / "reports.jsonl"
        write(source, reports, seed)
        return _timed(source, where / "archive", processes or usable_cores())


def _timed(source: Path, archive: Path, processes: int) -> Scale:
    gazetteer = Gazetteer.open()
    with Crew(processes) as crew, shown_rates() as show:
        # Processes are started, and have their index open, before the clock runs.
        list(crew.map(_open, range(processes)))
        watch = Watch(crew, show)
        begun, cpu = time.perf_counter(), cpu_seconds(crew)
        built = build(archive, ordered([source], ReadingOptions(), AUTO), crew, gazetteer, watch.step)
        keep_overview(archive)
        seconds, used = time.perf_counter() - begun, cpu_seconds(crew) - cpu
        watch.look(1.0)
        begun_again = time.perf_counter()
        build(archive, ordered([source], ReadingOptions(), AUTO), crew, gazetteer, lambda _what, _done, _all: None)
        again = time.perf_counter() - begun_again
    gazetteer.close()
    return _scale(built, watch, (source, archive), processes, (seconds, watch.read_at - begun, used, again))


def _scale(
    built: Built, watch: Watch, paths: tuple[Path, Path], processes: int, took: tuple[float, float, float, float]
) -> Scale:
    seconds, reading, used, again = took
    read = built.summary.reports
    return Scale(
        reports=read,
        processes=processes,
        claims=built.summary.claims,
        periods=built.periods,
        places=len(built.summary.places),
        problems=built.problems,
        seconds=seconds,
        reading_seconds=reading,
        cpu_seconds=used,
        reports_a_second=read / seconds,
        peak_mib=watch.most_mib,
        memory=tuple(watch.memory),
        input_bytes=paths[0].stat().st_size,
        output_bytes=sum(path.stat().st_size for path in paths[1].rglob("*") if path.is_file()),
        again_seconds=again,
    )


def _open(number: int) -> int:
    opened_here()
    return number


def _show(took: Scale) -> None:
    table = Table("what", "how much")
    rows = {
        "reports": f"{took.reports:,}",
        "claims": f"{took.claims:,}",
        "control periods": f"{took.periods:,}",
        "processes": str(took.processes),
        "seconds (reading, all)": f"{took.reading_seconds:,.0f}, {took.seconds:,.0f}",
        "reports a second": f"{took.reports_a_second:,.0f}",
        "processor ms a report": f"{took.cpu_seconds / took.reports * 1000:.1f}",
        "list, archive in MB": f"{took.input_bytes / 1e6:,.0f}, {took.output_bytes / 1e6:,.0f}",
        "seconds of a second run": f"{took.again_seconds:,.1f}",
        "not read": str(took.problems),
    }
    for what, how_much in rows.items():
        table.add_row(what, how_much)
    memory = Table("share read", "MiB of all processes")
    for at in took.memory:
        memory.add_row(f"{at.share:.0%}", f"{at.mib:,.0f}")
    Console(file=sys.stdout, width=80).print(table, memory)


if __name__ == "__main__":
    main()
