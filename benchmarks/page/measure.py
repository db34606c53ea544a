"""Claimline's page beside other ways of drawing the same days.

Afghanistan's 398 districts, 1,500 days, 10,000 invented claims, a real Chromium at 1440 by 900, no network.
"""

from __future__ import annotations

import gzip
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.fold import DAYS
from benchmarks.page.assets import need_packages
from benchmarks.page.browser import running_browser
from benchmarks.page.data import CLAIMS, invented
from benchmarks.page.rivals import picture, redrawn, slider_choropleth, timestamped
from benchmarks.page.servers import running
from benchmarks.page.timing import STEPS, Spread, Steps, clicks, map_frame, open_page, redraws, steps, time_to_map
from geo.map.layers import page_model
from geo.map.page import render_page
from geo.map.standalone import standalone_page

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from playwright.sync_api import Browser

    from benchmarks.suite.settings import Settings

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
    """One way of drawing.

    Attributes:
        name: What it is.
        first_map: Milliseconds from the address to the map, median.
        steps: A step of a day; None where each step draws the map anew.
        redraw: Milliseconds to draw it anew.
        click: Milliseconds from a click to the evidence, median; None where there is none.
        bytes: What is sent: the page, for `st_folium` at each step.
        gzip_bytes: The same, compressed.
    """

    name: str
    first_map: float
    steps: Steps | None
    redraw: Spread | None
    click: float | None
    bytes: int
    gzip_bytes: int


@dataclass(frozen=True, slots=True)
class Pages:
    """All ways of drawing.

    Attributes:
        claims: How many are drawn.
        days: Over how many days.
        periods: Of control, that the claims come to.
        rows: A way each.
    """

    claims: int
    days: int
    periods: int
    rows: tuple[Row, ...]


def measured(settings: Settings) -> Pages:
    """Measure every way, in a small try the first two."""
    need_packages()
    with running_browser() as browser:
        rows = tuple(way(browser) for way in tuple(WAYS.values())[: settings.size(len(WAYS), 2)])
    return Pages(CLAIMS, DAYS, len(invented()[0].periods), rows)


def claimline_app(browser: Browser) -> Row:
    """The app: the map in its frame, the evidence by Python."""
    with running("claimline_app.py") as address:
        opened = time_to_map(browser, address)
        page, _ = open_page(browser, address)
        page.locator(".evidence h2").wait_for()
        taken = steps(map_frame(page), OWN_SLIDER)
        click = clicks(page, HEADING)
        page.context.close()
    content = render_page(page_model(*invented())).encode()
    return Row("Claimline in the app", opened, taken, None, click, *_sent(content))


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
    return Row("st.slider + st_folium, each step", opened, None, redraw, click, *_sent(content))


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
    return Row(name, opened, taken, None, click, *_sent(content))


def _sent(content: bytes) -> tuple[int, int]:
    return len(content), len(gzip.compress(content))


WAYS: Mapping[str, Callable[[Browser], Row]] = {
    "app": claimline_app,
    "file": claimline_file,
    "st_folium": st_folium,
    "choropleth": choropleth,
    "timestamped": timestamped_geojson,
}
