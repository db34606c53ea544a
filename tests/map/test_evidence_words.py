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
from geo.map.evidence import deaths_words, desk, panel
from geo.map.full_report import marked_report, report_record
from geo.map.layers import page_model
from geo.map.nearby import nearest
from geo.reports.report import Report, Span

if TYPE_CHECKING:
    from gazetteer.place import Place

REPORT = Report("r", "Дата 🙂\nWest falls. The end.", date(2021, 8, 20), "20 August", "0" * 64, (Span(0, 27),))


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (None, None, ""),
        (3, None, "at least 3 deaths claimed"),
        (None, 60, "up to 60 deaths claimed"),
        (0, 60, "up to 60 deaths claimed"),
        (3, 3, "3 deaths claimed"),
        (10, 20, "10 to 20 deaths claimed"),
    ],
)
def test_deaths_are_told_as_the_range_that_is_claimed(low: int | None, high: int | None, words: str) -> None:
    assert deaths_words(replace(claim("West red takes 20"), deaths_low=low, deaths_high=high)) == words


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
    assert cut["before"] + cut["marked"] + cut["after"] == REPORT.text
    assert cut["source"] == report_record(REPORT)["source"] == "published 20 August 2021"


def test_the_span_is_marked_by_code_points() -> None:
    assert marked_report(REPORT, 7, 18)["marked"] == "West falls."
