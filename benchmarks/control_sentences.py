"""How well sentences that change control of territory are told from others.

The labelled sentences are no part of Claimline. `python -m benchmarks.control_sentences FILE` prints those told wrong.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer import Gazetteer
from geo.claims.claim import Action
from geo.claims.control_change import changes_control
from geo.claims.extract import extract
from geo.profile import Profile
from geo.reports.report import Report, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from benchmarks.suite.settings import Settings

FILE = "control_sentences.jsonl"
CHANGES = frozenset({Action.TAKES, Action.LOSES})
QUICK = 50  # sentences of a small try
_DAY = date(2020, 1, 1)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence, and whether it tells of a change of control."""

    text: str
    control: bool


@dataclass(frozen=True, slots=True)
class Told:
    """How right one way of telling is.

    Attributes:
        way: Its name.
        precision: Share of what it says that is so.
        recall: Share of what is so that it says.
        f1: Their harmonic mean.
    """

    way: str
    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Sentences:
    """All ways on the same sentences.

    Attributes:
        count: How many sentences.
        control: How many of them change control.
        ways: How right each way is.
    """

    count: int
    control: int
    ways: tuple[Told, ...]


def measured(settings: Settings) -> Sentences:
    """Judge every sentence both ways.

    Raises:
        FileNotFoundError: There are no labelled sentences.
    """
    if settings.labelled is None:
        message = "No labelled sentences were given. Name their folder with --labelled."
        raise FileNotFoundError(message)
    rows = read_labelled(settings.labelled / FILE)
    rows = rows[: settings.size(len(rows), QUICK)]
    ways = (told("changes_control", rows, changes_control), told("claims of extract", rows, _claimed))
    return Sentences(len(rows), sum(row.control for row in rows), ways)


def read_labelled(path: Path) -> tuple[Labelled, ...]:
    """Read JSON lines with `text` and `control`."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return tuple(Labelled(row["text"], bool(row["control"])) for row in rows)


def told(way: str, rows: Sequence[Labelled], says: Callable[[str], bool]) -> Told:
    """Score one way of telling."""
    judged = [(row.control, says(row.text)) for row in rows]
    right = sum(so and said for so, said in judged)
    is_so, is_said = sum(so for so, _ in judged), sum(said for _, said in judged)
    return Told(way, right / max(1, is_said), right / max(1, is_so), 2 * right / max(1, is_so + is_said))


def _claimed(text: str) -> bool:
    """Whether extraction, which needs a place that it knows, has a claim that somebody takes or loses it."""
    report = Report("one", text, _DAY, "", "", (Span(0, len(text)),))
    return any(claim.action in CHANGES for claim in extract(report, Profile(), Gazetteer.open()).claims)


def main(words: Iterable[str]) -> None:
    """Print the sentences that `changes_control` tells wrong."""
    for name in words:
        for row in read_labelled(Path(name)):
            if row.control != changes_control(row.text):
                sys.stdout.write(f"{'MISSED' if row.control else 'EXTRA '} {row.text}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
