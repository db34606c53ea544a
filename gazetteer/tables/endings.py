"""Words that end a name and say what it is: "Hama *military airport*", "Tabqa *dam*"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from gazetteer.data_files import data_table
from gazetteer.names import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Endings:
    """The endings of `data/name_endings.toml`.

    Attributes:
        alike: Ending → all endings that stand for it, itself among them.
        openers: The words that an ending may begin with.
        longest: How many words the longest has.
    """

    alike: dict[str, tuple[str, ...]]
    openers: frozenset[str]
    longest: int


@cache
def endings() -> Endings:
    """Read the endings from the data file, once."""
    alike = {ending: tuple(group) for group in data_table("name_endings.toml")["groups"] for ending in group}
    words = [ending.split() for ending in alike]
    return Endings(alike, frozenset(first for first, *_ in words), max(map(len, words)))


def variants(name: str) -> tuple[str, ...]:
    """The name with each ending that stands for its own: "Hama Air Base" → "Hama airbase", "Hama airport" and so on.

    Args:
        name: In any spelling.

    Returns:
        Names in their normal form, the name's own left out; none for a name without an ending.
    """
    words = normalise(name).split()
    for count in range(min(endings().longest, len(words) - 1), 0, -1):
        own = " ".join(words[-count:])
        if own in endings().alike:
            stem = " ".join(words[:-count])
            return tuple(f"{stem} {other}" for other in endings().alike[own] if other != own)
    return ()


def endings_at(words: Sequence[str]) -> Iterator[str]:
    """The endings that words begin with, the longest first.

    Args:
        words: What stands after a name, in small letters.

    Yields:
        Endings as in the data file.
    """
    if words and words[0] in endings().openers:
        for count in range(min(endings().longest, len(words)), 0, -1):
            if (ending := " ".join(words[:count])) in endings().alike:
                yield ending
