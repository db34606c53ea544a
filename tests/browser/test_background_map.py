"""The background map: off until a reader turns it on, and then from its own server alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from map_on_page import MapOnPage
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"/>'
OPACITY = "path => getComputedStyle(path).fillOpacity"


def test_nothing_is_asked_of_the_network_before_the_background_map_is_turned_on(browser: Browser, file: str) -> None:
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(body=PICTURE, content_type="image/svg+xml")

    page = browser.new_page()
    page.route(re.compile("^https://"), answer)
    page.goto(file)
    shown = MapOnPage(page, page, None)
    area = shown.area("AF0911")
    expect(area).to_be_attached()
    assert not asked
    assert area.evaluate(OPACITY) == "1"
    switch = page.get_by_role("checkbox", name="Background map")
    expect(switch).to_have_accessible_description("Loads pictures of this area from tile.openstreetmap.org.")
    switch.check()
    expect(page.locator(".leaflet-tile-loaded").first).to_be_attached()
    assert {url.split("/")[2] for url in asked} == {"tile.openstreetmap.org"}
    assert float(area.evaluate(OPACITY)) < 0.2
    expect(page.get_by_text("© OpenStreetMap contributors", exact=True)).to_be_visible()
    switch.uncheck()
    expect(page.locator(".leaflet-tile")).to_have_count(0)
    assert area.evaluate(OPACITY) == "1"
    page.close()
