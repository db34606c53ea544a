"""What the evidence says beside the quotes: deaths, other places of the name, the nearest place, the whole report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_world import SmallGazetteer, small_dataset
from written_claims import EAST, PROVINCE, SEAT, VILLAGE, WEST, claim

from geo.control.clock import Clock
from geo.control.fold import fold
from geo.control.inquiry import inquiry
from geo.explain.marks import Mark, MarkKind
from geo.map.evidence import deaths_words, desk, panel
from geo.map.full_report import beginning, marked_report, report_record, report_words
from geo.map.layers import page_model
from geo.map.nearby import nearest
from geo.map.places import kind_line, rough_words
from geo.map.why import deed_words, fragile_count, reasons
from geo.reports.report import Report, Span

if TYPE_CHECKING:
    from gazetteer.place import Place

REPORT = Report("r", "Дата 🙂\nWest falls. The end.", date(2021, 8, 20), "20 August", "0" * 64, (Span(0, 27),))


@pytest.mark.parametrize(
    ("low", "high", "said", "words"),
    [
        (None, None, "", ""),
        (None, None, "dozens killed", "casualties as claimed: “dozens killed”"),
        (3, None, "", "at least 3 deaths, as claimed"),
        (None, 60, "", "at most 60 deaths, as claimed"),
        (
            0,
            60,
            "up to 60 killed or injured",
            "casualties as claimed: “up to 60 killed or injured” (at most 60 deaths)",
        ),
        (1, 1, "one dead", "casualties as claimed: “one dead” (1 death)"),
        (10, 20, "", "10 to 20 deaths, as claimed"),
    ],
)
def test_casualties_are_told_in_their_own_words(low: int | None, high: int | None, said: str, words: str) -> None:
    one = replace(claim("West red takes 20"), deaths_low=low, deaths_high=high, casualties_text=said)
    assert deaths_words(one) == words


@pytest.mark.parametrize(("radius_km", "words"), [(0, ""), (12, "Drawn at a point that may be off by about 12 km.")])
def test_a_place_says_how_roughly_its_point_is_known(radius_km: float, words: str) -> None:
    assert rough_words(replace(SEAT, radius_km=radius_km)) == words


@pytest.mark.parametrize(
    ("others", "found"),
    [([EAST, VILLAGE], VILLAGE), ([VILLAGE, EAST], VILLAGE), ([WEST, EAST], EAST), ([WEST], None), ([], None)],
)
def test_the_nearest_other_place_is_found(others: list[Place], found: Place | None) -> None:
    near = nearest(WEST, others)
    assert (near and near.place) == found


def test_a_place_without_claims_names_the_nearest_with_some() -> None:
    data, gazetteer = small_dataset("West red takes 20"), SmallGazetteer()
    at = desk(data, gazetteer, page_model(data, gazetteer))
    assert panel(at, EAST.id, date(2021, 8, 20))["nearest"] == {
        "id": WEST.id, "label": "West, district of Province", "km": 182,
    }  # fmt: skip
    assert panel(at, WEST.id, date(2021, 8, 20))["nearest"] is None


def test_runners_up_are_named() -> None:
    gazetteer = SmallGazetteer()
    data = small_dataset("West red takes 20")
    data = replace(data, claims=(replace(data.claims[0], runners_up=(SEAT.id, PROVINCE.id)),))
    shown = panel(desk(data, gazetteer, page_model(data, gazetteer)), WEST.id, date(2021, 8, 20))
    doubt = shown["groups"][0]["items"][0]["doubt"]
    assert doubt == "“West” could also be Seat, town in West, Province; Province, province of Country"


@pytest.mark.parametrize(
    ("line", "place", "written", "fact"),
    [
        ("Seat red takes 20", WEST, "Seat", "about Seat, its seat"),
        ("West red takes 20", WEST, "Seat", "about Seat, its seat"),
        ("West red takes 20", WEST, "Wst", None),
        ("West red takes 20", WEST, "West", None),
        ("Province red holds 20", WEST, "Province", "about Province (province) as a whole"),
    ],
)
def test_a_quote_about_another_place_says_of_which(line: str, place: Place, written: str, fact: str | None) -> None:
    data, gazetteer = small_dataset(line), SmallGazetteer()
    data = replace(data, claims=(replace(data.claims[0], place_text=written),))
    data = replace(data, periods=fold(data.claims, data.places, start=data.start, end=data.end, stale_after_days=14))
    shown = panel(desk(data, gazetteer, page_model(data, gazetteer)), place.id, date(2021, 8, 20))
    facts = shown["groups"][0]["items"][0]["facts"]
    assert [one for one in facts if one.startswith("about")] == ([fact] if fact else [])


def test_a_quote_says_what_it_did_where_that_is_known() -> None:
    data, gazetteer, day = small_dataset("West red takes 20 by media"), SmallGazetteer(), date(2021, 8, 20)
    at, ask = desk(data, gazetteer, page_model(data, gazetteer)), inquiry(data)
    (quote,) = panel(at, WEST.id, day, deed_words(WEST.id, day, ask))["groups"][0]["items"]
    assert quote["deed"] == "Counts on this day."
    assert "deed" not in panel(at, WEST.id, day)["groups"][0]["items"][0]


def test_the_same_words_in_several_reports_are_quoted_once() -> None:
    data, gazetteer = small_dataset("West red takes 20 by media"), SmallGazetteer()
    claims = tuple(replace(data.claims[0], report=report) for report in ("a", "b", "c"))
    claims = (*claims, replace(claims[0], report="d", place_text="Wst"))
    periods = fold(claims, data.places, start=data.start, end=data.end, stale_after_days=14)
    data = replace(data, claims=claims, periods=periods)
    items = panel(desk(data, gazetteer, page_model(data, gazetteer)), WEST.id, date(2021, 8, 20))["groups"][0]["items"]
    assert [(item["report"], item.get("copies")) for item in items] == [("a", 2), ("d", None)]


def test_what_a_state_hangs_on_is_told_and_counted() -> None:
    ask = inquiry(small_dataset("West red takes 20 by media", "East blue holds 21"))
    why = reasons(WEST.id, date(2021, 8, 21), ask)
    assert why["hangs"]
    assert any(told.endswith("it would be unknown.") for told in why["changes"])
    assert fragile_count(date(2021, 8, 21), ask) == {"count": 2, "known": 2}
    assert fragile_count(date(2021, 8, 16), ask) == {"count": 0, "known": 0}


@pytest.mark.parametrize(
    ("publisher", "title", "words"),
    [
        ("News", "War", "News · War"),
        (None, "War", "War"),
        ("News", None, "News"),
        (None, None, "“Дата 🙂 West falls. The end.”"),
    ],
)
def test_a_report_is_called_by_what_it_says_of_itself(publisher: str | None, title: str | None, words: str) -> None:
    assert report_words(replace(REPORT, publisher=publisher, title=title)) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [("a" * 80, "a" * 60 + " …"), ("word " * 30, "word " * 12 + "…"), ("x" * 60, "x" * 60), ("", "")],
)
def test_a_long_beginning_is_cut_between_words(text: str, words: str) -> None:
    assert beginning(replace(REPORT, text=text, body=(Span(0, len(text)),))) == words


@pytest.mark.parametrize(
    ("place", "words"), [(WEST, "district of Province · XX0101"), (SEAT, "town in West, Province")]
)
def test_only_official_codes_are_shown(place: Place, words: str) -> None:
    assert kind_line(place, SmallGazetteer()) == words


def test_by_the_known_clock_no_later_report_is_quoted() -> None:
    gazetteer = SmallGazetteer()
    data = small_dataset("West red takes 20 published 24")
    model = page_model(data, gazetteer)
    day = date(2021, 8, 22)
    assert panel(desk(data, gazetteer, model), WEST.id, day)["groups"]
    assert not panel(desk(data, gazetteer, model, Clock.KNOWN), WEST.id, day)["groups"]


@given(st.integers(-5, 60), st.integers(-5, 60))
def test_a_report_is_cut_and_never_changed(start: int, end: int) -> None:
    cut = marked_report(REPORT, start, end)
    assert "".join(piece["text"] for part in ("before", "marked", "after") for piece in cut[part]) == REPORT.text
    assert cut["source"] == report_record(REPORT)["source"] == "published 20 August 2021"


def test_the_span_is_marked_by_code_points() -> None:
    assert marked_report(REPORT, 7, 18)["marked"] == [{"text": "West falls."}]


def test_what_was_read_is_marked_inside_and_outside_the_sentence() -> None:
    marks = (Mark(7, 11, MarkKind.PLACE, "West, district"), Mark(19, 22, MarkKind.SILENT, "Why not."))
    cut = marked_report(REPORT, 7, 18, marks)
    assert cut["marked"] == [{"text": "West", "kind": "place", "note": "West, district"}, {"text": " falls."}]
    assert cut["after"][1] == {"text": "The", "kind": "silent", "note": "Why not."}
