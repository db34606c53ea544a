"""The evidence panel in a browser: the whole report, and what a place without claims says."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from map_on_page import MapOnPage

    from geo.pipeline import Dataset

    OpenMap = Callable[..., MapOnPage]

DEH_SALAH, SILENT = "AF0908", "AF0911"
SIZES = [{"width": 1440, "height": 900}, {"width": 390, "height": 844}]


@pytest.mark.parametrize("size", SIZES, ids=["desktop", "phone"])
def test_the_whole_report_opens_with_the_sentence_marked(
    open_map: OpenMap, seeds: Dataset, size: dict[str, int]
) -> None:
    shown = open_map(size)
    shown.go_to(date(2021, 8, 25))
    shown.choose(DEH_SALAH)
    evidence = shown.evidence()
    evidence.locator("h2", has_text="Deh Salah").wait_for()
    evidence.get_by_text("Contested since").wait_for()
    quote = evidence.locator("blockquote").first.inner_text()
    evidence.get_by_role("button", name="open report").first.press("Enter")
    text = evidence.locator(".report-text")
    text.wait_for()
    assert text.locator("mark").inner_text() == quote
    assert text.text_content() in {report.text for report in seeds.reports}
    assert text.locator("mark").evaluate("mark => mark.getBoundingClientRect().top < innerHeight")
    evidence.get_by_role("button", name="Back to the evidence").press("Enter")
    evidence.locator("h2", has_text="Deh Salah").wait_for()


def test_a_place_without_claims_leads_to_the_nearest_with_some(open_map: OpenMap) -> None:
    shown = open_map()
    shown.choose(SILENT)
    evidence = shown.evidence()
    evidence.get_by_text("No report makes a claim about this place.").wait_for()
    button = evidence.locator("button.nearest")
    wanted = button.inner_text().split(",")[0]
    button.click()
    evidence.locator("h2").get_by_text(wanted, exact=True).wait_for()
    evidence.locator("blockquote").first.wait_for(state="attached")
