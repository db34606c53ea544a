"""How fast and how small the index of names is: the real one, and one of made-up places.

The second is built with the same writer as the product's, in a folder of its own that is removed afterwards.
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.alone import alone
from benchmarks.made_up import made_up_name, made_up_places
from benchmarks.memory import peak_mib, private_mib, resident_mib
from gazetteer import Gazetteer
from gazetteer.index.writer import write_index

if TYPE_CHECKING:
    from benchmarks.suite.settings import Settings

SEED = 1991
LOOKUPS = 5_000
ROWS = 1_000_000
_MIB = 1024 * 1024


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


@dataclass(frozen=True, slots=True)
class Index:
    """One index.

    Attributes:
        name: Which.
        places: How many it holds.
        build_seconds: To build it, by the clock; None where it was there.
        build_peak_mib: The most memory of the process that built it.
        file_mib: Its size on disk.
        use: What it is like to use.
    """

    name: str
    places: int
    build_seconds: float | None
    build_peak_mib: float | None
    file_mib: float
    use: Use


@dataclass(frozen=True, slots=True)
class Lookup:
    """Both indexes.

    Attributes:
        lookups: How many names are looked up, each another.
        indexes: The world's, then the made-up one.
    """

    lookups: int
    indexes: tuple[Index, ...]


def measured(settings: Settings) -> Lookup:
    """Look names up in both."""
    with tempfile.TemporaryDirectory(prefix="claimline-index-") as folder:
        return Lookup(LOOKUPS, (world(), made_up_index(settings.size(ROWS, 20_000), Path(folder))))


def world() -> Index:
    """The index of the world's places, which is built if it is not there."""
    path = Gazetteer.open().path
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as database:
        (count,) = database.execute("SELECT count(*) FROM place").fetchone()
    return Index("the world", count, None, None, path.stat().st_size / _MIB, alone(_use, path, _some_names(path)))


def made_up_index(rows: int, folder: Path) -> Index:
    """An index of made-up places.

    Args:
        rows: How many places.
        folder: Where its file is built.

    Returns:
        What building and using it take.
    """
    path = folder / "made-up.sqlite"
    seconds, peak = alone(_build, path, rows)
    dice = random.Random(SEED)  # noqa: S311 - made-up names are no secret
    names = tuple(made_up_name(dice) for _ in range(LOOKUPS))
    return Index("made-up places", rows, seconds, peak, path.stat().st_size / _MIB, alone(_use, path, names))


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
