"""A person's own reports: files and pasted text on the map, what was left out, and back to the demo."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from map_on_page import click_until
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from playwright.sync_api import Page

SIZES = [{"width": 1440, "height": 900}, {"width": 390, "height": 844}]
IZYUM = {
    "name": "izyum.txt",
    "mimeType": "text/plain",
    "buffer": b"date 2022-09-10\nKYIV - Ukrainian forces captured Izium, officials said {{7*7}} <b>.",
}
UNDATED = {"name": "no <i>day.txt", "mimeType": "text/plain", "buffer": b"Ukrainian forces captured Balakliia."}


@pytest.fixture
def asked(app: str, open_page: Callable[..., Page]) -> Callable[..., Page]:
    """Opens the demo with a state in its address, and the question for one's own reports on it."""

    def opened(size: dict[str, int] = SIZES[0]) -> Page:
        page = open_page(f"{app}/?place=AF0908&day=2021-08-25&basis=taliban", size)
        page.locator(".evidence h2", has_text="Deh Salah").wait_for()
        page.get_by_role("button", name="Your reports").press("Enter")
        page.get_by_label("Or paste a report").wait_for()
        return page

    return opened


@pytest.mark.parametrize("size", SIZES, ids=["desktop", "phone"])
def test_files_are_on_the_map_at_once_and_the_demo_is_a_click_away(
    asked: Callable[..., Page], size: dict[str, int]
) -> None:
    page = asked(size)
    page.locator("input[type=file]").set_input_files([IZYUM, UNDATED])
    page.get_by_text("no <i>day.txt").wait_for()
    show = page.get_by_role("button", name="Show on the map")
    expect(show).to_be_enabled()  # it is not while files are on their way
    show.press("Enter")
    page.get_by_text("Left out: no <i>day.txt: no date was found. Put `date YYYY-MM-DD`").wait_for()
    page.get_by_text("Profile “Ukraine since 2022” for 1 report.").wait_for()
    page.locator(".evidence h2", has_text="Izyum").wait_for()
    assert "{{7*7}} <b>" in page.locator(".evidence blockquote").inner_text()
    expect(page.frame_locator("iframe").locator("#day")).to_have_text("10 Sep 2022")
    expect(page).to_have_url(re.compile(r"reports=own&place=[^&]+&day=2022-09-10$"))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("tab", name="Unresolved (1)").press("Enter")
    expect(page.get_by_role("tabpanel", name="Unresolved")).to_contain_text("no <i>day.txt: no date was found.")
    page.get_by_role("button", name="Back to the demo").press("Enter")
    page.locator(".evidence h2", has_text="Andarab").wait_for()
    expect(page.frame_locator("iframe").locator('path[data-place="AF0907"]')).to_have_attribute(
        "data-status", "contested"
    )
    assert "own" not in page.url


def test_a_pasted_text_takes_the_day_that_is_given_and_no_other_session_sees_it(
    asked: Callable[..., Page], open_page: Callable[..., Page]
) -> None:
    page = asked()
    show = page.get_by_role("button", name="Show on the map")
    page.get_by_label("Or paste a report").fill("Ukrainian forces captured Izium, officials said.")
    show.press("Enter")
    page.get_by_text("pasted text.txt: no date was found.").wait_for()
    page.get_by_role("spinbutton", name="year, Day of publication").focus()
    page.keyboard.type("20220910")
    show.press("Enter")
    page.locator(".evidence h2", has_text="Izyum").wait_for()
    page.get_by_role("tab", name="Reports (1)").press("Enter")
    listed = page.get_by_role("tabpanel", name="Reports").locator(".records")
    expect(listed).to_contain_text("given when the report was handed over")
    other = open_page(page.url)
    other.get_by_text("Your own reports went with their session").wait_for()
    other.locator(".evidence h2", has_text="Andarab").wait_for()


def test_a_second_text_is_shown_beside_the_first_unless_told_otherwise(asked: Callable[..., Page]) -> None:
    page = asked()
    for number, place in enumerate(("Izium", "Lyman"), start=1):
        text = f"date 2022-09-1{number}\nUkrainian forces captured {place} in the Kharkiv region."
        page.get_by_label("Or paste a report").fill(text)
        page.get_by_role("button", name="Show on the map").press("Enter")
        page.get_by_role("tab", name=f"Reports ({number})").wait_for()
        if number == 1:
            page.get_by_role("button", name="Your reports").press("Enter")
            page.get_by_label("Add to the reports that are shown").wait_for()


def test_too_many_files_are_told_to_come_zipped(asked: Callable[..., Page]) -> None:
    page = asked()
    files = [{"name": f"{number}.txt", "mimeType": "text/plain", "buffer": b"x"} for number in range(101)]
    page.locator("input[type=file]").set_input_files(files)
    page.get_by_text("100.txt", exact=True).wait_for(state="attached")
    expect(page.get_by_role("progressbar")).to_have_count(0)
    show = page.get_by_role("button", name="Show on the map")
    expect(show).to_be_enabled()
    click_until(show, page.get_by_text("You chose 101 files. Put them into one zip file"))


def test_where_nothing_can_be_read_other_reports_can_be_handed_over(
    run_app: Callable[..., AbstractContextManager[str]], open_page: Callable[..., Page], tmp_path: Path
) -> None:
    with run_app(str(tmp_path / "nowhere")) as address:
        page = open_page(address)
        page.get_by_text("There is nothing to show yet.").wait_for()
        page.get_by_text("nowhere").first.wait_for()
        page.get_by_role("button", name="Show reports of your own").press("Enter")
        page.get_by_label("Or paste a report").fill("date 2022-09-10\nUkrainian forces captured Izium.")
        page.get_by_role("button", name="Show on the map").press("Enter")
        page.locator(".evidence h2", has_text="Izyum").wait_for()


def test_an_address_of_reports_that_are_gone_says_so(app: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{app}/?reports=own&place=gn:1&day=2022-09-10&side=nobody&basis=nobody")
    page.get_by_text("Your own reports went with their session").wait_for()
    page.locator(".evidence h2", has_text="Andarab").wait_for()
