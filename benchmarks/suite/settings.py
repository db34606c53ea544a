"""What a run of the suite is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """What every part is told.

    Attributes:
        labelled: Folder with `lgl.jsonl`, `geovirus.jsonl` and `control_sentences.jsonl`, whose texts are their
            publishers' and no part of Claimline; None where there is none.
        quick: A small try, in a minute or two: its figures say that everything works, not how fast.
    """

    labelled: Path | None = None
    quick: bool = False

    def size(self, whole: int, quick: int) -> int:
        """How much to do: `whole`, or in a small try `quick`."""
        return quick if self.quick else whole
