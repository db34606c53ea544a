"""The state of the page in its address."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.app.address import read_place_and_day, read_view, write_address
from geo.app.choice import Choice
from geo.control.clock import Clock
from geo.view.filters import Filters
from geo.view.view import View

START, END = date(2021, 8, 15), date(2021, 9, 11)
OPENING = Choice("XX0101", date(2021, 8, 20))
PLACES = {"XX0101", "XX0102"}
BASES = {"claims", "corroborated", "red"}
CHOICES = {
    "side": ("blue", "red"),
    "action": ("holds", "takes"),
    "assertion": ("asserted", "denied"),
    "publisher": ("A & B", "not named"),
    "kind": ("district",),
}


def some(values: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.sets(st.sampled_from(values)).map(lambda chosen: tuple(sorted(chosen)))


VIEWS = st.builds(
    View,
    basis=st.sampled_from(sorted(BASES)),
    clock=st.sampled_from(Clock),
    filters=st.builds(Filters, **{name: some(values) for name, values in CHOICES.items()}, text=st.text(max_size=20)),
)


@given(VIEWS, st.sampled_from(sorted(PLACES)), st.dates(START, date(2021, 9, 10)))
def test_an_address_restores_what_wrote_it(view: View, place: str, day: date) -> None:
    words = write_address(place, day, view)
    assert read_view(words, BASES, CHOICES) == view
    assert read_place_and_day(words, OPENING, PLACES, START, END) == Choice(place, day)


@pytest.mark.parametrize(
    "words",
    [
        {},
        {"basis": ["nobody"], "clock": ["cuckoo"], "side": ["green"], "action": [], "kind": ["{{7*7}}"]},
    ],
)
def test_what_an_address_should_not_say_is_left_out(words: dict[str, list[str]]) -> None:
    assert read_view(words, BASES, CHOICES) == View()


def test_a_wrong_place_or_day_shows_the_opening() -> None:
    words = {"place": ["nowhere"], "day": ["yesterday"]}
    assert read_place_and_day(words, OPENING, PLACES, START, END) == OPENING


def test_the_usual_view_leaves_the_address_short() -> None:
    assert write_address(None, START, View()) == {"day": ["2021-08-15"]}
