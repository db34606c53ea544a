"""What can be read and seen at once: names that do not cover one another, and coloured places outside the view."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from small_world import SmallGazetteer, small_dataset

from geo.map.standalone import write_map

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from map_on_page import MapOnPage
    from playwright.sync_api import Locator, Page

    OpenMap = Callable[..., MapOnPage]

SIZES = [{"width": 1440, "height": 900}, {"width": 390, "height": 844}]
KABUL = "AF0101"
BOXES = """names => names.filter(name => !name.hidden).map(name => {
  const box = name.getBoundingClientRect();
  return [name.textContent, box.left, box.top, box.right, box.bottom];
})"""


def overlapping(names: Locator) -> list[tuple[str, str]]:
    """Pairs of names that are written over one another."""
    boxes = names.evaluate_all(BOXES)
    apart = lambda a, b: a[3] <= b[1] or b[3] <= a[1] or a[4] <= b[2] or b[4] <= a[2]  # noqa: E731 - read once, here
    return [(one[0], other[0]) for one, other in combinations(boxes, 2) if not apart(one, other)]


@pytest.mark.parametrize("size", SIZES, ids=["desktop", "phone"])
def test_no_name_covers_another_however_near_one_looks(
    file: str, open_page: Callable[..., Page], size: dict[str, int]
) -> None:
    page = open_page(file, size)
    page.locator(".label").first.wait_for()
    counts = []
    for _ in range(3):
        assert not overlapping(page.locator(".label"))
        counts.append(page.locator(".label:not([hidden])").count())
        page.locator(".leaflet-control-zoom-in").click()
        page.locator(".leaflet-zoom-anim").first.wait_for(state="detached")
    assert max(counts) > 4


def test_without_districts_towns_and_provinces_are_named(open_page: Callable[[str], Page], tmp_path: Path) -> None:
    gazetteer = SmallGazetteer(without=("XX0101", "XX0102"))
    data = small_dataset("Seat red takes 20", "Seat red takes 21", "Village blue takes 20", gazetteer=gazetteer)
    write_map(data, gazetteer, tmp_path / "map.html")
    page = open_page((tmp_path / "map.html").as_uri())
    marks = {}
    for day in (0, 5):  # before and on the first day with claims
        page.locator("#slider").fill(str(day))
        marks[day] = page.locator("path.town").first.bounding_box()["width"]
    assert marks[5] > marks[0]
    for _ in range(4):
        page.locator(".leaflet-control-zoom-out").click()
        page.locator(".leaflet-zoom-anim").first.wait_for(state="detached")
    for name, kind in (("Seat", "town"), ("Province", "unit")):
        expect(page.locator(f".label-{kind}", has_text=name)).to_be_visible()
    assert not overlapping(page.locator(".label"))
    expect(page.locator(".evidence h2")).to_have_text("Seat")  # the place with most claims, though it is no area


def test_coloured_places_outside_the_view_are_one_click_away(open_map: OpenMap) -> None:
    shown = open_map()
    shown.go_to(date(2021, 8, 25))
    outside = shown.find("#outside")
    expect(outside).to_have_text("1 place outside this view")
    outside.click()
    expect(outside).to_be_hidden()
    instrument, kabul = shown.find("#instrument").bounding_box(), shown.area(KABUL).bounding_box()
    assert instrument is not None
    assert kabul is not None
    assert kabul["y"] + kabul["height"] < instrument["y"]
    shown.go_to(date(2021, 8, 15))
    expect(outside).to_be_hidden()
