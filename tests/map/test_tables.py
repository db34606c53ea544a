"""The tables of a map by either clock."""

from __future__ import annotations

import pytest
from small_world import small_dataset

from geo.control.clock import Clock
from geo.map.tables import tables
from geo.view.sides import all_sides

LINES = ("West red fights 18/20 published 23", "East red takes 21 published 21")


@pytest.mark.parametrize(
    ("clock", "counts", "marks"),
    [
        (Clock.EVENT, {5: 1, 6: 1}, [("XX0101", (3, 6))]),
        (Clock.KNOWN, {6: 1, 8: 1}, [("XX0101", (8, 9))]),
    ],
)
def test_claims_and_fighting_stand_on_the_days_of_the_clock(
    clock: Clock, counts: dict[int, int], marks: list[tuple[str, tuple[int, ...]]]
) -> None:
    data = small_dataset(*LINES)
    told = tables(data, all_sides(data), clock)
    assert {day: count for day, count in enumerate(told["claims"]) if count} == counts
    assert [(mark["place"], mark["days"]) for mark in told["fights"]] == marks
