"""How fast and how small the index is: the real one, and one of as many made-up places as you ask for.

Run: python -m benchmarks.index
     python -m benchmarks.index --rows 12000000 [--folder FOLDER]
The second builds with the same writer as the product, in a folder of its own that is removed afterwards.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import statistics
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from rich.console import Console

from benchmarks.made_up import made_up_name, made_up_places
from benchmarks.memory import peak_mib, private_mib, resident_mib
from gazetteer import Gazetteer
from gazetteer.index.writer import write_index

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SEED = 1991
LOOKUPS = 5_000
_MIB = 1024 * 1024
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Use:
    """What a process that opens an index and looks names up sees.

    Attributes:
        open_ms: Time to open, with what that imports already imported.
        median_us: Half of the look-ups are faster, each of another name.
        p95_us: 95 in 100 are faster.
        resident_mib: Memory afterwards, the interpreter's and the mapped pages of the file included.
        private_mib: The part of it that maps no file.
        found: Share of the names that the index holds.
    """

    open_ms: float
    median_us: float
    p95_us: float
    resident_mib: float
    private_mib: float
    found: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--rows", type=int, default=0, help="made-up places to build an index of (default: the real one)"
    )
    parser.add_argument("--folder", type=Path, default=None, help="where to build it (default: the temporary folder)")
    options = parser.parse_args(arguments)
    console = Console()
    if options.rows:
        _made_up(options.rows, options.folder, console)
    else:
        path = Gazetteer.open().path
        _report(path, _some_names(path), console)
    return 0


def _made_up(rows: int, folder: Path | None, console: Console) -> None:
    with tempfile.TemporaryDirectory(prefix="claimline-index-", dir=folder) as name:
        path = Path(name) / "made-up.sqlite"
        seconds, peak = _alone(_build, path, rows)
        console.print(f"{rows:,} made-up places: built in {seconds:,.0f} s, peak memory {peak:,.0f} MiB")
        dice = random.Random(SEED)  # noqa: S311 - made-up names are no secret
        _report(path, tuple(made_up_name(dice) for _ in range(LOOKUPS)), console)


def _report(path: Path, names: tuple[str, ...], console: Console) -> None:
    use = _alone(_use, path, names)
    console.print(f"file {path.stat().st_size / _MIB:,.0f} MiB, opened in {use.open_ms:.1f} ms")
    console.print(
        f"look-up: median {use.median_us:.0f} µs, 95th percentile {use.p95_us:.0f} µs ({use.found:.0%} of names held)"
    )
    console.print(
        f"memory after {len(names):,} look-ups: {use.resident_mib:.0f} MiB, {use.private_mib:.0f} of them private"
    )


def _some_names(path: Path) -> tuple[str, ...]:
    """Names of places spread over the whole index, in no order."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as database:
        (count,) = database.execute("SELECT count(*) FROM place").fetchone()
        rows = database.execute("SELECT name FROM place WHERE row % ? = 0", [max(count // LOOKUPS, 1)]).fetchall()
    names = [name for (name,) in rows]
    random.Random(SEED).shuffle(names)  # noqa: S311 - a sample is no secret
    return tuple(names)


def _build(path: Path, rows: int) -> tuple[float, float]:
    """Seconds taken and peak memory in MiB."""
    begun = time.perf_counter()
    write_index(path, made_up_places(rows, SEED), lambda _done: None)
    return time.perf_counter() - begun, peak_mib()


def _use(path: Path, names: tuple[str, ...]) -> Use:
    begun = time.perf_counter()
    gazetteer = Gazetteer(path)
    opened = time.perf_counter()
    gazetteer.lookup("Kabul")
    times = []
    found = 0
    for name in dict.fromkeys(names):
        start = time.perf_counter_ns()
        candidates = gazetteer.lookup(name)
        times.append((time.perf_counter_ns() - start) / 1000)
        found += bool(candidates)
    return Use(
        open_ms=(opened - begun) * 1000,
        median_us=statistics.median(times),
        p95_us=statistics.quantiles(times, n=20)[-1],
        resident_mib=resident_mib(),
        private_mib=private_mib(),
        found=found / len(times),
    )


def _alone(work: Callable[..., _Result], *values: object) -> _Result:
    """Do something in a fresh process, so that its memory is its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *values).result()


if __name__ == "__main__":
    raise SystemExit(main())
