"""The parts of the suite: what is measured, and where the function is that does it."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.suite.settings import Settings


@dataclass(frozen=True, slots=True)
class Part:
    """One measurement.

    Attributes:
        name: As `--only` takes it; also its template in `benchmarks/document/`.
        title: Its heading.
        module: Its module, with a function `measured(settings)` that gives a frozen dataclass.
    """

    name: str
    title: str
    module: str

    def measured(self, settings: Settings) -> Any:  # noqa: ANN401 - each part has a type of its own
        """Measure now, in this process."""
        measure: Callable[[Settings], Any] = import_module(self.module).measured
        return measure(settings)


PARTS = (
    Part("starts", "Starting", "benchmarks.starts"),
    Part("places", "Places in texts", "benchmarks.places"),
    Part("reading", "Reading reports", "benchmarks.reading"),
    Part("sentences", "Sentences that change control", "benchmarks.control_sentences"),
    Part("lookup", "Looking names up", "benchmarks.index"),
    Part("fold", "From claims to control periods", "benchmarks.fold"),
    Part("page", "The page", "benchmarks.page.measure"),
    Part("big_page", "The page over a big archive", "benchmarks.big_page"),
    Part("files", "Files", "benchmarks.export"),
    Part("archive", "An archive of made-up reports", "benchmarks.archive"),
    Part("checks", "Damaged files, kills", "benchmarks.checks"),
)


def part_named(name: str) -> Part:
    """The part of a name that `PARTS` has."""
    return next(part for part in PARTS if part.name == name)
