"""The evidence panel in a browser: the whole report, and what a place without claims says."""

from __future__ import annotations

import re
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


def test_the_panel_says_what_each_quote_did_and_what_the_state_hangs_on(open_map: OpenMap) -> None:
    shown = open_map()
    shown.go_to(date(2021, 8, 25))
    shown.choose("AF0907")
    evidence = shown.evidence()
    evidence.locator("h2", has_text="Andarab").wait_for()
    evidence.get_by_text("Contested since").wait_for()
    evidence.get_by_text("Confirms media reports on Friday (20 August).").first.wait_for()
    text = evidence.inner_text()
    for words in ("about Banu, its seat", "Over: fighting counts for", "casualties as claimed: “"):
        assert words in text
    assert "“As the Taliban militants surrounded the areas in and around …” · published 25 August 2021" in text
    assert not re.search(r"[0-9a-f]{8}|gn:", text)
    opener = evidence.locator(".hangs summary")
    assert opener.inner_text() == "One thing would change this"
    opener.press("Enter")
    evidence.get_by_text("On this day 9 of 11 districts with a state hang on a single source.").wait_for()
    evidence.get_by_text("Without taking a party's own word as weak").wait_for()
    shown.go_to(date(2021, 8, 15))
    evidence.get_by_text("Contested since").wait_for(state="detached")
    shown.page.get_by_text("Resistance's word", exact=True).wait_for()
    assert not shown.page.get_by_text("Government's word").count()


@pytest.mark.parametrize("size", SIZES, ids=["desktop", "phone"])
def test_what_was_read_in_a_report_is_marked_and_told_by_key(open_map: OpenMap, size: dict[str, int]) -> None:
    shown = open_map(size)
    shown.go_to(date(2021, 8, 25))
    shown.choose(DEH_SALAH)
    evidence = shown.evidence()
    evidence.locator("h2", has_text="Deh Salah").wait_for()
    evidence.get_by_text("Contested since 25 August").wait_for()
    evidence.get_by_role("button", name="open report").first.press("Enter")
    text = evidence.locator(".report-text")
    place = text.locator("mark .read-place", has_text="De Salah")
    place.wait_for()
    assert evidence.locator(".marks-key").inner_text().split("\n")[0].startswith("makes a claim")
    note = evidence.locator(".marks-note")
    text.locator("mark .read").first.focus()
    while "De Salah:" not in note.inner_text():
        shown.page.keyboard.press("ArrowRight")
    assert "Deh Salah, district in Baghlan, Afghanistan" in note.inner_text()
    assert place.evaluate("mark => getComputedStyle(mark).borderBottomStyle") == "solid"
    assert text.locator(".read-event").count() > 1
