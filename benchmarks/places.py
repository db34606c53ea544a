"""How well and how fast places are found in texts of the world, with no profile given.

Run: python -m benchmarks.places FILE_OR_FOLDER...
The files are labelled texts as `benchmarks.gold` reads them, such as LGL (Lieberman et al. 2010) and GeoVirus (Gritta et
al. 2018). Their texts are the publishers' and no part of Claimline. A file that is absent is skipped with a sentence.
"""

from __future__ import annotations

import argparse
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from benchmarks.geoparsers import in_context, largest_population, opened
from benchmarks.gold import GoldError, LabelledText, read_gold
from benchmarks.memory import peak_mib
from benchmarks.score import Score, score

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.geoparsers import Geoparser

COLUMNS = ("texts", "way", "e2e@161", "P", "R", "F1", "acc@161", "median km", "docs/s 1 process", "2 processes", "peak MiB")


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
        table.add_row(*_row(path.stem, "Claimline", texts, in_context))
        table.add_row(*_row(path.stem, "largest population", texts, largest_population))
    if not table.rows:
        console.print("Nothing was measured: give labelled texts as JSON lines.")
        return 1
    console.print(table)
    return 0


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(path.glob("*.jsonl")) if path.is_dir() else (path,)


def _row(name: str, way: str, texts: Sequence[LabelledText], geoparser: Geoparser) -> tuple[str, ...]:
    runs = [_timed(geoparser, [labelled.text for labelled in texts], processes) for processes in (1, 2)]
    figures: Score = score(zip((t.toponyms for t in texts), runs[0][0], strict=True))
    shares = (figures.end_to_end, figures.precision, figures.recall, figures.f1, figures.accuracy)
    return (
        name,
        way,
        *(f"{share:.3f}" for share in shares),
        f"{figures.median_km:.1f}",
        *(f"{len(texts) / seconds:.0f}" for _, seconds, _ in runs),
        f"{max(peak for _, _, peak in runs):.0f}",
    )


def _timed(geoparser: Geoparser, texts: Sequence[str], processes: int) -> tuple[list[object], float, float]:
    """Names of each text, seconds for all of them, and the peak memory of a process, in MiB.

    The processes have the index open before the clock starts; nothing else is warm.
    """
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=opened) as pool:
        list(pool.map(peak_mib_of, range(4 * processes)))
        begun = time.perf_counter()
        found = list(pool.map(geoparser, texts, chunksize=8))
        seconds = time.perf_counter() - begun
        peak = max(pool.map(peak_mib_of, range(4 * processes)))
    return found, seconds, peak


def peak_mib_of(_turn: int) -> float:
    """Peak memory of the process that takes this turn, in MiB."""
    time.sleep(0.05)
    return peak_mib()


if __name__ == "__main__":
    raise SystemExit(main())
