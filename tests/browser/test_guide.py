"""How to read the map: a key away in the app and in the file, in the colours of the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from map_on_page import MapOnPage

SIZES = [{"width": 1440, "height": 900}, {"width": 390, "height": 844}]


@pytest.mark.parametrize("size", SIZES, ids=["desktop", "phone"])
def test_how_to_read_the_map_is_a_key_away(open_map: Callable[..., MapOnPage], size: dict[str, int]) -> None:
    page = open_map(size).page
    page.get_by_role("button", name="How to read this map").press("Enter")
    guide = page.locator(".guide")
    guide.wait_for()
    text = guide.inner_text()
    for words in ("never “the truth”", "Stripes: contested.", "counts for 14 days", "an endorsement", "Corroborated"):
        assert words in text
    held = guide.locator("[data-look=held]").evaluate("key => getComputedStyle(key).backgroundColor")
    assert held == "rgb(0, 114, 178)"
    page.keyboard.press("Escape")
    expect(guide).to_be_hidden()
