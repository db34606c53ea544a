"""How time grows with size: the exponent k of time ~ size^k, 1 being linear."""

from __future__ import annotations

from math import log
from statistics import linear_regression
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def exponent(sizes: Sequence[float], times: Sequence[float]) -> float:
    """The slope of the line through the logarithms (least squares).

    Args:
        sizes: At least two different ones, above 0.
        times: Of each, above 0.

    Returns:
        The exponent: 1 where twice the size takes twice the time.
    """
    return linear_regression([log(size) for size in sizes], [log(time) for time in times]).slope
