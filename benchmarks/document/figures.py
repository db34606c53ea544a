"""How figures are written in a document."""

from __future__ import annotations

from math import floor, log10
from typing import TYPE_CHECKING, Any

from benchmarks.document.scaling import cpu_hours_a_million, hours_a_million, speed_up, undivided

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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


def about(value: float) -> str:
    """A figure that is reckoned: three significant digits, the rest noughts."""
    return plain(float(f"{value:.{SIGNIFICANT}g}"))


def milliseconds(seconds: float | None) -> str:
    """Seconds as milliseconds."""
    return "" if seconds is None else plain(1000 * seconds)


def kilobytes(number: float) -> str:
    """Bytes as kB."""
    return count(number / 1000)


def times(value: float) -> str:
    """A ratio in words: `3.2 times`."""
    return f"{plain(value)} times"


def cpu_hours(run: Mapping[str, Any]) -> float:
    """Core hours for a million reports like those of a run."""
    return cpu_hours_a_million(run["cpu_seconds"], run["reports"])


def faster(share: float, processes: int) -> float:
    """How many times as quick as one so many processes are, where that share of the work cannot be divided."""
    return speed_up(processes, share)


FILTERS: Mapping[str, Callable[..., str | float]] = {
    "plain": plain,
    "share": share,
    "percent": percent,
    "count": count,
    "about": about,
    "ms": milliseconds,
    "kb": kilobytes,
    "times": times,
    "undivided": undivided,
    "faster": faster,
    "hours_a_million": hours_a_million,
    "cpu_hours": cpu_hours,
}
