"""Reports as a workspace takes them in: one at a time, with their bytes; what was left out is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reports.options import ReadingOptions
from geo.reports.outcome import Problem, Taken
from geo.reports.stream import stream_reports
from geo.store.reports import Arrival

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from geo.reports.inputs import Input

_DEFAULTS = ReadingOptions()


class Arrivals:
    """The reports of files and folders.

    Attributes:
        problems: One sentence for each file that was left out so far.
        repeats: How many reports so far the workspace had, or were there twice.
    """

    def __init__(
        self,
        inputs: Iterable[Input],
        known: Iterable[str],
        progress: Callable[[int, int], None],
        options: ReadingOptions = _DEFAULTS,
    ) -> None:
        """Say what to read; it is read as it is asked for.

        Args:
            inputs: Files, folders, archives.
            known: Hashes of the reports that the workspace has.
            progress: Called with the files done, and the files in all as far as is known.
            options: How to read.
        """
        self.problems: list[str] = []
        self.repeats = 0
        self._outcomes = stream_reports(inputs, options, known=known, progress=progress)

    def __iter__(self) -> Iterator[Arrival]:
        """Each report that can be read and is new."""
        for outcome in self._outcomes:
            if isinstance(outcome, Taken):
                yield Arrival(outcome.report, outcome.raw)
            elif isinstance(outcome, Problem):
                self.problems.append(str(outcome))
            else:
                self.repeats += 1
