"""Takes the pictures of the README from a running app.

Usage: start `streamlit run streamlit_app.py`, then `python docs/screenshots.py http://127.0.0.1:8501`. The browser is
the one that the environment variable CHROMIUM names, else Playwright's own.
"""
# ruff: noqa: INP001 - a script beside the documents, no package

from __future__ import annotations

import os
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

DOCS = Path(__file__).parent
SIZE = {"width": 1440, "height": 900}
DAY_25_AUGUST = "10"
DEH_SALAH = "AF0908"
# A spot of the area that nothing covers, as a corner's distance.
SPOT = """path => {
  const box = path.getBoundingClientRect();
  for (let part = 0.5; part < 1; part += 0.05) {
    const x = box.width * part, y = box.height * part;
    if (document.elementFromPoint(box.left + x, box.top + y) === path) return {x, y};
  }
}"""


def main(address: str) -> None:
    """Take the pictures.

    Args:
        address: Where the app runs.
    """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"), args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE)
        page.goto(address)
        inside = page.frame_locator("iframe")
        inside.locator("#slider").fill(DAY_25_AUGUST)
        area = inside.locator(f'path[data-place="{DEH_SALAH}"]')
        area.click(position=area.evaluate(SPOT))
        page.locator(".evidence h2", has_text="Deh Salah").wait_for()
        page.locator(".evidence").get_by_text("since").first.wait_for()
        inside.locator("#legend").hover()
        inside.locator(".tip").wait_for(state="detached")
        page.screenshot(path=DOCS / "page.png")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1])
