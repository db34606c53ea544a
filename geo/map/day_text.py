"""Lists of day numbers as short text: what a map of very many intervals sends is mostly these.

A number is written in digits of base 64 with five bits each, the lowest first; a digit's sixth bit says that more of
the number follow. That is how source maps write numbers (ECMA-426), but without a sign and with the letters of URLs
(RFC 4648, section 5). Days are counted from the day before them in the list, so that most take one letter.
"""

from __future__ import annotations

from itertools import chain, pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
BITS, MORE = 5, 32
_LETTER = np.frombuffer(LETTERS, np.uint8)
_DIGIT = np.zeros(256, np.int64)
_DIGIT[_LETTER] = np.arange(len(LETTERS))


def day_texts(lists: Iterable[Sequence[int]], stride: int = 1) -> list[str]:
    """Write lists of numbers, none below 0.

    Args:
        lists: Days in ascending order at every `stride`-th place, from the first on; anything else between them. Each
            list has a multiple of `stride` numbers.
        stride: 1 where all numbers are days, 2 for `(day, code, day, code, …)`.

    Returns:
        A text for each list.

    Raises:
        ValueError: A number is below 0, or the days of a list do not ascend.
    """
    kept = list(lists)
    ends = np.cumsum([0, *map(len, kept)])
    numbers = np.fromiter(chain.from_iterable(kept), np.int64, ends[-1])
    days = numbers[::stride]
    steps = np.diff(days, prepend=0)
    opens = ends[:-1][np.diff(ends) > 0] // stride
    steps[opens] = days[opens]
    numbers[::stride] = steps
    if numbers.min(initial=0) < 0:
        message = "A list of days descends or holds a number below 0. Give days in ascending order, none before day 0."
        raise ValueError(message)
    letters, sizes = _written(numbers)
    bounds = np.concatenate([[0], np.cumsum(sizes)])[ends].tolist()
    text = letters.tobytes().decode("ascii")
    return [text[first:stop] for first, stop in pairwise(bounds)]


def days_of(texts: Iterable[str], stride: int = 1) -> list[tuple[int, ...]]:
    """Read what `day_texts` wrote with the same `stride`."""
    kept = list(texts)
    numbers, counts = _read("".join(kept).encode("ascii"), [len(text) for text in kept])
    ends = np.concatenate([[0], np.cumsum(counts)])
    days = np.cumsum(numbers[::stride])
    opens = ends[:-1] // stride
    before = np.concatenate([[0], days])[opens]
    numbers[::stride] = days - np.repeat(before, np.diff(ends) // stride)
    return [tuple(numbers[first:stop].tolist()) for first, stop in pairwise(ends.tolist())]


def _written(numbers: Ints) -> tuple[NDArray[np.uint8], Ints]:
    """All letters in a row, and how many each number takes."""
    width = max(1, -(-int(numbers.max(initial=0)).bit_length() // BITS))
    rest = numbers[:, None] >> (BITS * np.arange(width))
    more = (rest >> BITS) > 0
    letters = _LETTER[(rest & (MORE - 1)) | np.where(more, MORE, 0)]
    sizes = more.sum(axis=1) + 1
    return letters[np.arange(width) < sizes[:, None]], sizes


def _read(letters: bytes, lengths: Sequence[int]) -> tuple[Ints, Ints]:
    """All numbers in a row, and how many each text has."""
    digits = _DIGIT[np.frombuffer(letters, np.uint8)]
    last = digits < MORE
    begins = np.concatenate([[0], np.flatnonzero(last) + 1])
    number = np.concatenate([[0], np.cumsum(last)])
    place = np.arange(len(digits)) - begins[number[:-1]]
    numbers = np.zeros(number[-1], np.int64)
    np.add.at(numbers, number[:-1], (digits & (MORE - 1)) << (BITS * place))
    return numbers, np.diff(number[np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)])
