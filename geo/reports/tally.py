"""How far a run is: files done, and files in all as far as is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(slots=True)
class Tally:
    """How many files are done, and how many there are as far as is known; archives add theirs when opened."""

    tell: Callable[[int, int], None] | None
    done: int = 0
    total: int = 0

    def more(self, files: int) -> None:
        """Say that there are more files than was known."""
        self.total += files
        self._tell()

    def one_done(self) -> None:
        """Say that a file is done."""
        self.done += 1
        self._tell()

    def _tell(self) -> None:
        if self.tell:
            self.tell(self.done, self.total)
