"""What a cluster would do, reckoned from what one and two processes did: an extrapolation, and called so.

Amdahl's law (Amdahl 1967): where a share f of the work cannot be divided, N processes are 1 / (f + (1 - f) / N) times
as quick as one. Two processes that are s times as quick give f = 2 / s - 1.
"""

from __future__ import annotations

HOUR_S, MILLION = 3600, 1_000_000


def undivided(speed_up_of_two: float) -> float:
    """The share of the work that cannot be divided.

    Args:
        speed_up_of_two: How many times as quick two processes are as one.

    Returns:
        From 0, where they are twice as quick or quicker, to 1, where they are no quicker.
    """
    return min(1.0, max(0.0, 2 / speed_up_of_two - 1))


def speed_up(processes: int, share: float) -> float:
    """How many times as quick as one so many processes are.

    Args:
        processes: How many.
        share: Of the work that cannot be divided.

    Returns:
        At most their number.
    """
    return 1 / (share + (1 - share) / processes)


def hours_a_million(reports_a_second: float) -> float:
    """Hours for a million reports."""
    return MILLION / reports_a_second / HOUR_S


def cpu_hours_a_million(cpu_seconds: float, reports: int) -> float:
    """Hours of one core for a million reports, where so many took so much processor time."""
    return cpu_seconds / reports * MILLION / HOUR_S
