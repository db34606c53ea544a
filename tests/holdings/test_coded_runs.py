"""Rows of control periods are coded as periods are, in memory that grows with the rows alone."""

from __future__ import annotations

import tracemalloc
from datetime import date, timedelta

from geo.archive.tables import control_table
from geo.control.period import ControlPeriod, Status
from geo.holdings.coded_runs import coded_runs
from geo.map.runs import runs

FIRST = date(2021, 8, 1)
MOST_BYTES = 20_000_000


def period(number: int) -> ControlPeriod:
    """A period of a place of its own, with a holder, rivals and a unit above that few others have."""
    start = FIRST + timedelta(days=number % 5)
    rivals = (f"rival {number % 150:03}", f"side {number % 7}")
    status = (Status.HELD, Status.CONTESTED, Status.BESIEGED)[number % 3]
    return ControlPeriod(f"P{number:04}", start, start + timedelta(days=9), status, f"side {number % 200:03}", rivals,
                         f"U{number % 300:03}" if number % 4 else None, (), "")  # fmt: skip


def test_many_sides_and_units_take_no_more_memory_than_their_rows() -> None:
    periods = [period(number) for number in range(900)]
    kinds = {"U001": "country", "U002": "province"}
    table = control_table(periods)
    tracemalloc.start()
    coded = coded_runs([table], FIRST, kinds)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert coded == runs(periods, FIRST, kinds)
    assert most < MOST_BYTES
