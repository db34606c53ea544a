"""Report files as a workspace takes them in: one at a time, with their bytes; the bad ones are named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.errors import ReportError
from geo.reports.read import printable, read_bytes, report_files
from geo.reports.text import parse_text
from geo.store.reports import Arrival

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


class Arrivals:
    """The reports of files and folders.

    Attributes:
        problems: One sentence for each file that was left out so far.
        total: How many files there are.
    """

    def __init__(self, paths: Iterable[Path]) -> None:
        """Find the files; they are read as they are asked for."""
        self.problems: list[str] = []
        self._files = [file for path in paths for file in report_files(path, self.problems)]
        self.total = len(self._files)

    def __iter__(self) -> Iterator[Arrival]:
        """Each report that can be read."""
        for file in self._files:
            try:
                raw = read_bytes(file)
                yield Arrival(parse_text(raw, printable(file.stem)), raw)
            except ReportError as error:
                self.problems.append(f"{printable(file)}: {error}.")
