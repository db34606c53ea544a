"""The instrument at the foot of the map: exact dates, the changes of a place, the loop."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from map_on_page import MapOnPage

    from geo.pipeline import Dataset

    OpenMap = Callable[..., MapOnPage]

DEH_SALAH = "AF0908"
SIZES = [{"width": 1440, "height": 900}, {"width": 390, "height": 844}]


@pytest.mark.parametrize("size", SIZES, ids=["desktop", "phone"])
@pytest.mark.parametrize("typed", ["2021-08-21", "21 Aug 2021", "21 august 2021"])
def test_an_exact_date_can_be_typed(open_map: OpenMap, size: dict[str, int], typed: str) -> None:
    shown = open_map(size)
    shown.find("#date").fill(typed)
    assert shown.day() == date(2021, 8, 21)
    assert shown.find("#day").inner_text() == "21 Aug 2021"
    shown.find("#back").click()
    assert shown.find("#date").input_value() == "20 Aug 2021"


def test_a_date_can_be_picked_from_the_calendar(open_map: OpenMap) -> None:
    shown = open_map()
    shown.find("#pick").fill("2021-08-22")
    assert shown.day() == date(2021, 8, 22)
    assert shown.find("#date").input_value() == "22 Aug 2021"


@pytest.mark.parametrize("typed", ["31 June 2021", "tomorrow", "2021-8", ""])
def test_what_is_no_date_leaves_the_day(open_map: OpenMap, typed: str) -> None:
    shown = open_map()
    shown.go_to(date(2021, 8, 25))
    shown.find("#date").fill(typed)
    shown.find("#date").press("Enter")
    assert shown.day() == date(2021, 8, 25)
    assert shown.find("#date").input_value() == "25 Aug 2021"


@pytest.mark.parametrize(("typed", "shown_day"), [("1996-09-27", "start"), ("2031-01-01", "last")])
def test_a_date_outside_the_map_shows_its_nearest_day(
    open_map: OpenMap, seeds: Dataset, typed: str, shown_day: str
) -> None:
    shown = open_map()
    shown.go_to(date(2021, 8, 25))
    shown.find("#date").fill(typed)
    assert shown.day() == date(2021, 8, 25)  # it may be half typed
    shown.find("#date").blur()
    wanted = seeds.start if shown_day == "start" else seeds.end - timedelta(days=1)
    assert shown.day() == wanted
    assert shown.find("#date").input_value() == f"{wanted.day} {wanted:%b %Y}"


@pytest.mark.parametrize("size", SIZES, ids=["desktop", "phone"])
def test_the_changes_of_the_chosen_place_are_one_click_apart(
    open_map: OpenMap, seeds: Dataset, size: dict[str, int]
) -> None:
    shown = open_map(size)
    shown.go_to(seeds.start)
    shown.choose(DEH_SALAH)
    visited = []
    forward = shown.find("#change-forward")
    while forward.get_attribute("aria-disabled") == "false":
        forward.click()
        visited.append((shown.day(), shown.painted(DEH_SALAH)))
    changes = [period.start for period in seeds.periods if period.place == DEH_SALAH and period.start > seeds.start]
    assert visited
    assert {day for day, _ in visited} <= set(changes)
    painted = [colours for _, colours in visited]
    assert all(one != following for one, following in pairwise(painted))
    for day, _ in reversed(visited[:-1]):
        shown.find("#change-back").click()
        assert shown.day() == day
    label = shown.find("#change-forward").get_attribute("aria-label") or ""
    assert label.startswith("Next change of the chosen place: ")


def test_in_a_loop_the_first_day_follows_the_last(open_map: OpenMap, seeds: Dataset) -> None:
    shown = open_map()
    shown.find("#loop").click()
    assert shown.find("#loop").get_attribute("aria-pressed") == "true"
    shown.go_to(seeds.end - timedelta(days=2))
    shown.find("#speed").select_option("1000")
    shown.find("#play").click()
    shown.find("#back:disabled").wait_for()  # the first day
    shown.find("#play.playing").click()
    assert shown.day() < seeds.end - timedelta(days=2)


@pytest.mark.parametrize("size", SIZES, ids=["desktop", "phone"])
def test_every_part_of_the_instrument_can_be_hit(open_map: OpenMap, size: dict[str, int]) -> None:
    shown = open_map(size)
    steps = ("#back", "#forward", "#change-back", "#change-forward")
    for selector in ("#play", *steps, "#loop", "#date", "#pick", "#speed"):
        box = shown.find(selector).bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= size["width"]
