"""The page over an archive of a million claims: when its map is there, how long a click takes, in how much memory.

`python -m benchmarks.big_page [--claims 1000000] [--places 1200] [--archive FOLDER]`

A made-up archive (`benchmarks.big_archive`), the real page in a process of its own, a real Chromium, no network. The
archive is written first, outside of the time, and kept where a folder for it is named.
"""

from __future__ import annotations

import argparse
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.big_archive import PLACES_USED, made_archive
from benchmarks.page.browser import running_browser
from benchmarks.page.measure import HEADING
from benchmarks.page.servers import ROOT, serving
from benchmarks.page.timing import clicks, open_page, time_to_map
from gazetteer import Gazetteer
from geo.archive.about import is_archive, read_about
from geo.holdings.disk import on_disk
from geo.map.layers import survey_model
from geo.map.page import render_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.suite.settings import Settings

CLAIMS, FEWER, SERVERS = 1_000_000, 20_000, 3
CLOCK_TICKS = 100
_KIB = 1024


@dataclass(frozen=True, slots=True)
class BigPage:
    """What the page took.

    Attributes:
        claims: How many claims the archive has.
        reports: How many reports.
        places: How many places.
        disk_mb: The archive's files, in megabytes.
        cold_s: From the start of a fresh server process to a map that can be used, in seconds; the best of `SERVERS`.
        open_s: The same from the moment at which the page is asked for.
        cold_cpu_s: Processor time of the server until then.
        visit_ms: A later visitor's time to the map, median.
        click_ms: From a click on a district to its evidence, median.
        page_kb: What is sent for the map, in kilobytes.
        peak_mib: The most memory that the server had.
    """

    claims: int
    reports: int
    places: int
    disk_mb: float
    cold_s: float
    open_s: float
    cold_cpu_s: float
    visit_ms: float
    click_ms: float
    page_kb: float
    peak_mib: float


def measured(settings: Settings) -> BigPage:
    """What the suite asks for."""
    return run(settings.size(CLAIMS, FEWER))


def run(claims: int = CLAIMS, places: int = PLACES_USED, archive: Path | None = None) -> BigPage:
    """Measure.

    Args:
        claims: How many the archive has.
        places: On how many places.
        archive: Its folder: taken where there is one, else made; None for one that is removed afterwards.

    Returns:
        What the page took.
    """
    with _made(claims, places, archive) as folder:
        colds = [_cold(folder) for _ in range(SERVERS)]
        visit, click, peak = _warm(folder)
        counts = read_about(folder).counts
        return BigPage(
            claims=counts["claims"],
            reports=counts["reports"],
            places=counts["places"],
            disk_mb=sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6,
            cold_s=min(cold for cold, _, _ in colds),
            open_s=min(opened for _, opened, _ in colds),
            cold_cpu_s=min(cpu for _, _, cpu in colds),
            visit_ms=visit,
            click_ms=click,
            page_kb=len(render_page(survey_model(on_disk(folder).survey, Gazetteer.open())).encode()) / 1e3,
            peak_mib=peak,
        )


@contextmanager
def _made(claims: int, places: int, archive: Path | None) -> Iterator[Path]:
    if archive is not None:
        yield archive if is_archive(archive) else made_archive(archive, claims, places)
        return
    with TemporaryDirectory(prefix="claimline-archive-") as folder:
        yield made_archive(Path(folder), claims, places)


def _cold(folder: Path) -> tuple[float, float, float]:
    """Seconds to the map, those of them after the page was asked for, and processor seconds of the server."""
    with running_browser() as browser:
        begun = time.perf_counter()
        with serving(ROOT / "streamlit_app.py", words=[str(folder)], ahead=True) as served:
            page, milliseconds = open_page(browser, served.address)
            taken, cpu = time.perf_counter() - begun, _cpu_seconds(served.process)
            page.context.close()
    return taken, milliseconds / 1000, cpu


def _warm(folder: Path) -> tuple[float, float, float]:
    """Milliseconds of a visit and of a click, and the server's peak in MiB after both."""
    with running_browser() as browser, serving(ROOT / "streamlit_app.py", words=[str(folder)], ahead=True) as served:
        visit = time_to_map(browser, served.address)
        page, _ = open_page(browser, served.address)
        page.locator(".evidence h2").wait_for()
        page.locator("[data-test-script-state=notRunning]").wait_for(state="attached")
        return visit, clicks(page, HEADING), _peak_mib(served.process)


def _cpu_seconds(process: int) -> float:
    """Processor time of a process, where the kernel tells."""
    stat = Path(f"/proc/{process}/stat")
    if not stat.exists():
        return 0.0
    told = stat.read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / CLOCK_TICKS


def _peak_mib(process: int) -> float:
    """The most resident memory that a process has had, where the kernel tells."""
    status = Path(f"/proc/{process}/status")
    if not status.exists():
        return 0.0
    lines = status.read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / _KIB


def main() -> None:
    """Print what a run took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=CLAIMS)
    parser.add_argument("--places", type=int, default=PLACES_USED)
    parser.add_argument("--archive", type=Path, help="where the archive is, or is to be made and kept")
    asked = parser.parse_args()
    found = run(asked.claims, asked.places, asked.archive)
    for one in fields(found):
        sys.stdout.write(f"{one.name:<12} {getattr(found, one.name):>14,.1f}\n")


if __name__ == "__main__":
    main()
