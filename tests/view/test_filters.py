"""Filters let through what they say, and a view is what they let through, folded anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from small_world import small_dataset

from geo.control.clock import Clock
from geo.view.filters import EVERYTHING, NO_PUBLISHER, Filters, filtered, offered
from geo.view.view import View, bases, looked_at, view_words

LINES = (
    "West red takes 20 by media",
    "West blue takes 22 says blue",
    "East red fights 23 from blue",
    "Village red holds 24 denied",
)


@pytest.mark.parametrize(
    ("filters", "shown"),
    [
        (EVERYTHING, [0, 1, 2, 3]),
        (Filters(side=("blue",)), [1, 2]),
        (Filters(side=("blue", "red")), [0, 1, 2, 3]),
        (Filters(action=("takes",)), [0, 1]),
        (Filters(action=("takes",), side=("red",)), [0]),
        (Filters(assertion=("denied",)), [3]),
        (Filters(kind=("village",)), [3]),
        (Filters(publisher=(NO_PUBLISHER,)), [0, 1, 2, 3]),
        (Filters(publisher=("Elsewhere",)), []),
        (Filters(text="EAST"), [2]),
        (Filters(text="west media"), [0]),
        (Filters(text="nothing of it"), []),
    ],
)
def test_filters_let_through_what_they_say(filters: Filters, shown: list[int]) -> None:
    data = small_dataset(*LINES)
    assert filtered(data, filters) == tuple(data.claims[number] for number in shown)


def test_what_can_be_chosen_is_what_occurs() -> None:
    found = offered(small_dataset(*LINES))
    assert found["side"] == ("blue", "red")
    assert found["action"] == ("fights", "holds", "takes")
    assert found["publisher"] == (NO_PUBLISHER,)


def status(view: View, day: date, place: str = "XX0101") -> str:
    periods = looked_at(small_dataset(*LINES), view).periods
    return next(str(one.status) for one in periods if one.place == place and one.start <= day < one.end)


@pytest.mark.parametrize(
    ("view", "day", "told"),
    [
        (View(), date(2021, 8, 22), "contested"),
        (View(basis="blue"), date(2021, 8, 22), "held"),
        (View(basis="blue"), date(2021, 8, 21), "unknown"),
        (View(basis="corroborated"), date(2021, 8, 22), "unknown"),
        (View(filters=Filters(side=("blue",))), date(2021, 8, 22), "claimed"),
        (View(clock=Clock.KNOWN), date(2021, 8, 19), "unknown"),
    ],
)
def test_a_view_is_folded_from_its_claims(view: View, day: date, told: str) -> None:
    assert status(view, day) == told


def test_the_known_clock_shows_nothing_before_it_was_published() -> None:
    data = small_dataset("West red takes 18 by media published 21")
    seen = {}
    for clock in Clock:
        periods = looked_at(data, replace(View(), clock=clock)).periods
        seen[clock] = next(one.start for one in periods if one.place == "XX0101" and one.status.value == "held")
    assert seen == {Clock.EVENT: date(2021, 8, 18), Clock.KNOWN: date(2021, 8, 21)}


def test_a_view_is_told_in_words() -> None:
    names = bases(small_dataset().profile)
    assert names["blue"] == "Blue side's word"
    assert view_words(View(), names) == "Basis: All claims. Clock: day of the event. Filters: none."
    view = View("corroborated", Clock.KNOWN, Filters(side=("red", "blue"), text="Banu"))
    assert view_words(view, names) == (
        "Basis: Corroborated. Clock: as known that day. Filters: side red or blue; text 'Banu'."
    )
