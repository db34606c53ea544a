"""The page model: what is drawn, when it changes, where the map opens."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_world import SmallGazetteer, small_dataset

from gazetteer import Gazetteer
from geo.map.layers import opening_day, page_model
from geo.map.seal import inert_json
from geo.profile import Profile

DAYS = 27


def ids(rows: list[dict[str, object]]) -> list[object]:
    return [row["id"] for row in rows]


def code_on(model: dict[str, object], place: str, day: int) -> str:
    run = model["runs"].get(place, ())
    code = next((run[i + 1] for i in reversed(range(0, len(run), 2)) if run[i] <= day), 0)
    return str(model["styles"][code]["status"])


def test_districts_are_drawn_and_their_border_is_kept_once() -> None:
    model = page_model(small_dataset("West red takes 20"), SmallGazetteer())
    assert ids(model["areas"]) == ["XX0101", "XX0102"]
    assert len(model["arcs"]) == 3
    assert [row["name"] for row in model["context"]["areas"]] == ["Neighbour"]
    assert ids(model["units"]) == ["XX01"]
    assert model["approximate"]


def test_a_country_without_district_areas_is_drawn_by_its_provinces() -> None:
    gazetteer = SmallGazetteer(without=("XX0101", "XX0102"))
    model = page_model(small_dataset("West red takes 20", gazetteer=gazetteer), gazetteer)
    assert ids(model["areas"]) == ["XX01"]
    assert ids(model["points"]) == ["XX0101"]
    assert not model["approximate"]


def test_without_a_profile_the_countries_with_claims_are_drawn_and_sides_get_colours() -> None:
    model = page_model(small_dataset("West red takes 20", profile=Profile()), SmallGazetteer())
    assert ids(model["areas"]) == ["XX0101", "XX0102"]
    assert model["sides"] == {"red": "#0072B2"}
    assert model["styles"][1]["holder"] == "Red"


def test_claimed_towns_are_points_and_wide_units_are_not() -> None:
    claims = ("Village red takes 20", "Seat red takes 20", "Province red holds 20", "West red takes 20")
    assert ids(page_model(small_dataset(*claims), SmallGazetteer())["points"]) == ["gn:1", "gn:2"]


@pytest.mark.parametrize(
    ("claims", "place", "statuses"),
    [
        (["West red takes 20 by media"], "XX0101", {4: "unknown", 5: "held", 19: "held", 20: "unknown"}),
        (["West red takes 20 by media"], "XX0102", {5: "unknown"}),
        (["West red takes 20 says red"], "XX0101", {5: "claimed"}),
        (["West red takes 20 by media", "West blue takes 22 says blue"], "XX0101", {5: "held", 7: "contested"}),
        (["Province red holds 18 by media", "Province blue besieges 20"], "XX0102", {3: "held", 5: "besieged"}),
    ],
)
def test_a_run_gives_the_status_of_each_day(claims: list[str], place: str, statuses: dict[int, str]) -> None:
    model = page_model(small_dataset(*claims), SmallGazetteer())
    assert {day: code_on(model, place, day) for day in statuses} == statuses


def test_a_place_that_is_unknown_throughout_has_no_run() -> None:
    model = page_model(small_dataset("West red takes 20"), SmallGazetteer())
    assert set(model["runs"]) == {"XX0101", "gn:1", "gn:2"}  # the district and the towns in it


def test_the_map_opens_on_the_last_day_with_a_claim_and_the_place_with_most() -> None:
    model = page_model(small_dataset("West red takes 20", "East red takes 21", "East blue takes 22"), SmallGazetteer())
    assert (model["day"], model["place"]) == (7, "XX0102")
    assert opening_day([0, 0, 0]) == 2


def test_the_view_leaves_out_the_farthest_tenth_of_the_claims_and_whole_countries() -> None:
    near = [f"West red takes {day}" for day in range(16, 26)]
    model = page_model(small_dataset(*near, "East red takes 20", "Country red holds 20"), SmallGazetteer())
    assert model["view"] == (67.0, 34.0, 69.0, 36.0)


def test_without_claims_everything_drawn_is_shown() -> None:
    model = page_model(small_dataset(), SmallGazetteer())
    assert model["view"] == (67.0, 34.0, 71.0, 36.0)
    assert model["place"] == ""
    assert model["day"] == DAYS - 1


def test_the_map_opens_on_a_place_that_is_coloured_on_the_day_it_opens_on() -> None:
    lines = ("West red takes 16", "West red holds 17", "West red holds 18", "East blue takes 38")
    model = page_model(small_dataset(*lines), SmallGazetteer())
    assert code_on(model, "XX0101", model["day"]) == "unknown"
    assert model["place"] == "XX0102"


def test_claims_are_counted_on_their_day_and_fighting_is_marked_on_its_days() -> None:
    fights = ("West red fights 18/20 from blue", "Province red fights 21", "East red fights 22 denied")
    model = page_model(small_dataset("West red takes 20", *fights), SmallGazetteer())
    assert {day: count for day, count in enumerate(model["claims"]) if count} == {5: 2, 6: 1, 7: 1}
    marks = [(mark["place"], mark["days"], mark["wide"]) for mark in model["fights"]]
    assert marks == [("XX0101", (3, 6), False), ("XX01", (6, 7), True)]


def test_days_of_fighting_that_touch_are_one_span() -> None:
    fights = ("West red fights 18", "West blue fights 19/20", "West red fights 24", "West red fights 18/19")
    model = page_model(small_dataset(*fights), SmallGazetteer())
    assert [mark["days"] for mark in model["fights"]] == [(3, 6, 9, 10)]


LINES = ["West red takes 20 by media", "West blue takes 22 says blue", "East red holds 21", "Seat red fights 20"]


@given(st.permutations(LINES))
def test_the_order_of_the_claims_never_changes_the_page(lines: list[str]) -> None:
    first = page_model(small_dataset(*sorted(lines)), SmallGazetteer())
    assert inert_json(page_model(small_dataset(*lines), SmallGazetteer())) == inert_json(first)


def test_the_model_holds_no_word_of_a_report() -> None:
    data = small_dataset("West red takes 20")
    secret = replace(data, claims=tuple(replace(one, rule="secret", casualties_text="secret") for one in data.claims))
    text = json.dumps(page_model(secret, SmallGazetteer()))
    assert "secret" not in text
    assert data.claims[0].quote not in text


def test_the_small_world_asks_nothing_that_a_gazetteer_cannot_answer() -> None:
    asked = {name for name in vars(SmallGazetteer) if not name.startswith("_")}
    assert asked <= set(dir(Gazetteer))
