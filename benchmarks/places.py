"""How well and how fast places are found in texts of the world, with no profile given.

The texts are labelled: LGL (Lieberman et al. 2010) and GeoVirus (Gritta et al. 2018), as `benchmarks.gold` reads them.
They are their publishers' and no part of Claimline.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from multiprocessing import get_context
from typing import TYPE_CHECKING

from benchmarks.geoparsers import in_context, largest_population, most_inhabitants, opened
from benchmarks.gold import read_gold
from benchmarks.memory import peak_mib
from benchmarks.score import Score, score

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from threading import Barrier

    from benchmarks.geoparsers import Geoparser
    from benchmarks.gold import LabelledText, Toponym
    from benchmarks.suite.settings import Settings

FILES = {"LGL": "lgl.jsonl", "GeoVirus": "geovirus.jsonl"}
OTHERS = "benchmarks.other_geoparsers"
QUICK = 20  # texts of a small try
_TOGETHER = 8
_LONGEST_START_S = 120.0


@dataclass(frozen=True, slots=True)
class Way:
    """A way of finding and placing names.

    Attributes:
        name: What it is.
        finds: What is timed: all that the way does by itself.
        places: Whether it gives points; else each name is put at the place of most inhabitants, and not timed.
    """

    name: str
    finds: Geoparser
    places: bool = True

    def __call__(self, text: str) -> tuple[Toponym, ...]:
        """The names of a text with their points."""
        found = self.finds(text)
        return found if self.places else most_inhabitants(text, found)


@dataclass(frozen=True, slots=True)
class Run:
    """What reading all texts gave.

    Attributes:
        seconds: From the first text to the last, the index being open.
        peak_mib: The most memory that one process had.
    """

    seconds: float
    peak_mib: float


@dataclass(frozen=True, slots=True)
class Row:
    """One way with one set of texts.

    Attributes:
        texts: The set.
        way: The way.
        score: How right it is.
        one: Texts a second, one process.
        two: Texts a second, two processes.
        peak_mib: The most memory that one process had.
    """

    texts: str
    way: str
    score: Score
    one: float
    two: float
    peak_mib: float


@dataclass(frozen=True, slots=True)
class Places:
    """All ways with all sets.

    Attributes:
        sizes: Set → how many texts it has.
        rows: By set, then way.
    """

    sizes: dict[str, int]
    rows: tuple[Row, ...]


def measured(settings: Settings) -> Places:
    """Compare the ways on the same texts.

    Raises:
        FileNotFoundError: There are no labelled texts.
    """
    if settings.labelled is None:
        message = "No labelled texts were given. Name their folder with --labelled."
        raise FileNotFoundError(message)
    sets = {name: _read(settings.labelled / file, settings) for name, file in FILES.items()}
    rows = tuple(row(name, texts, way) for name, texts in sets.items() for way in ways())
    return Places({name: len(texts) for name, texts in sets.items()}, rows)


def ways() -> tuple[Way, ...]:
    """Claimline's first."""
    others = import_module(OTHERS)
    return (
        Way("Claimline", in_context),
        Way("the same names, largest population", largest_population),
        Way("flashgeotext, largest population", others.flashgeotext_names, places=False),
        Way("geotext, largest population", others.geotext_names, places=False),
    )


def row(name: str, texts: Sequence[LabelledText], way: Way) -> Row:
    """Measure one way with one set.

    Args:
        name: The set.
        texts: Its texts.
        way: The way.

    Returns:
        How right and how fast it is.
    """
    told = [labelled.text for labelled in texts]
    one, two = (run(way.finds, told, processes) for processes in (1, 2))
    found = score((labelled.toponyms, way(labelled.text)) for labelled in texts)
    peak = max(one.peak_mib, two.peak_mib)
    return Row(name, way.name, found, len(texts) / one.seconds, len(texts) / two.seconds, peak)


def _read(path: Path, settings: Settings) -> tuple[LabelledText, ...]:
    texts = read_gold(path)
    return texts[: settings.size(len(texts), QUICK)]


def run(finds: Geoparser, texts: Sequence[str], processes: int) -> Run:
    """Read texts in fresh processes; the clock starts when each of them is ready: index open, lists of words read."""
    context = get_context("spawn")
    ready = context.Barrier(processes + 1)
    with context.Pool(processes, _open, (ready, finds)) as pool:
        ready.wait(_LONGEST_START_S)
        begun = time.perf_counter()
        peaks = pool.map(partial(_peak, finds), texts, chunksize=_TOGETHER)
        return Run(time.perf_counter() - begun, max(peaks, default=0.0))


def _open(ready: Barrier, finds: Geoparser) -> None:
    opened()
    finds("Rebels took Kunduz on Friday.")
    ready.wait(_LONGEST_START_S)


def _peak(finds: Geoparser, text: str) -> float:
    finds(text)
    return peak_mib()
