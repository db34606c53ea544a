"""The page of an archive shows what the page of its reports shows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from map_on_page import MapOnPage
from playwright.sync_api import expect
from written_archive import written_archive

from geo.control.casebook import casebook
from geo.control.explain import explain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from playwright.sync_api import Page

    from geo.pipeline import Dataset

BANU, DEH_SALAH, PUL_E_HISAR, RUKHA = "AF0907", "AF0908", "AF0912", "AF0805"
COLOURED = (BANU, DEH_SALAH, PUL_E_HISAR, RUKHA, "AF0101", "AF1501")
LOOKS = [
    (DEH_SALAH, date(2021, 8, 25)),
    (BANU, date(2021, 8, 21)),
    (PUL_E_HISAR, date(2021, 8, 22)),
    (RUKHA, date(2021, 9, 4)),
]
WHY = "Work out what would change the state"


@pytest.fixture(scope="module")
def archive(
    seeds: Dataset, run_app: Callable[..., AbstractContextManager[str]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Address of the app with the seeds as an archive."""
    folder = written_archive(tmp_path_factory.mktemp("seeds-archive"), seeds)
    with run_app(str(folder)) as address:
        yield address


def opened(page: Page, seeds: Dataset) -> MapOnPage:
    found = MapOnPage(page, page.frame_locator("iframe"), seeds.start)
    found.find("path.area").first.wait_for(state="attached")
    found.evidence().locator("h2").wait_for()
    page.locator("[data-test-script-state=notRunning]").wait_for(state="attached")
    return found


def look_at(shown: MapOnPage, place: str, day: date, headline: str) -> None:
    """Choose a place and a day, and wait until they are told."""
    shown.go_to(day)
    shown.choose(place)
    shown.evidence().get_by_text(headline).first.wait_for()


def test_colours_and_evidence_are_those_of_the_reports(
    open_page: Callable[[str], Page], app: str, archive: str, seeds: Dataset
) -> None:
    reports, kept = opened(open_page(app), seeds), opened(open_page(archive), seeds)
    kept.page.get_by_text(WHY).click()
    kept.evidence().locator(".hangs").wait_for()
    book = casebook(seeds)
    for place, day in LOOKS:
        for shown in (reports, kept):
            look_at(shown, place, day, explain(place, day, book).headline)
        assert {one: kept.painted(one) for one in COLOURED} == {one: reports.painted(one) for one in COLOURED}
        expect(kept.evidence()).to_have_text(reports.evidence().inner_text(), use_inner_text=True)


def test_a_report_opens_with_its_marks_and_a_basis_changes_the_map(
    open_page: Callable[[str], Page], archive: str, seeds: Dataset
) -> None:
    shown, day = opened(open_page(archive), seeds), date(2021, 8, 25)
    look_at(shown, DEH_SALAH, day, explain(DEH_SALAH, day, casebook(seeds)).headline)
    assert shown.area(DEH_SALAH).get_attribute("data-status") == "contested"
    shown.evidence().locator(".open-report").first.click()
    shown.evidence().locator("mark").first.wait_for()
    shown.page.get_by_text("Taliban's word", exact=True).first.click()
    shown.find(f'path[data-place="{DEH_SALAH}"][data-status="held"]').wait_for(state="attached")


def test_files_are_those_of_the_reports(
    open_page: Callable[[str], Page], app: str, archive: str, seeds: Dataset
) -> None:
    files = []
    for address in (app, archive):
        page = opened(open_page(address), seeds).page
        page.get_by_role("tab", name="Downloads").click()
        with page.expect_download() as started:
            page.get_by_role("button", name="Claims, GeoJSON", exact=True).press("Enter")
        files.append(started.value.path().read_bytes())
    assert files[0] == files[1]
