"""The one-file map holds the evidence of every place and day, each quote once."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from small_world import SmallGazetteer, small_dataset

from geo.control.clock import Clock
from geo.errors import ExportError
from geo.map.chapters import all_evidence
from geo.map.evidence import desk, panel
from geo.map.layers import page_model
from geo.map.looks import looks
from geo.map.places import place_labels
from geo.map.standalone import standalone_page, write_map
from geo.map.survey import survey
from geo.view.view import View

if TYPE_CHECKING:
    from pathlib import Path

LINES = (
    "West red takes 20 by media",
    "West blue takes 22 says blue",
    "Province red holds 18",
    "Seat red holds 25 denied",
    "East red advances 24 planned",
)


def test_a_chapter_says_on_every_day_what_the_app_says() -> None:
    data, gazetteer = small_dataset(*LINES), SmallGazetteer()
    model = page_model(data, gazetteer)
    at, labels = desk(data, gazetteer, model), place_labels(survey(data), model, gazetteer)
    written = all_evidence([at], labels)
    for place in labels:
        for number in range((data.end - data.start).days):
            told = panel(at, place, data.start + timedelta(days=number))
            del told["strip"]
            assert opened(written, place, number) == told


def opened(written: dict[str, Any], place: str, day: int) -> dict[str, Any]:
    """What the script of the file makes of a place and day."""
    record = next(row for row in written["places"] if row["id"] == place)
    look = written["looks"][0]
    chapters = look["about"].get(place) or [look["silent"]]
    chapter = [one for one in chapters if one.get("from", 0) <= day][-1]
    words = {name: written["texts"][chapter[name]] for name in ("headline", "account")}
    groups = [group | {"items": [written["items"][item] for item in group["items"]]} for group in chapter["groups"]]
    shown = record | chapter | words | {"groups": groups}
    return {key: value for key, value in shown.items() if key not in {"id", "label", "from"}}


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
    model = json.loads(re.search(r'id="claimline-data">(.*?)</script>', page, re.DOTALL)[1])
    assert model["evidence"]["items"]
    assert "evidence" not in page_model(data, gazetteer)


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
    page = standalone_page(data, gazetteer)
    model = json.loads(re.search(r'id="claimline-data">(.*?)</script>', page, re.DOTALL)[1])
    assert len(model["looks"]) == len(model["evidence"]["looks"]) == len(found)
    assert [look["tables"] is None for look in model["looks"]] == [True] + [False] * (len(found) - 1)


def test_too_many_claims_are_looked_at_in_one_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geo.map.looks.MOST_CLAIMS", 10)
    data = small_dataset(*LINES)
    assert [look.basis for look in looks(data, View())] == ["claims"]
    page = standalone_page(data, SmallGazetteer(), View(basis="red"))
    assert "Basis: Red side say. Clock: day of the event." in page
