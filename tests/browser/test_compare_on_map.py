"""Two days compared on the map: one is held, the slider shows the other."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from map_on_page import MapOnPage

    from geo.pipeline import Dataset

    OpenMap = Callable[..., MapOnPage]

DEH_SALAH, SILENT = "AF0908", "AF0911"
AUGUST_19, AUGUST_25 = date(2021, 8, 19), date(2021, 8, 25)
SIZES = [{"width": 1440, "height": 900}, {"width": 390, "height": 844}]


@pytest.mark.parametrize("size", SIZES, ids=["desktop", "phone"])
def test_what_changed_between_two_days_is_listed_and_set_apart(
    open_map: OpenMap, seeds: Dataset, size: dict[str, int]
) -> None:
    shown = open_map(size)
    shown.go_to(AUGUST_19)
    before = shown.statuses()
    shown.find("#compare").click()
    shown.go_to(AUGUST_25)
    after = shown.statuses()
    changed = {place for place in before if before[place] != after[place]}
    title = shown.find("#changes summary")
    expect(title).to_contain_text("changes from 19 Aug 2021")
    if size["width"] < 640:  # folded at first, so that the map is seen
        title.click()
    row = shown.find(".change", has_text="Deh Salah")
    assert row.locator(".was").inner_text() == "No live claim"
    assert row.locator(".is").inner_text() == "Contested: Resistance and Taliban"
    names = shown.find(".change b").all_inner_texts()
    assert {seeds.places[place].name for place in changed} <= set(names)
    faded = set(shown.find("path.area.same").evaluate_all("paths => paths.map(path => path.dataset.place)"))
    assert not faded & changed
    assert SILENT in faded
    row.click()
    shown.evidence().locator("h2", has_text="Deh Salah").wait_for()
    shown.find("#changes-end").click()
    expect(shown.find("#changes")).to_be_hidden()
    assert not shown.find("path.same").count()
