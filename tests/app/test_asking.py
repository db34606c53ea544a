"""Reasons are asked of the same claims, on the same basis and clock, as the map is coloured by."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, cast

import pytest
from small_world import SmallGazetteer, small_dataset
from written_claims import WEST, august

from geo.app import asking
from geo.app.asking import asked, find_origins
from geo.app.loading import Loaded, prepared, show
from geo.control.clock import Clock
from geo.control.inquiry import state_on
from geo.control.origins import origins
from geo.view.view import View

if TYPE_CHECKING:
    from gazetteer import Gazetteer

LINES = (
    "West red takes 20 by media",
    "West blue takes 22 says blue published 24",
    "East blue holds 21 says blue",
    "Province red holds 18 published 23",
    "West blue takes 25 by party",
)


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return prepared(small_dataset(*LINES), cast("Gazetteer", SmallGazetteer()), own=False)


@pytest.mark.parametrize("basis", ["claims", "corroborated", "blue"])
@pytest.mark.parametrize("clock", list(Clock))
def test_the_inquiry_has_the_states_of_the_map(loaded: Loaded, basis: str, clock: Clock) -> None:
    shown = show(loaded, View(basis=basis, clock=clock))
    days = (loaded.dataset.end - loaded.dataset.start).days
    for day in (loaded.dataset.start + timedelta(days=number) for number in range(days)):
        ask = asked(loaded, shown, day)
        assert ask is not None
        for place in loaded.dataset.places:
            state, period = state_on(place, day, ask), shown.desk.book.period(place, day)
            assert (state.status, state.holder) == (period.status, period.holder)


def test_the_origins_of_many_reports_come_later_and_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    data = small_dataset(*LINES)
    assert find_origins(data).done()
    monkeypatch.setattr(asking, "FEW", -1)
    assert find_origins(data).result(timeout=60) == origins(data.reports, data.claims)


def test_nothing_is_asked_before_the_origins_are_there(loaded: Loaded) -> None:
    waiting = replace(loaded, origins=Future())
    assert asked(waiting, show(loaded, View()), august(20)) is None
    assert asked(loaded, show(loaded, View()), august(20)) is not None
    assert WEST.id in loaded.signals
