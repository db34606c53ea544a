"""The tabs under the map: they show, list and give out exactly what the filters let through."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import geopandas as gpd
import pytest
from map_on_page import click_in_sight
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from geo.pipeline import Dataset

SIZES = [{"width": 1440, "height": 900}, {"width": 390, "height": 844}]


def opened(page: Page) -> Page:
    """The page once its map is there and nothing moves any more."""
    page.frame_locator("iframe").locator("path.area").first.wait_for(state="attached")
    page.locator(".evidence h2").wait_for()
    return page


def test_a_download_is_what_the_filters_show_and_says_so(
    app: str, open_page: Callable[..., Page], seeds: Dataset
) -> None:
    page = opened(open_page(f"{app}/?action=besieges"))
    page.get_by_role("tab", name="Downloads").click()
    with page.expect_download() as coming:
        page.get_by_role("button", name="Claims, GeoJSON").press("Enter")
    content = coming.value.path().read_bytes()
    wanted = {claim.id for claim in seeds.claims if claim.action == "besieges"}
    assert wanted
    assert set(gpd.read_file(io.BytesIO(content))["id"]) == wanted
    assert json.loads(content)["shows"] == "Basis: All claims. Clock: day of the event. Filters: action besieges."


@pytest.mark.parametrize("size", SIZES, ids=["desktop", "phone"])
def test_two_days_are_compared(app: str, open_page: Callable[..., Page], size: dict[str, int]) -> None:
    page = opened(open_page(app, size))
    click_in_sight(page.get_by_role("tab", name="Compare days"))
    listed = page.get_by_role("tabpanel", name="Compare days").locator(".records")
    listed.locator("td").first.wait_for()
    assert "On 15 August 2021" in listed.locator("thead").text_content()
    page.get_by_role("button", name="Show both days on the map").press("Enter")
    inside = page.frame_locator("iframe")
    expect(inside.locator("#changes-title")).to_contain_text("from 15 Aug 2021")
    expect(inside.locator("#day")).to_have_text("10 Sep 2021")
    expect(inside.locator("path.same").first).to_be_attached()
    listed.get_by_role("button", name="Panjshir, province").press("Enter")
    page.locator(".evidence h2", has_text="Panjshir").wait_for()
    expect(inside.locator("#changes-title")).to_contain_text("from 15 Aug 2021")
    day = page.get_by_role("spinbutton", name="day, From")
    day.focus()
    page.keyboard.type("25")
    page.get_by_role("button", name="Show both days on the map").focus()  # the field is taken once it is left
    expect(inside.locator("#changes-title")).to_contain_text("from 25 Aug 2021")
    expect(listed.locator("thead")).to_contain_text("On 25 August 2021")
    inside.locator("#changes-end").press("Enter") if size["width"] > 640 else inside.locator("#compare").press("Enter")
    expect(inside.locator("#changes")).to_be_hidden()
    expect(inside.locator("path.same")).to_have_count(0)


@pytest.mark.parametrize("size", SIZES, ids=["desktop", "phone"])
def test_timeline_and_claims_are_drawn(
    app: str, open_page: Callable[..., Page], seeds: Dataset, size: dict[str, int]
) -> None:
    page = opened(open_page(app, size))
    page.get_by_role("tab", name="Timeline").click()
    expect(page.locator(".st-key-timeline .mark-rect, .st-key-timeline canvas").first).to_be_visible()
    expect(page.locator(".st-key-timeline")).to_contain_text("Contested: Resistance and Taliban")
    page.get_by_role("tab", name="Claims").click()
    expect(page.get_by_text(f"{len(seeds.claims)} of {len(seeds.claims)} claims.")).to_be_visible()
    expect(page.locator(".st-key-claims canvas").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("size", SIZES, ids=["desktop", "phone"])
def test_lists_lead_to_the_words_of_the_report(app: str, open_page: Callable[..., Page], size: dict[str, int]) -> None:
    page = opened(open_page(app, size))
    page.get_by_role("tab", name="Unresolved (1)").press("Enter")
    listed = page.get_by_role("tabpanel", name="Unresolved").locator(".records")
    expect(listed).to_contain_text("The gazetteer holds no place named 'Danah'.")
    listed.get_by_role("button", name="In a massive victory").press("Enter")
    name = page.locator(".report-text > mark")
    expect(name).to_have_text("Danah")
    expect(name).to_be_in_viewport()
    page.get_by_role("tab", name="Reports (5)").press("Enter")
    listed = page.get_by_role("tabpanel", name="Reports").locator(".records")
    listed.get_by_role("button", name="Takes Back 3 Districts").press("Enter")
    page.locator(".evidence h2", has_text="Takes Back 3 Districts").wait_for()
    page.get_by_role("button", name="Back to the evidence").press("Enter")
    page.locator(".evidence h2", has_text="Andarab").wait_for()
