"""The map of the seeds in a real browser, in the app and as one file."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from geo.control.period import Status
from geo.view.colours import PAPER, paint, side_colours

if TYPE_CHECKING:
    from collections.abc import Callable

    from map_on_page import MapOnPage

    from geo.pipeline import Dataset

    OpenMap = Callable[..., MapOnPage]

AUGUST_19, AUGUST_21, AUGUST_25 = date(2021, 8, 19), date(2021, 8, 21), date(2021, 8, 25)
SEPTEMBER_4 = date(2021, 9, 4)
BANU, DEH_SALAH, PUL_E_HISAR = "AF0907", "AF0908", "AF0912"
PANJSHIR = tuple(f"AF080{number}" for number in range(1, 8))
PHONE = {"width": 390, "height": 844}


def expected(seeds: Dataset, day: date) -> dict[str, tuple[str, ...]]:
    """Colours of every place on a day, worked out from the control periods."""
    colours = side_colours(seeds.profile, {side for period in seeds.periods for side in period.rivals})
    on_day = (period for period in seeds.periods if period.start <= day < period.end)
    return {
        period.place: paint(
            period.status, period.holder, period.rivals, colours, inherited=period.inherited_from is not None
        ).colours
        for period in on_day
    }


@pytest.mark.parametrize("day", [AUGUST_19, AUGUST_21, AUGUST_25, SEPTEMBER_4])
def test_every_area_has_the_colours_of_its_control_period(open_map: OpenMap, seeds: Dataset, day: date) -> None:
    shown = open_map()
    shown.go_to(day)
    wanted = expected(seeds, day)
    places = (BANU, DEH_SALAH, PUL_E_HISAR, *PANJSHIR, "AF0101", "AF1501")
    assert {place: shown.painted(place) for place in places} == {place: wanted[place] for place in places}


@pytest.mark.parametrize(
    ("day", "baghlan", "panjshir"),
    [
        (AUGUST_19, {"unknown"}, {"unknown"}),
        (AUGUST_21, {"held", "claimed"}, {"held", "claimed"}),
        (AUGUST_25, {"contested"}, {"besieged"}),
        (SEPTEMBER_4, {"contested", "claimed"}, {"besieged"}),
    ],
)
def test_the_districts_of_the_reports_have_the_status_that_is_told(
    open_map: OpenMap, day: date, baghlan: set[str], panjshir: set[str]
) -> None:
    shown = open_map()
    shown.go_to(day)
    statuses = shown.statuses()
    assert {statuses[place] for place in (BANU, DEH_SALAH, PUL_E_HISAR)} <= baghlan
    assert {statuses[place] for place in PANJSHIR} <= panjshir
    assert bool(shown.siege_lines()) == ("besieged" in statuses.values())


def test_scrubbing_there_and_back_paints_every_day_anew(open_map: OpenMap, seeds: Dataset) -> None:
    shown = open_map()
    days = [date(2021, 8, 20) + timedelta(days=number) for number in range(16)]
    seen = []
    for day in (*days, *reversed(days)):
        shown.go_to(day)
        seen.append(shown.painted(DEH_SALAH))
    wanted = [expected(seeds, day)[DEH_SALAH] for day in days]
    assert seen == [*wanted, *reversed(wanted)]
    shown.go_to(AUGUST_19)
    assert shown.painted(DEH_SALAH) == (PAPER,)


def test_a_click_on_deh_salah_shows_what_both_sides_say(open_map: OpenMap) -> None:
    shown = open_map()
    shown.go_to(AUGUST_25)
    shown.choose(DEH_SALAH)
    evidence = shown.evidence()
    evidence.locator("h2", has_text="Deh Salah").wait_for()
    evidence.get_by_text("Contested since").wait_for()
    text = evidence.inner_text()
    assert "completely cleansed from evil" in text
    assert "Resistance fighters have reportedly recaptured three districts" in text
    assert "De Salah" in evidence.locator("mark").all_inner_texts()
    assert {"claimed", "reported"} <= set(evidence.locator(".badge").all_inner_texts())
    assert "from “" in text
    assert "published 25 August 2021" in text


def test_moving_the_slider_changes_the_evidence(open_map: OpenMap) -> None:
    shown = open_map()
    shown.choose(DEH_SALAH)
    shown.go_to(AUGUST_19)
    shown.evidence().get_by_text("Unknown").first.wait_for()
    shown.go_to(AUGUST_25)
    shown.evidence().get_by_text("Contested since").wait_for()


def test_zoom_and_pan_survive_every_step(open_map: OpenMap) -> None:
    shown = open_map()
    opening = shown.view()
    shown.find(".leaflet-control-zoom-in").click()
    shown.find("path.area").first.wait_for(state="attached")
    shown.find(".leaflet-zoom-anim").first.wait_for(state="detached")
    before = shown.view()
    assert before != opening
    for _ in range(5):
        shown.find("#back").click()
    shown.choose(DEH_SALAH)
    shown.evidence().get_by_text("Deh Salah", exact=True).first.wait_for()
    assert shown.view() == before


def test_keys_step_jump_and_play(open_map: OpenMap, seeds: Dataset) -> None:
    shown = open_map()
    shown.find("#slider").focus()
    keyboard = shown.page.keyboard
    keyboard.press("Home")
    assert shown.day() == seeds.start
    keyboard.press("ArrowRight")
    keyboard.press("ArrowRight")
    keyboard.press("ArrowLeft")
    assert shown.day() == seeds.start + timedelta(days=1)
    keyboard.press("End")
    assert shown.day() == seeds.end - timedelta(days=1)
    keyboard.press("Home")
    shown.find("#speed").select_option("80")
    shown.find("#slider").focus()
    keyboard.press("Space")
    shown.find("#play.playing").wait_for()
    shown.find("#back:enabled").wait_for()
    keyboard.press("Space")
    assert not shown.find("#play.playing").count()
    assert shown.day() > seeds.start


def test_the_day_is_said_in_words(open_map: OpenMap) -> None:
    shown = open_map()
    shown.go_to(AUGUST_25)
    said = shown.find("#slider").get_attribute("aria-valuetext") or ""
    assert said.startswith("25 August 2021: ")
    assert "contested" in said
    assert shown.find("#announce").inner_text() == said
    assert shown.find("#day").inner_text() == "25 Aug 2021"


def test_the_legend_names_what_occurs(open_map: OpenMap) -> None:
    legend = open_map().find("#legend").inner_text()
    assert "Resistance, held" in legend
    assert "Contested: Resistance and Taliban" in legend
    assert "Besieged by Taliban" in legend
    assert "No live claim" in legend


def test_on_a_phone_nothing_overflows_and_targets_are_large_enough(open_map: OpenMap) -> None:
    shown = open_map(PHONE)
    widths = "() => [document.documentElement.scrollWidth, window.innerWidth]"
    scrolled, width = shown.page.evaluate(widths)
    assert scrolled <= width
    for selector in ("#play", "#back", "#forward", "#slider", "#speed", "#legend summary"):
        box = shown.find(selector).bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
    map_box, evidence_box = shown.find("#over").bounding_box(), shown.evidence().bounding_box()
    assert map_box is not None
    assert evidence_box is not None
    assert evidence_box["y"] >= map_box["y"] + map_box["height"] - 1


def test_the_list_of_places_needs_no_mouse(open_map: OpenMap) -> None:
    shown = open_map()
    shown.choose(DEH_SALAH)
    shown.evidence().locator("h2", has_text="Deh Salah").wait_for()
    chooser = shown.page.get_by_role("combobox", name="Place")
    chooser.focus()
    if chooser.evaluate("field => field.tagName") == "SELECT":
        chooser.select_option(BANU)
    else:
        chooser.fill("Andarab, district")
        shown.page.get_by_role("option", name="Andarab, district of Baghlan").wait_for()
        shown.page.keyboard.press("Enter")
    shown.evidence().locator("h2", has_text="Andarab").wait_for()


def test_statuses_on_the_page_are_those_of_the_model(open_map: OpenMap) -> None:
    assert set(open_map().statuses().values()) <= {status.value for status in Status}
