"""A real Chromium with the network refused, and the real app on a free port."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page, Playwright, Route

ROOT = Path(__file__).parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
START_SECONDS = 120
DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}


def chromium_path(playwright: Playwright) -> str:
    """The browser to use: `CHROMIUM`, one on the PATH, or Playwright's own."""
    own = playwright.chromium.executable_path
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if found or Path(own).exists():
        return found or own
    message = (
        "The browser tests need a Chromium. Install Debian's package `chromium`, or run "
        "`python -m playwright install chromium`, or set CHROMIUM to the program's path."
    )
    raise pytest.UsageError(message)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        # A container's root user has no sandbox to start, and often no large /dev/shm.
        flags = ["--no-sandbox", "--disable-dev-shm-usage"]
        with closing(playwright.chromium.launch(executable_path=chromium_path(playwright), args=flags)) as running:
            yield running


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens an address in a fresh page. Anything but this machine is refused; errors on the page fail the test."""
    faults: list[str] = []
    contexts = []

    def refuse(route: Route) -> None:
        if route.request.url.startswith(("http://127.0.0.1:", "ws://127.0.0.1:", "file://", "data:", "blob:")):
            route.continue_()
        else:
            faults.append(f"asked for {route.request.url}")
            route.abort()

    def opened(address: str, *, size: dict[str, int] | None = None) -> Page:
        context = browser.new_context(viewport=size or DESKTOP, accept_downloads=True)
        contexts.append(context)
        context.route("**/*", refuse)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("dialog", lambda dialog: faults.append(f"a dialog said {dialog.message}"))
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not faults


@contextmanager
def running_app(*arguments: str) -> Iterator[str]:
    """The app in a process of its own; gives its address once it answers."""
    port = _free_port()
    flags = ("--server.port", str(port), "--server.address", "127.0.0.1", "--server.fileWatcherType", "none")
    command = (sys.executable, "-m", "streamlit", "run", "streamlit_app.py", *flags, "--", *arguments)
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=ROOT, stdout=quiet, stderr=quiet) as process:  # noqa: S603 - our own app
        try:
            _wait_until_it_answers(process, port)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


@pytest.fixture(scope="session")
def app() -> Iterator[str]:
    """Address of the app with the seeds."""
    with running_app() as address:
        yield address


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_it_answers(process: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            message = f"The app ended at once with status {process.returncode}."
            raise RuntimeError(message)
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    message = f"The app did not answer within {START_SECONDS} s."
    raise TimeoutError(message)
