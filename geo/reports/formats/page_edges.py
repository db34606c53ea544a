"""What stands on every page of a document, above and below its text: running heads, feet, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_NUMBER = re.compile(
    r"\W*(?:page|p\.?|seite|página|страница)?\s*\d{1,4}(?:\s*(?:/|of|von|de|из)\s*\d{1,4})?\W*", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_EDGE = 2
_FEWEST_PAGES = 3


def without_edges(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """Leave out running heads and feet.

    Args:
        pages: The lines of each page, none blank.

    Returns:
        The pages without page numbers at their edges, and without first and last lines that stand, but for their
        figures, on at least half of the pages, and on three.
    """
    counts = Counter(key for lines in pages for key in {_key(line) for line in (*lines[:_EDGE], *lines[-_EDGE:])})
    fewest = max(_FEWEST_PAGES, (len(pages) + 1) // 2)
    running = {key for key, count in counts.items() if count >= fewest}
    return [_trimmed(list(lines), running) for lines in pages]


def _trimmed(lines: list[str], running: set[str]) -> list[str]:
    for end in (0, -1):
        for _ in range(_EDGE):
            if lines and (_key(lines[end]) in running or _NUMBER.fullmatch(lines[end])):
                del lines[end]
    return lines


def _key(line: str) -> str:
    return _DIGITS.sub("#", " ".join(line.casefold().split()))
