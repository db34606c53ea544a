"""axe-core finds no serious fault in the app, in the map inside it, and in the one-file map."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from map_on_page import MapOnPage
    from playwright.sync_api import Browser, Frame

    OpenMap = Callable[..., MapOnPage]

# The package brings axe-core itself; its own runner looks only at the outer page, not into the map's frame.
AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
SIZES = [{"width": 1440, "height": 900}, {"width": 390, "height": 844}]
GRAVE = {"serious", "critical"}


def faults(frame: Frame) -> list[str]:
    """What axe-core finds, one line a fault: how grave, which rule, where."""
    frame.evaluate(AXE)
    found = frame.evaluate("() => axe.run(document, {resultTypes: ['violations'], iframes: false})")
    return [
        f"{fault['impact']} {fault['id']}: {node['target']}" for fault in found["violations"] for node in fault["nodes"]
    ]


@pytest.mark.parametrize("size", SIZES, ids=["desktop", "phone"])
def test_no_serious_fault_is_found(open_map: OpenMap, size: dict[str, int]) -> None:
    shown = open_map(size)
    shown.find("#compare").click()
    shown.find("#back").click()
    shown.find("#credits summary").click()
    found = [fault for frame in shown.page.frames for fault in faults(frame)]
    assert not [fault for fault in found if fault.split()[0] in GRAVE]


def test_nothing_moves_for_those_who_want_no_motion(browser: Browser, file: str) -> None:
    page = browser.new_page(reduced_motion="reduce")
    page.goto(file)
    page.locator("path.area").first.wait_for(state="attached")
    before = page.locator("path.area").first.get_attribute("d")
    page.locator(".leaflet-control-zoom-in").click()
    assert not page.locator(".leaflet-zoom-anim").count()
    assert page.locator("path.area").first.get_attribute("d") != before
    page.locator("#slider").fill("7")
    moving = "[...document.querySelectorAll('*')].filter(one => getComputedStyle(one).animationName !== 'none').length"
    assert page.locator(".fight").count()
    assert not page.evaluate(moving)
    page.close()
