"""Reports as a workspace takes them in: one at a time, with their bytes; what was left out is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reports.files import File, find_files
from geo.reports.options import ReadingOptions
from geo.reports.outcome import Taken
from geo.reports.stream import stream_reports
from geo.store.reports import Arrival

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from geo.reports.inputs import Input

_DEFAULTS = ReadingOptions()


class Arrivals:
    """The reports of files and folders.

    Attributes:
        problems: One sentence for each file that was left out so far.
        total: How many files there are; an archive or a table is one, and may hold many reports.
    """

    def __init__(self, inputs: Iterable[Input], options: ReadingOptions = _DEFAULTS) -> None:
        """Find the files; they are read as they are asked for."""
        self.problems: list[str] = []
        self._inputs = tuple(inputs)
        self._options = options
        self.total = sum(isinstance(one, File) for one in find_files(self._inputs, options))

    def __iter__(self) -> Iterator[Arrival]:
        """Each report that can be read."""
        for outcome in stream_reports(self._inputs, self._options):
            if isinstance(outcome, Taken):
                yield Arrival(outcome.report, outcome.raw)
            else:
                self.problems.append(str(outcome))
