"""How figures are written in a document."""

from __future__ import annotations

from math import floor, log10
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

KIB = 1024
SIGNIFICANT = 3


def plain(value: float | None) -> str:
    """A figure with three significant digits and thousands apart; nothing where there is none."""
    if value is None:
        return ""
    if value == 0:
        return "0"
    decimals = max(0, SIGNIFICANT - 1 - floor(log10(abs(value))))
    return f"{value:,.{decimals}f}"


def share(value: float) -> str:
    """A share with three decimals, as such scores are told."""
    return f"{value:.3f}"


def percent(value: float) -> str:
    """A share in hundredths."""
    return f"{value:.0%}"


def count(value: float) -> str:
    """A whole number with thousands apart."""
    return f"{value:,.0f}"


def milliseconds(seconds: float | None) -> str:
    """Seconds as milliseconds."""
    return "" if seconds is None else plain(1000 * seconds)


def kilobytes(number: float) -> str:
    """Bytes as kB."""
    return count(number / 1000)


def times(value: float) -> str:
    """A ratio in words: `3.2 times`."""
    return f"{plain(value)} times"


FILTERS: Mapping[str, Callable[..., str]] = {
    "plain": plain,
    "share": share,
    "percent": percent,
    "count": count,
    "ms": milliseconds,
    "kb": kilobytes,
    "times": times,
}
