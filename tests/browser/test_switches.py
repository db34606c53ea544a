"""Basis, clock and filters in the real app: the map is told anew, and the state is in the address."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from map_on_page import MapOnPage
from playwright.sync_api import expect

from geo.app.switches import LABELS
from geo.view.filters import EVERYTHING, offered
from geo.view.view import View, looked_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from geo.pipeline import Dataset

DEH_SALAH = "AF0908"
SIZES = [{"width": 1440, "height": 900}, {"width": 390, "height": 844}]


@pytest.fixture
def open_app(app: str, open_page: Callable[..., Page], seeds: Dataset) -> Callable[..., MapOnPage]:
    """Opens the app at an address, on Deh Salah."""

    def opened(words: str = "", size: dict[str, int] = SIZES[0]) -> MapOnPage:
        page = open_page(f"{app}/?place={DEH_SALAH}&day=2021-08-25{words}", size)
        shown = MapOnPage(page, page.frame_locator("iframe"), seeds.start)
        shown.evidence().locator("h2", has_text="Deh Salah").wait_for()
        expect(shown.find("#day")).to_have_text("25 Aug 2021")
        return shown

    return opened


def has_status(shown: MapOnPage, status: str) -> None:
    expect(shown.area(DEH_SALAH)).to_have_attribute("data-status", status)


@pytest.mark.parametrize("size", SIZES, ids=["desktop", "phone"])
def test_a_basis_repaints_the_map_and_keeps_day_place_and_view(
    open_app: Callable[..., MapOnPage], size: dict[str, int]
) -> None:
    shown = open_app(size=size)
    has_status(shown, "contested")
    before = shown.view()
    shown.page.get_by_text("Taliban's word", exact=True).first.click()
    has_status(shown, "held")
    shown.evidence().get_by_text("Held by the Taliban").wait_for()
    assert shown.day() == date(2021, 8, 25)
    assert shown.view() == before
    expect(shown.page).to_have_url(re.compile("basis=taliban"))
    shown.page.get_by_text("All claims", exact=True).click()
    has_status(shown, "contested")


def test_as_known_that_day_knows_no_later_report(open_app: Callable[..., MapOnPage]) -> None:
    shown = open_app()
    shown.go_to(date(2021, 8, 20))
    shown.evidence().locator("blockquote").first.wait_for()
    shown.page.get_by_text("as known that day").click()
    has_status(shown, "unknown")
    shown.evidence().get_by_text("Unknown").first.wait_for()
    assert not shown.evidence().locator("blockquote").count()


def test_a_filter_reaches_the_map(open_app: Callable[..., MapOnPage]) -> None:
    shown = open_app()
    shown.page.get_by_role("button", name="Filters").click()
    words = shown.page.get_by_label("Words in quote or place")
    words.fill("cleansed")
    words.press("Enter")
    has_status(shown, "claimed")
    shown.page.get_by_role("button", name="Filters (1)").wait_for()
    expect(shown.page).to_have_url(re.compile("text=cleansed"))


@pytest.mark.parametrize(("name", "label"), LABELS.items(), ids=LABELS)
def test_each_filter_reaches_map_tables_and_address(
    open_app: Callable[..., MapOnPage], seeds: Dataset, name: str, label: str
) -> None:
    value = offered(seeds)[name][-1]
    shown = open_app()
    page = shown.page
    page.get_by_role("button", name="Filters").click()
    page.get_by_role("combobox", name=label).click()
    sides = {side.id: side.name for side in seeds.profile.sides}
    page.get_by_role("option", name=sides.get(value, value), exact=True).click()
    page.get_by_text("Filters (1)").wait_for()
    left = looked_at(seeds, View(filters=replace(EVERYTHING, **{name: (value,)})))
    # Found by its role it is not: while a list of choices is open, what is behind it is hidden from assistive tools.
    expect(page.locator("[role=tab]", has_text=f"Claims ({len(left.claims)})")).to_be_visible()
    expect(page).to_have_url(re.compile(f"[?&]{name}="))
    assert parse_qs(urlsplit(page.url).query)[name] == [value]
    day = date(2021, 8, 25)
    wanted = {one.place: one.status.value for one in left.periods if one.start <= day < one.end}
    has_status(shown, wanted[DEH_SALAH])
    assert {place: wanted[place] for place in shown.statuses()} == shown.statuses()


def test_an_address_opens_what_it_says(open_app: Callable[..., MapOnPage]) -> None:
    shown = open_app("&basis=taliban&action=takes")
    has_status(shown, "held")
    shown.page.get_by_role("button", name="Filters (1)").wait_for()
    assert "place=AF0908" in shown.page.url
