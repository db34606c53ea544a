"""How well and how fast places are found in texts of the world, with no profile given.

Run: python -m benchmarks.places FILE_OR_FOLDER...
The files are labelled texts as `benchmarks.gold` reads them, such as LGL (Lieberman et al. 2010) and GeoVirus (Gritta
et al. 2018). The texts are their publishers' and no part of Claimline. An absent file is skipped with a sentence.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from benchmarks.geoparsers import in_context, largest_population, opened
from benchmarks.gold import GoldError, LabelledText, Toponym, read_gold
from benchmarks.memory import peak_mib
from benchmarks.score import score

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from threading import Barrier

    from benchmarks.geoparsers import Geoparser

WAYS: dict[str, Geoparser] = {"Claimline": in_context, "largest population": largest_population}
SCORES = ("e2e@161", "P", "R", "F1", "acc@161", "median km")
COLUMNS = ("texts", "way", *SCORES, "docs/s, 1 process", "2 processes", "peak MiB")
_TOGETHER = 8
_LONGEST_START_S = 120.0


@dataclass(frozen=True, slots=True)
class Run:
    """What reading all texts gave.

    Attributes:
        names: The names found in each text.
        seconds: From the first text to the last, the index being open.
        peak_mib: The most memory that one process had.
    """

    names: tuple[tuple[Toponym, ...], ...]
    seconds: float
    peak_mib: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one row a file and way; returns 1 when no file could be read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path, metavar="FILE_OR_FOLDER")
    console = Console(width=140)
    table = Table(*COLUMNS)
    for path in _files(parser.parse_args(arguments).paths):
        try:
            texts = read_gold(path)
        except (OSError, GoldError) as error:
            console.print(f"Skipped: {error}", markup=False)
            continue
        for way, geoparser in WAYS.items():
            table.add_row(path.stem, way, *_figures(texts, geoparser))
    if not table.rows:
        console.print("Nothing was measured: give labelled texts as JSON lines.")
        return 1
    console.print(table)
    return 0


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(path.glob("*.jsonl")) if path.is_dir() else (path,)


def _figures(texts: Sequence[LabelledText], geoparser: Geoparser) -> tuple[str, ...]:
    one, two = (run(geoparser, [labelled.text for labelled in texts], processes) for processes in (1, 2))
    found = score(zip((labelled.toponyms for labelled in texts), one.names, strict=True))
    shares = (found.end_to_end, found.precision, found.recall, found.f1, found.accuracy)
    speeds = (len(texts) / one.seconds, len(texts) / two.seconds)
    return (
        *(f"{share:.3f}" for share in shares),
        f"{found.median_km:.1f}",
        *(f"{speed:.0f}" for speed in speeds),
        f"{max(one.peak_mib, two.peak_mib):.0f}",
    )


def run(geoparser: Geoparser, texts: Sequence[str], processes: int) -> Run:
    """Read texts in fresh processes; the clock starts when each of them has the index open and nothing else."""
    context = get_context("spawn")
    ready = context.Barrier(processes + 1)
    with context.Pool(processes, _open, (ready,)) as pool:
        ready.wait(_LONGEST_START_S)
        begun = time.perf_counter()
        results = pool.map(partial(_read, geoparser), texts, chunksize=_TOGETHER)
        seconds = time.perf_counter() - begun
    return Run(tuple(names for names, _ in results), seconds, max((peak for _, peak in results), default=0.0))


def _open(ready: Barrier) -> None:
    opened()
    ready.wait(_LONGEST_START_S)


def _read(geoparser: Geoparser, text: str) -> tuple[tuple[Toponym, ...], float]:
    return geoparser(text), peak_mib()


if __name__ == "__main__":
    raise SystemExit(main())
