"""The whole page by keyboard: every part is a few keys away, in the order of the page, and says what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from map_on_page import click_until
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

SIZES = [{"width": 1440, "height": 900}, {"width": 390, "height": 844}]
STOPS = 60
# What has the focus, by its name; in the map's frame, the page itself only knows of the frame.
FOCUSED = """() => {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  if (!found || found === document.body || found.tagName === "IFRAME") return "";
  const name = found.getAttribute("aria-label") || found.labels?.[0]?.innerText || found.innerText || found.title;
  return `${found.tagName.toLowerCase()}: ${name}`;
}"""
ABOVE_THE_MAP = (
    "button: How to read this map",
    "button: Your reports",
    "button: All claims",
    "button: ⟲ as known that day",
    "button: Filters",
)
PARTS = (
    *ABOVE_THE_MAP,
    "button: Play the days",
    "input: Day",
    "input: Go to a day",
    "button: Compare with another day",
    "input: Place",
    "div: Evidence",
    "summary: One thing would change this",
    "button: open report",
    "div: Timeline",
)


def settled(page: Page) -> None:
    """Every part of the page is there: Streamlit fetches a widget's code only when one is first shown."""
    page.locator("[data-test-script-state=notRunning]").wait_for()
    page.get_by_role("tab", name="Timeline").wait_for()
    for part in ABOVE_THE_MAP:
        page.locator("button", has_text=part.removeprefix("button: ")).first.wait_for()


def stops(page: Page) -> Iterator[str]:
    """What the tab key reaches, from the top of the page on."""
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        yield next(filter(None, (frame.evaluate(FOCUSED) for frame in page.frames)), "")


@pytest.mark.parametrize("size", SIZES, ids=["desktop", "phone"])
def test_every_part_is_reached_in_the_order_of_the_page(
    app: str, open_page: Callable[..., Page], size: dict[str, int]
) -> None:
    page = open_page(f"{app}/?place=AF0907&day=2021-08-25", size)
    page.frame_locator("iframe").locator("path.area").first.wait_for(state="attached")
    page.locator(".evidence h2", has_text="Andarab").wait_for()
    settled(page)
    wanted, reached = list(PARTS), []
    for name in stops(page):
        reached.append(name)
        if wanted and name.startswith(wanted[0]):
            wanted.pop(0)
        if not wanted:
            break
    assert not wanted, reached


def test_claims_and_lanes_lead_to_the_map(app: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{app}/?place=AF0907&day=2021-08-25")
    page.locator(".evidence h2", has_text="Andarab").wait_for()
    click_until(
        page.locator(".st-key-timeline .mark-rect path").first, page.locator(".evidence h2", has_text="Panjshir")
    )
    page.get_by_role("tab", name="Timeline").press("ArrowRight")
    page.get_by_role("tab", name="Claims").press("Enter")
    table = page.locator(".st-key-claims canvas").first
    table.wait_for()
    table.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift+Space")
    page.locator(".evidence h2", has_text="Pul-e Hisar").wait_for()
    expect(page.frame_locator("iframe").locator("#day")).to_have_text("21 Aug 2021")
