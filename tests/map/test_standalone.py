"""The one-file map holds the evidence of every place and day, each quote once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import product
from typing import TYPE_CHECKING, cast

import pytest
from opened_file import model_of, opened, packed_in
from small_world import SmallGazetteer, small_dataset

from geo.control.clock import Clock
from geo.errors import ExportError
from geo.holdings.memory import in_memory
from geo.map.evidence import desk, panel
from geo.map.layers import page_model
from geo.map.looks import looks
from geo.map.places import place_labels
from geo.map.standalone import standalone_page, write_map
from geo.map.survey import survey
from geo.map.why import deed_words, reasons
from geo.reports.report import Report, Span
from geo.view.view import View, folded

if TYPE_CHECKING:
    from pathlib import Path

    from gazetteer import Gazetteer
    from geo.pipeline import Dataset

LINES = (
    "West red takes 20 by media",
    "West blue takes 22 says blue",
    "Province red holds 18",
    "Seat red holds 25 denied",
    "East red advances 24 planned",
)


@pytest.mark.parametrize("basis", ["claims", "corroborated", "blue"])
@pytest.mark.parametrize("clock", list(Clock))
@pytest.mark.parametrize("with_reports", [False, True])
def test_the_file_says_on_every_day_what_the_app_says(basis: str, clock: Clock, *, with_reports: bool) -> None:
    data, gazetteer = small_dataset(*LINES), cast("Gazetteer", SmallGazetteer())
    data = in_reports(data) if with_reports else data
    shown = in_memory(data).seen(View(basis=basis, clock=clock))
    packed = packed_in(standalone_page(shown.dataset(), gazetteer, shown.view))
    at = desk(shown.dataset(), gazetteer, page_model(shown.dataset(), gazetteer, clock), clock)
    places = [row["id"] for row in packed["places"]]
    for place, number in product(places, range((data.end - data.start).days)):
        day = data.start + timedelta(days=number)
        ask = shown.inquiry(place, day)
        assert ask is not None
        told = panel(at, place, day, deed_words(place, day, ask)) | reasons(place, day, ask)
        del told["strip"]
        for item in (item for group in told["groups"] for item in group["items"]):
            del item["report"]  # named by its number there
        assert opened(packed, place, number) == told


def in_reports(data: Dataset) -> Dataset:
    """The same claims, in reports that hold their sentences."""
    longest = max(claim.end for claim in data.claims)
    text = "🙂" * longest
    for claim in data.claims:
        text = text[: claim.start] + claim.quote + text[claim.end :]
    made = tuple(
        replace(claim, report=f"{n}", quote=text[claim.start : claim.end]) for n, claim in enumerate(data.claims)
    )
    reports = (Report(claim.report, text, claim.published, "", "0" * 64, (Span(0, longest),)) for claim in made)
    told = replace(data, claims=made, reports=tuple(reports))
    return replace(told, periods=folded(told, "claims", Clock.EVENT))


def test_places_with_claims_come_first_with_what_and_where_they_are() -> None:
    data, gazetteer = small_dataset("East red takes 20", "Seat red takes 20"), SmallGazetteer()
    labels = place_labels(survey(data), page_model(data, gazetteer), gazetteer)
    assert list(labels.values()) == [
        "East, district of Province",
        "Seat, town in West, Province",
        "West, district of Province",
    ]


def test_the_marked_words_are_the_place_in_the_quote() -> None:
    data, gazetteer = small_dataset(*LINES), SmallGazetteer()
    at = desk(data, gazetteer, page_model(data, gazetteer))
    shown = panel(at, "XX0101", data.start + timedelta(days=8))
    items = [item for group in shown["groups"] for item in group["items"]]
    quotes = {claim.quote for claim in data.claims}
    assert items
    assert all(item["before"] + item["marked"] + item["after"] in quotes for item in items)
    assert {item["marked"] for item in items} <= {"West", "Province", "Seat"}


def test_the_same_data_give_the_same_bytes_in_one_file(tmp_path: Path) -> None:
    data, gazetteer = small_dataset(*LINES), SmallGazetteer()
    write_map(data, gazetteer, tmp_path / "map.html")
    assert (tmp_path / "map.html").read_text("utf-8") == standalone_page(data, gazetteer)
    assert [path.name for path in tmp_path.iterdir()] == ["map.html"]


def test_a_folder_that_is_not_there_is_named_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="nowhere"):
        write_map(small_dataset(), SmallGazetteer(), tmp_path / "nowhere" / "map.html")
    assert not list(tmp_path.iterdir())


def test_quotes_are_in_the_file_and_not_in_the_apps_map() -> None:
    data, gazetteer = small_dataset(*LINES), SmallGazetteer()
    page = standalone_page(data, gazetteer)
    assert packed_in(page)["items"]
    assert not {"evidence", "items"} & page_model(data, gazetteer).keys()


def test_the_file_can_be_looked_at_on_every_basis_by_either_clock() -> None:
    data, gazetteer = small_dataset(*LINES), SmallGazetteer()
    found = looks(data, View(basis="blue", clock=Clock.KNOWN))
    assert [(look.basis, look.clock) for look in found][:3] == [
        ("blue", Clock.KNOWN),
        ("claims", Clock.EVENT),
        ("claims", Clock.KNOWN),
    ]
    assert {look.basis for look in found} == {"claims", "corroborated", "blue"}  # red says nothing
    assert found[1].dataset.periods == data.periods
    ways = packed_in(standalone_page(data, gazetteer))["looks"]
    assert len(ways) == len(found)
    assert [look["tables"] is None for look in ways] == [True] + [False] * (len(found) - 1)


def test_too_many_claims_are_looked_at_in_one_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geo.map.looks.MOST_CLAIMS", 10)
    data = small_dataset(*LINES)
    assert [look.basis for look in looks(data, View())] == ["claims"]
    page = standalone_page(data, SmallGazetteer(), View(basis="red"))
    assert "Basis: Red side's word. Clock: day of the event." in model_of(page)["shows"]
