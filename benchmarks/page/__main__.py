"""Claimline's page beside other ways of drawing the same days.

`npm ci --prefix development`, `pip install ".[benchmark]"`, then `python -m benchmarks.page`. Afghanistan's 398
districts, 1,500 days, 10,000 invented claims, a real Chromium at 1440 by 900, no network. The browser is the one that
the environment variable CHROMIUM names, else `chromium` on the PATH, else Playwright's own.
"""

from __future__ import annotations

import argparse
import gzip
import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from benchmarks.page.assets import need_packages
from benchmarks.page.data import invented
from benchmarks.page.rivals import picture, redrawn, slider_choropleth, timestamped
from benchmarks.page.servers import running
from benchmarks.page.timing import STEPS, Spread, Steps, clicks, map_frame, open_page, redraws, steps, time_to_map
from geo.map.layers import page_model
from geo.map.page import render_page
from geo.map.standalone import standalone_page

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from playwright.sync_api import Browser

FIRST = 700
REDRAWS = 12
OWN_SLIDER = f'slide({{selector: "#slider", from: {FIRST}, steps: {STEPS}}})'
THEIR_SLIDER = f'slide({{selector: "input[type=range]", from: {FIRST}, steps: {STEPS}}})'
THEIR_BUTTON = 'press({selector: ".timecontrol-forward", steps: 30})'
HEADING = (
    "[...document.querySelectorAll('*')].map((one) => (one.shadowRoot || one).querySelector('.evidence h2'))"
    ".find(Boolean)?.textContent"
)
TEXT = "document.querySelector('[data-testid=stText]')?.textContent.split('\\n')[0]"


@dataclass(frozen=True, slots=True)
class Row:
    """One way of drawing; `click` and `steps` are None where there is no such thing."""

    name: str
    first_map: float
    steps: Steps | None
    redraw: Spread | None
    click: float | None
    content: bytes


def claimline_app(browser: Browser) -> Row:
    """The app: the map in its frame, the evidence by Python."""
    with running("claimline_app.py") as address:
        opened = time_to_map(browser, address)
        page, _ = open_page(browser, address)
        page.locator(".evidence h2").wait_for()
        taken = steps(map_frame(page), OWN_SLIDER)
        click = clicks(page, HEADING)
        page.context.close()
    return Row("Claimline in the app", opened, taken, None, click, render_page(page_model(*invented())).encode())


def claimline_file(browser: Browser) -> Row:
    """The one-file map: the same page with the evidence inside."""
    content = standalone_page(*invented()).encode()
    return _file(browser, "Claimline as one file", content, OWN_SLIDER, HEADING)


def st_folium(browser: Browser) -> Row:
    """A Streamlit slider, and the map drawn anew for each day."""
    with running("st_folium_app.py") as address:
        opened = time_to_map(browser, address)
        page, _ = open_page(browser, address)
        redraw = redraws(page, REDRAWS)
        click = clicks(page, TEXT)
        page.context.close()
    content = redrawn(picture(*invented()), FIRST).get_root().render().encode()
    return Row("st.slider + st_folium, each step", opened, None, redraw, click, content)


def choropleth(browser: Browser) -> Row:
    """Folium's `TimeSliderChoropleth`."""
    content = slider_choropleth(picture(*invented())).get_root().render().encode()
    return _file(browser, "TimeSliderChoropleth", content, THEIR_SLIDER)


def timestamped_geojson(browser: Browser) -> Row:
    """Folium's `TimestampedGeoJson`."""
    content = timestamped(picture(*invented())).get_root().render().encode()
    return _file(browser, "TimestampedGeoJson", content, THEIR_BUTTON)


def _file(browser: Browser, name: str, content: bytes, call: str, read: str | None = None) -> Row:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "map.html"
        path.write_bytes(content)
        opened = time_to_map(browser, path.as_uri())
        page, _ = open_page(browser, path.as_uri())
        taken = steps(map_frame(page), call)
        click = clicks(page, read) if read else None
        page.context.close()
    return Row(name, opened, taken, None, click, content)


WAYS: Mapping[str, Callable[[Browser], Row]] = {
    "app": claimline_app,
    "file": claimline_file,
    "st_folium": st_folium,
    "choropleth": choropleth,
    "timestamped": timestamped_geojson,
}
COLUMNS = (
    "first map ms",
    "script ms",
    "p95",
    "work ms",
    "p95",
    "to frame ms",
    "p95",
    "CPU ms",
    "click ms",
    "kB",
    "gzip kB",
)


def line(row: Row) -> str:
    """A row of the table."""
    taken = row.steps
    parts = [taken.script, taken.work, taken.frame] if taken else [None, None, row.redraw]
    spreads = [f"{value:.1f}" if value is not None else "" for part in parts for value in (part or (None, None))]
    spreads.append(f"{taken.cpu:.1f}" if taken else "")
    click = f"{row.click:.0f}" if row.click is not None else ""
    sizes = [f"{len(content) / 1000:,.0f}" for content in (row.content, gzip.compress(row.content))]
    return "| " + " | ".join([row.name, f"{row.first_map:,.0f}", *spreads, click, *sizes]) + " |\n"


def main() -> None:
    """Print a table, a line a way of drawing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=WAYS, action="append", help="measure only this; can be given more than once")
    asked = parser.parse_args()
    need_packages()
    sys.stdout.write("| " + " | ".join(["", *COLUMNS]) + " |\n|" + "---|" * (len(COLUMNS) + 1) + "\n")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"), args=["--no-sandbox"]
        )
        for name in asked.only or WAYS:
            sys.stdout.write(line(WAYS[name](browser)))
            sys.stdout.flush()
        browser.close()


if __name__ == "__main__":
    main()
