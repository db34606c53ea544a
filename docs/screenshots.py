"""Takes the pictures of the README from a running app.

Usage: start `streamlit run streamlit_app.py`, then `python docs/screenshots.py http://127.0.0.1:8501`. The browser is
the one that the environment variable CHROMIUM names, else Playwright's own.
"""
# ruff: noqa: INP001 - a script beside the documents, no package

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import expect, sync_playwright

if TYPE_CHECKING:
    from playwright.sync_api import Browser

DOCS = Path(__file__).parent
DEH_SALAH_ON_25_AUGUST = "place=AF0908&day=2021-08-25"


@dataclass(frozen=True, slots=True)
class Picture:
    """A file, the state of the page that it shows (as in its address), and the size in CSS pixels."""

    file: str
    state: str
    width: int
    height: int


PICTURES = (
    Picture("page.png", DEH_SALAH_ON_25_AUGUST, 1440, 900),
    Picture("basis.png", f"{DEH_SALAH_ON_25_AUGUST}&basis=taliban", 1440, 900),
    Picture("phone.png", DEH_SALAH_ON_25_AUGUST, 390, 844),
)


def take(browser: Browser, address: str, picture: Picture) -> None:
    """Take one picture.

    Args:
        browser: A running browser.
        address: Where the app runs.
        picture: What to take.
    """
    # Without motion no mark is caught halfway through its arrival.
    page = browser.new_page(viewport={"width": picture.width, "height": picture.height}, reduced_motion="reduce")
    page.goto(f"{address}/?{picture.state}")
    inside = page.frame_locator("iframe")
    expect(inside.locator("#day")).to_have_text("25 Aug 2021", timeout=60_000)
    page.locator(".evidence h2", has_text="Deh Salah").wait_for()
    status = "held" if "basis=" in picture.state else "contested"
    expect(inside.locator('path[data-place="AF0908"]')).to_have_attribute("data-status", status)
    expect(page.get_by_role("combobox", name="Place")).to_be_visible()
    page.get_by_role("tab", name="Downloads").wait_for()
    page.screenshot(path=DOCS / picture.file)
    page.close()


def main(address: str) -> None:
    """Take the pictures.

    Args:
        address: Where the app runs.
    """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"), args=["--no-sandbox"])
        for picture in PICTURES:
            take(browser, address, picture)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1])
