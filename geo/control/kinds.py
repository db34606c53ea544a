"""Claims sorted into kinds, so that what all claims of a kind say is worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from geo.claims.claim import Claim

Ints = np.ndarray[Any, np.dtype[np.int64]]
_Value = TypeVar("_Value", bound="Hashable")


class Codes(Generic[_Value]):
    """Numbers for values, in the order in which they are first met."""

    def __init__(self) -> None:
        """Start without any."""
        self.known: dict[_Value, int] = {}

    def of(self, value: _Value) -> int:
        """The number of a value."""
        return self.known.setdefault(value, len(self.known))


@dataclass(frozen=True, slots=True)
class Kinds:
    """Claims sorted into kinds, and what all claims of a kind say: `counts[k]` rows of `table` from `starts[k]` on."""

    kind: Ints
    table: Ints
    starts: Ints
    counts: Ints

    def of(self, claims: Ints) -> tuple[Ints, Ints]:
        """The rows of some claims, all in one table, and before it to which of the claims each belongs."""
        kind = self.kind[claims]
        counts = self.counts[kind]
        which = np.repeat(np.arange(len(claims)), counts)
        offset = np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts, counts)
        return which, self.table[self.starts[kind[which]] + offset]


def kinds_of(
    claims: Sequence[Claim],
    key: Callable[[Claim], Hashable],
    say: Callable[[Claim], Iterable[tuple[int, ...]]],
    *,
    width: int,
) -> Kinds:
    """Sort claims into kinds and ask one claim of each what it says.

    Args:
        claims: The claims.
        key: Equal for all claims of a kind.
        say: Rows of numbers, the same for all claims of a kind.
        width: How many numbers a row has.

    Returns:
        The kinds.
    """
    codes = Codes[object]()
    kind = np.fromiter((codes.of(key(claim)) for claim in claims), np.int64, len(claims))
    return kinds_said(kind, [list(say(claims[first])) for first in np.unique(kind, return_index=True)[1]], width=width)


def kinds_said(kind: Ints, said: Sequence[Sequence[tuple[int, ...]]], *, width: int) -> Kinds:
    """Kinds of which it is known what they say.

    Args:
        kind: The kind of each claim, by number.
        said: What each kind says: rows of numbers.
        width: How many numbers a row has.

    Returns:
        The kinds.
    """
    counts = np.array([len(rows) for rows in said], np.int64)
    table = np.array([row for rows in said for row in rows], np.int64).reshape(-1, width)
    return Kinds(kind, table, np.cumsum(counts) - counts, counts)
