"""Measures one page in a real browser."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

from playwright.sync_api import Error

from benchmarks.page.assets import answer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import Browser, CDPSession, Frame, Locator, Page

SCRIPT = Path(__file__).with_name("timing.js").read_text("utf-8")
AREAS, STEPS, CLICKS, OPENINGS = 390, 300, 15, 5
WHOLE_MS = 120_000


@dataclass(frozen=True, slots=True)
class Spread:
    """Median and 95th percentile, in milliseconds."""

    median: float
    p95: float


@dataclass(frozen=True, slots=True)
class Steps:
    """What a step costs: its script, all work in the browser, the time until the frame is made, and processor time.

    The first three are by the clock, and longer where other programs run; `cpu` is the mean that the page's own thread
    was busy, in milliseconds.
    """

    script: Spread
    work: Spread
    frame: Spread
    cpu: float


def spread(values: Sequence[float]) -> Spread:
    """Median and 95th percentile of some measurements."""
    return Spread(median(values), quantiles(values, n=20)[-1])


def open_page(browser: Browser, address: str) -> tuple[Page, float]:
    """Open a page in a fresh context.

    Args:
        browser: A running browser.
        address: The page; whatever it asks of the network is answered from this machine.

    Returns:
        The page, and the milliseconds until its districts were on the map.
    """
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(WHOLE_MS)
    context.route("**/*", answer)
    page = context.new_page()
    start = time.perf_counter()
    page.goto(address, wait_until="commit", timeout=WHOLE_MS)
    map_frame(page)
    return page, 1000 * (time.perf_counter() - start)


def map_frame(page: Page) -> Frame:
    """The frame in which the districts are drawn, once they are."""
    deadline = time.monotonic() + WHOLE_MS / 1000
    while time.monotonic() < deadline:
        for frame in page.frames:
            if _areas(frame) >= AREAS:
                return frame
        page.wait_for_timeout(5)
    message = f"{page.url}: the districts were not on the map after {WHOLE_MS / 1000:.0f} s."
    raise RuntimeError(message)


def _areas(frame: Frame) -> int:
    try:
        return int(frame.evaluate("document.querySelectorAll('path.leaflet-interactive[d]').length"))
    except Error:  # the frame is being replaced
        return 0


def time_to_map(browser: Browser, address: str) -> float:
    """Median milliseconds until the map is there; the first opening warms the server and is not counted."""
    taken = []
    for _ in range(OPENINGS + 1):
        page, milliseconds = open_page(browser, address)
        page.context.close()
        taken.append(milliseconds)
    return median(taken[1:])


def steps(frame: Frame, call: str) -> Steps:
    """Measure steps of a slider inside a page.

    Args:
        frame: Where the slider is.
        call: A call of `timing.js`, for example `slide({selector: "#slider", from: 700, steps: 300})`.

    Returns:
        The measurements.
    """
    session = _session(frame)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    before = _busy(session)
    found = frame.evaluate(f"() => {SCRIPT}.{call}")
    cpu = (_busy(session) - before) / len(found["script"])
    return Steps(spread(found["script"]), spread(found["work"]), spread(found["frame"]), cpu)


def _session(frame: Frame) -> CDPSession:
    """DevTools of the process that draws the frame."""
    try:
        return frame.page.context.new_cdp_session(frame)
    except Error:  # it is drawn by the page's own process
        return frame.page.context.new_cdp_session(frame.page)


def _busy(session: CDPSession) -> float:
    """Milliseconds for which the frame's main thread has been busy."""
    metrics = {row["name"]: row["value"] for row in session.send("Performance.getMetrics")["metrics"]}
    return 1000 * float(metrics["TaskDuration"])


def clicks(page: Page, read: str) -> float:
    """Click on districts, each once.

    Args:
        page: The page.
        read: JavaScript for the page's main document that gives what the evidence shows, or nothing.

    Returns:
        Median milliseconds from the click to the evidence of the place that was clicked.
    """
    taken: list[float] = []
    for area in _clickable(page):
        page.evaluate(f"() => {SCRIPT}.watch(() => {read})")
        frame = map_frame(page)
        frame.evaluate(f'() => {SCRIPT}.mark("click")')
        spot = area.evaluate(f"element => {SCRIPT}.spot(element)")
        if spot is None:
            continue
        area.click(position=spot, force=True)
        start = frame.evaluate("window.marked")
        taken.append(page.evaluate("window.seen") - start)
        page.wait_for_timeout(400)  # what comes after the evidence is not measured with the next click
        if len(taken) == CLICKS:
            break
    return median(taken)


def _clickable(page: Page) -> Iterator[Locator]:
    for number in range(0, AREAS, 7):
        yield map_frame(page).locator("path.leaflet-interactive[d]").nth(number)


def redraws(page: Page, count: int) -> Spread:
    """Press the right arrow key on a Streamlit slider; the milliseconds until the map is drawn anew."""
    first = "document.querySelector('iframe').contentDocument.querySelectorAll('path.leaflet-interactive[d]')"
    taken = []
    page.get_by_role("slider").focus()
    for _ in range(count):
        page.evaluate(f"() => {SCRIPT}.watch(() => {first}.length >= {AREAS} && {first}[0])")
        page.evaluate(f'() => {SCRIPT}.mark("keydown")')
        page.keyboard.press("ArrowRight")
        taken.append(page.evaluate("window.seen.then((end) => end - window.marked)"))
        page.wait_for_timeout(300)
    return spread(taken)
