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
    assert json.loads(content)["view"] == "Basis: All claims. Clock: day of the event. Filters: action besieges."


@pytest.mark.parametrize("size", SIZES, ids=["desktop", "phone"])
def test_two_days_are_compared(app: str, open_page: Callable[..., Page], size: dict[str, int]) -> None:
    page = opened(open_page(app, size))
    click_in_sight(page.get_by_role("tab", name="Compare days"))
    listed = page.get_by_role("tabpanel", name="Compare days").locator(".records")
    listed.locator("td").first.wait_for()
    assert "Kabul, district of Kabul" in listed.inner_text() or "Panjshir" in listed.inner_text()


@pytest.mark.parametrize("size", SIZES, ids=["desktop", "phone"])
def test_timeline_and_claims_are_drawn(
    app: str, open_page: Callable[..., Page], seeds: Dataset, size: dict[str, int]
) -> None:
    page = opened(open_page(app, size))
    page.get_by_role("tab", name="Timeline").click()
    expect(page.locator(".st-key-timeline .mark-rect, .st-key-timeline canvas").first).to_be_visible()
    page.get_by_role("tab", name="Claims").click()
    expect(page.get_by_text(f"{len(seeds.claims)} of {len(seeds.claims)} claims.")).to_be_visible()
    expect(page.locator(".st-key-claims canvas").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
