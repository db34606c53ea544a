"""The extrapolation is Amdahl's law."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.document.scaling import cpu_hours_a_million, hours_a_million, speed_up, undivided


@pytest.mark.parametrize(("of_two", "share"), [(2.0, 0.0), (2.2, 0.0), (1.0, 1.0), (0.8, 1.0), (1.6, 0.25)])
def test_the_undivided_share_follows_from_two_processes(of_two: float, share: float) -> None:
    assert undivided(of_two) == pytest.approx(share)


@given(st.floats(1, 2))
def test_the_law_gives_back_what_was_measured(of_two: float) -> None:
    assert speed_up(2, undivided(of_two)) == pytest.approx(of_two)


@given(st.integers(1, 10_000), st.floats(0, 1))
def test_no_number_of_processes_is_quicker_than_itself_or_slower_than_one(processes: int, share: float) -> None:
    assert speed_up(processes, share) == pytest.approx(min(processes, max(1, speed_up(processes, share))))


def test_a_million_reports_at_a_thousand_an_hour_take_a_thousand_hours() -> None:
    assert hours_a_million(1000 / 3600) == pytest.approx(1000)
    assert cpu_hours_a_million(3600, 1000) == pytest.approx(1000)
