"""Reasons are asked of the same claims, on the same basis and clock, as the map is coloured by."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import replace
from datetime import timedelta

import pytest
from small_world import small_dataset
from written_claims import WEST, august

from geo.control.clock import Clock
from geo.control.inquiry import state_on
from geo.control.origins import origins
from geo.holdings import memory
from geo.holdings.memory import InMemory, find_origins, in_memory
from geo.view.view import View

LINES = (
    "West red takes 20 by media",
    "West blue takes 22 says blue published 24",
    "East blue holds 21 says blue",
    "Province red holds 18 published 23",
    "West blue takes 25 by party",
)


@pytest.fixture(scope="module")
def held() -> InMemory:
    return in_memory(small_dataset(*LINES))


@pytest.mark.parametrize("basis", ["claims", "corroborated", "blue"])
@pytest.mark.parametrize("clock", list(Clock))
def test_the_inquiry_has_the_states_of_the_map(held: InMemory, basis: str, clock: Clock) -> None:
    shown = held.seen(View(basis=basis, clock=clock))
    days = (held.whole.end - held.whole.start).days
    for day in (held.whole.start + timedelta(days=number) for number in range(days)):
        for place in held.whole.places:
            ask = shown.inquiry(place, day)
            assert ask is not None
            state, period = state_on(place, day, ask), shown.book(place, day).period(place, day)
            assert (state.status, state.holder) == (period.status, period.holder)


def test_the_origins_of_many_reports_come_later_and_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    data = small_dataset(*LINES)
    assert find_origins(data).done()
    monkeypatch.setattr(memory, "FEW", -1)
    assert find_origins(data).result(timeout=60) == origins(data.reports, data.claims)


def test_nothing_is_asked_before_the_origins_are_there(held: InMemory) -> None:
    waiting = replace(held, origins=Future())
    assert waiting.inquiry(WEST.id, august(20)) is None
    assert held.inquiry(WEST.id, august(20)) is not None
    assert WEST.id in held.signals
