"""The switches and the address of the file that stands alone."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from map_on_page import MapOnPage
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from geo.pipeline import Dataset

DEH_SALAH = "AF0908"
SIZES = [{"width": 1440, "height": 900}, {"width": 390, "height": 844}]


@pytest.fixture
def open_file(file: str, open_page: Callable[..., Page], seeds: Dataset) -> Callable[..., MapOnPage]:
    """Opens the file at an address, on Deh Salah on 25 August."""

    def opened(words: str = "", size: dict[str, int] = SIZES[0]) -> MapOnPage:
        page = open_page(f"{file}#place={DEH_SALAH}&day=2021-08-25{words}", size)
        shown = MapOnPage(page, page, seeds.start)
        shown.evidence().locator("h2", has_text="Deh Salah").wait_for()
        return shown

    return opened


def has_status(shown: MapOnPage, status: str) -> None:
    expect(shown.area(DEH_SALAH)).to_have_attribute("data-status", status)


@pytest.mark.parametrize("size", SIZES, ids=["desktop", "phone"])
def test_a_basis_repaints_map_and_evidence_and_keeps_day_and_place(
    open_file: Callable[..., MapOnPage], size: dict[str, int]
) -> None:
    shown = open_file(size=size)
    has_status(shown, "contested")
    shown.page.get_by_role("button", name="Taliban's word").click()
    has_status(shown, "held")
    expect(shown.evidence().locator(".statement")).to_contain_text("Held by the Taliban")
    assert shown.day() == date(2021, 8, 25)
    expect(shown.page).to_have_url(re.compile("basis=taliban"))
    shown.page.get_by_role("button", name="All claims").click()
    has_status(shown, "contested")
    expect(shown.evidence().locator(".statement")).to_contain_text("Contested since")


def test_as_known_that_day_knows_no_later_report(open_file: Callable[..., MapOnPage]) -> None:
    shown = open_file()
    shown.go_to(date(2021, 8, 20))
    has_status(shown, "held")
    clock = shown.page.get_by_role("button", name="as known that day")
    clock.click()
    expect(clock).to_have_attribute("aria-pressed", "true")
    has_status(shown, "unknown")
    assert not shown.evidence().locator("blockquote").count()


def test_an_address_opens_what_it_says(open_file: Callable[..., MapOnPage]) -> None:
    shown = open_file("&basis=taliban&clock=known")
    has_status(shown, "held")
    assert shown.day() == date(2021, 8, 25)
    for name in ("Taliban's word", "as known that day"):
        expect(shown.page.get_by_role("button", name=name)).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("words", ["&basis=nobody", "&clock=%00", "&basis=%E0%A4%A"])
def test_an_address_that_means_nothing_is_passed_over(open_file: Callable[..., MapOnPage], words: str) -> None:
    has_status(open_file(words), "contested")
