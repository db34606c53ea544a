"""Days as text come back as they were."""

from __future__ import annotations

from itertools import accumulate, chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.map.day_text import day_texts, days_of
from geo.map.tables import as_sent

STEP = st.integers(0, 40_000)
DAYS = st.lists(STEP, max_size=9).map(lambda steps: tuple(accumulate(steps)))
RUN = st.lists(st.tuples(STEP, STEP), max_size=9).map(
    lambda pairs: tuple(chain.from_iterable(zip(accumulate(step for step, _ in pairs), (code for _, code in pairs))))  # noqa: B905 - as many of both
)


@pytest.mark.parametrize(
    ("numbers", "stride", "text"),
    [
        ((), 1, ""),
        ((0,), 1, "A"),
        ((3, 5, 36), 1, "DCf"),
        ((31, 63, 95), 1, "fgBgB"),
        ((1_500,), 1, "8uB"),
        ((2, 40, 4, 0), 2, "CoBCA"),
    ],
)
def test_a_number_is_written_in_digits_of_five_bits_the_lowest_first(
    numbers: tuple[int, ...], stride: int, text: str
) -> None:
    assert day_texts([numbers], stride) == [text]
    assert days_of([text], stride) == [numbers]


@given(st.lists(DAYS, max_size=6))
def test_days_come_back(lists: list[tuple[int, ...]]) -> None:
    assert days_of(day_texts(lists)) == lists


@given(st.lists(RUN, max_size=6))
def test_days_with_codes_come_back(lists: list[tuple[int, ...]]) -> None:
    assert days_of(day_texts(lists, stride=2), stride=2) == lists


def test_tables_are_sent_with_their_days_as_text() -> None:
    told = {"claims": (1,), "runs": {"a": (0, 1, 3, 0)}, "fights": [{"place": "a", "days": (3, 5)}]}
    assert as_sent(told) == {"claims": (1,), "runs": {"a": "ABDA"}, "fights": [{"place": "a", "days": "DC"}]}


@pytest.mark.parametrize("days", [(3, 2), (-1,), (5, 5, 4)])
def test_days_that_descend_or_lie_before_the_first_are_refused(days: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="ascending order"):
        day_texts([days])
