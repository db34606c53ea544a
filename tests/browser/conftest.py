"""A real Chromium with the network refused, and the real app on a free port."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from built_wheel import unpacked_wheel
from map_on_page import MapOnPage
from playwright.sync_api import sync_playwright

from gazetteer import Gazetteer
from geo.map.standalone import write_map
from geo.pipeline import Dataset, build_dataset
from geo.profile import load_profile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from playwright.sync_api import Browser, Page, Playwright, Route

    Size = dict[str, int]
    OpenPage = Callable[[str, Size], Page]
    OpenMap = Callable[..., MapOnPage]

ROOT = Path(__file__).parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A real browser on a machine whose cores are taken gets a second try; the summary counts it."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.flaky(reruns=1))


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
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Opens an address in a fresh page. Anything but this machine is refused; errors on the page fail the test."""
    faults: list[str] = []
    contexts = []

    def refuse(route: Route) -> None:
        if route.request.url.startswith(("http://127.0.0.1:", "ws://127.0.0.1:", "file://", "data:", "blob:")):
            route.continue_()
        else:
            faults.append(f"asked for {route.request.url}")
            route.abort()

    def opened(address: str, size: Size = DESKTOP) -> Page:
        context = browser.new_context(viewport=size, accept_downloads=True)
        contexts.append(context)
        context.route("**/*", refuse)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda said: faults.append(said.text) if "Content Security Policy" in said.text else None)
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
    with running((sys.executable, "-m", "streamlit", "run", "streamlit_app.py", *flags, "--", *arguments), ROOT):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def running(command: Sequence[str], folder: Path, **environment: str) -> Iterator[None]:
    """A program that starts Streamlit, in a process of its own, from when it answers on."""
    process = subprocess.Popen(  # noqa: S603 - our app
        command,
        cwd=folder,
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    with process:
        try:
            _wait_until_it_answers(process)
            yield
        finally:
            # Asked politely, Streamlit can wait for sessions that are gone; who started it would leave it behind.
            os.killpg(process.pid, signal.SIGKILL)


@pytest.fixture(scope="session")
def run_installed(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., AbstractContextManager[str]]:
    """Starts `claimline page` as a wheel installs it, from an empty folder."""
    site = unpacked_wheel(ROOT, tmp_path_factory.mktemp("wheel"))

    @contextmanager
    def run() -> Iterator[str]:
        port = _free_port()
        command = (sys.executable, "-P", "-m", "geo.cli", "page", "--port", str(port))
        quietly = {"STREAMLIT_SERVER_HEADLESS": "true", "STREAMLIT_SERVER_FILE_WATCHER_TYPE": "none"}
        with running(command, tmp_path_factory.mktemp("empty"), PYTHONPATH=str(site), **quietly):
            yield f"http://127.0.0.1:{port}"

    return run


@pytest.fixture(scope="session")
def run_app() -> Callable[..., AbstractContextManager[str]]:
    """Starts an app of one's own: `with run_app("reports/") as address`."""
    return running_app


@pytest.fixture(scope="session")
def app() -> Iterator[str]:
    """Address of the app with the seeds; the index of names, built once on a machine, is there before it starts."""
    Gazetteer.open().close()
    with running_app() as address:
        yield address


@pytest.fixture(scope="session")
def seeds() -> Dataset:
    """The data set of the seeds."""
    profile = load_profile(ROOT / "seeds" / "panjshir-2021.toml")
    return build_dataset([ROOT / "seeds" / "reports"], profile, Gazetteer.open())


@pytest.fixture(scope="session")
def file(seeds: Dataset, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Address of the seeds' map as one file."""
    path = tmp_path_factory.mktemp("standalone") / "map.html"
    write_map(seeds, Gazetteer.open(), path)
    return path.as_uri()


@pytest.fixture(params=["app", "file"])
def open_map(request: pytest.FixtureRequest, open_page: OpenPage, seeds: Dataset) -> OpenMap:
    """Opens the seeds' map, in the app and as a file."""

    def opened(size: Size = DESKTOP) -> MapOnPage:
        page = open_page(request.getfixturevalue(request.param), size)
        inside = page.frame_locator("iframe") if request.param == "app" else page
        found = MapOnPage(page, inside, seeds.start)
        found.find("path.area").first.wait_for(state="attached")
        found.evidence().locator("h2").wait_for()
        return found

    return opened


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_it_answers(process: subprocess.Popen[str]) -> None:
    """Streamlit prints its address once it takes requests."""
    said = []
    for line in process.stdout or ():
        said.append(line)
        if "URL:" in line:
            return
    message = f"The app ended at once: {''.join(said)}"
    raise RuntimeError(message)
