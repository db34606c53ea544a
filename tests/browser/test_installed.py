"""The demo as a wheel installs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from playwright.sync_api import Page


def test_the_demo_starts_from_an_installed_wheel_in_an_empty_folder(
    run_installed: Callable[[], AbstractContextManager[str]], open_page: Callable[..., Page]
) -> None:
    with run_installed() as address:
        page = open_page(address)
        page.locator(".evidence h2", has_text="Andarab").wait_for()
        expect(page.frame_locator("iframe").locator('path[data-place="AF0907"]')).to_have_count(1)
        # The page's own colours: its settings were found beside it.
        ground = page.locator(".stApp").evaluate("one => getComputedStyle(one).backgroundColor")
        assert ground == "rgb(251, 250, 247)"
