"""CSV in our own columns, in ACLED's, in UCDP's and with HXL hashtags, read back by other readers."""

from __future__ import annotations

import csv
import io
import tomllib
from dataclasses import replace
from pathlib import Path

import hxl
import pandas as pd
import pytest
from written_claims import claim
from written_contents import HOSTILE, file_of, hostile, of, written
from written_findings import PROFILE, findings, found_in

from gazetteer.place import Kind
from geo.claims.claim import Action
from geo.export.coded import event_type, place_precision, time_precision
from geo.export.layers import CLAIMS_LAYER, CONTROL_LAYER
from geo.export.text import no_formula
from geo.profile import Profile, Side
from geo.view.filters import Filters
from geo.view.view import View

FOUND = written()
RIGHTS = "Quotes belong to their publishers."


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


@pytest.mark.parametrize(
    ("layer", "count"),
    [("claims", 6), ("control", len(FOUND.findings.periods)), ("places", 7), ("reports", 6), ("sides", 2)],
)
def test_every_row_is_there_and_tells_what_it_shows_and_whom_to_credit(layer: str, count: int) -> None:
    found = rows(file_of(FOUND, "csv", layer))
    assert len(found) == count
    assert {row["shows"] for row in found} == {FOUND.shows}
    assert all(row["rights"].endswith(RIGHTS) for row in found)


def test_the_credit_of_a_row_names_the_source_of_its_area() -> None:
    by_place = {row["place"]: row["rights"] for row in rows(file_of(FOUND, "csv"))}
    assert "Natural Earth" in by_place["East"]
    assert by_place["Village"] == RIGHTS


def test_behind_filters_only_the_reports_of_the_claims_that_are_left_are_listed() -> None:
    found = FOUND.findings
    view = View(filters=Filters(side=("blue",)))
    few = replace(FOUND, findings=replace(found, claims=found.claims[1:2]), view=view)
    assert [row["report"] for row in rows(file_of(few, "csv", "reports"))] == ["r2"]


def test_pandas_reads_times_numbers_and_what_is_empty() -> None:
    frame = pd.read_csv(io.BytesIO(file_of(FOUND, "csv")), parse_dates=["start", "end"])
    assert str(frame["start"].dt.tz) == "UTC"
    assert (frame["end"] > frame["start"]).all()
    assert frame["deaths_low"].dropna().tolist() == [3]
    assert frame["approximate"].dropna().tolist() == [True, True, False]


def test_a_period_tells_its_first_and_last_day() -> None:
    west = [row for row in rows(file_of(FOUND, "csv", "control")) if row["place"] == "West"]
    assert [(row["first_day"], row["last_day"], row["status"]) for row in west][:2] == [
        ("2021-08-15", "2021-08-19", "unknown"),
        ("2021-08-20", "2021-08-24", "held"),
    ]


@pytest.mark.parametrize("format_id", ["csv", "acled", "ucdp", "hxl"])
def test_hostile_text_stays_one_cell_and_is_no_formula(format_id: str) -> None:
    data = file_of(hostile(), format_id)
    frame = pd.read_csv(io.BytesIO(data))
    assert len(frame) == (2 if format_id == "hxl" else 1)
    quote = rows(data)[-1]["notes" if format_id == "acled" else "quote"]
    assert quote == "'" + HOSTILE.replace("\x00", "\ufffd").replace("\x0b", "\ufffd")
    assert not any(value.startswith(("=", "+", "-", "@")) for value in rows(data)[-1].values())


@pytest.mark.parametrize(
    ("text", "written_as"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\N{FULLWIDTH EQUALS SIGN}1", "'\N{FULLWIDTH EQUALS SIGN}1"),
        ("a=1", "a=1"),
        ("", ""),
    ],
)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text: str, written_as: str) -> None:
    assert no_formula(text) == written_as


def test_a_negative_number_stays_a_number() -> None:
    one = claim("Village red takes 20")
    south = replace(one, place=replace(one.place, lat=-35.5))
    assert rows(file_of(of(found_in([south])), "csv"))[0]["lat"] == "-35.5"


STATES = Profile(sides=(Side("blue", "Blue", "#000000", nations=("XX",)), Side("red", "Red", "#000000")))
OVERTAKES, REGAINS = "Non-state actor overtakes territory", "Government regains territory"


@pytest.mark.parametrize(
    ("words", "profile", "expected"),
    [
        ("West red takes 20", STATES, ("Battles", OVERTAKES)),
        ("West blue takes 20", STATES, ("Battles", REGAINS)),
        ("West green takes 20", STATES, ("Battles", "")),
        ("West red takes 20", PROFILE, ("Battles", "")),
        ("West - takes 20", STATES, ("Battles", "")),
        ("West red loses 20 from blue", STATES, ("Battles", REGAINS)),
        ("West blue loses 20 from red", STATES, ("Battles", OVERTAKES)),
        ("West blue loses 20", STATES, ("Strategic developments", "Non-violent transfer of territory")),
        ("West blue fights 20", STATES, ("Battles", "Armed clash")),
        ("West blue repels 20", PROFILE, ("Battles", "Armed clash")),
        ("West blue besieges 20", STATES, ("Strategic developments", "Other")),
    ],
)
def test_a_claim_has_acleds_type_of_event_where_the_words_and_the_profile_tell(
    words: str, profile: Profile, expected: tuple[str, str]
) -> None:
    assert event_type(claim(words), profile) == expected


@pytest.mark.parametrize(
    ("days", "acled", "ucdp"),
    [("20", 1, 1), ("18/20", 2, 2), ("14/20", 2, 3), ("10/20", 3, 4), ("1/40", 3, 5), ("../20", 3, 5), ("20/..", 3, 5)],
)
def test_the_precision_of_time_follows_the_span_of_days(days: str, acled: int, ucdp: int) -> None:
    one = claim(f"West red takes {days}")
    assert (time_precision(one, "acled"), time_precision(one, "ucdp")) == (acled, ucdp)


def test_a_day_that_is_only_the_reports_is_no_known_day() -> None:
    one = claim("West red takes 20 undated")
    assert (time_precision(one, "acled"), time_precision(one, "ucdp")) == (2, 2)


@pytest.mark.parametrize(
    ("name", "acled", "ucdp"), [("Village", 1, 1), ("West", 2, 3), ("Province", 3, 4), ("Country", 3, 6)]
)
def test_the_precision_of_place_follows_the_kind_of_place(name: str, acled: int, ucdp: int) -> None:
    one = claim(f"{name} red takes 20")
    assert (place_precision(one, "acled"), place_precision(one, "ucdp")) == (acled, ucdp)


def test_part_of_a_town_is_less_precise_than_the_town() -> None:
    one = replace(claim("Village red takes 20"), partial=True)
    assert (place_precision(one, "acled"), place_precision(one, "ucdp")) == (2, 2)


def test_every_action_and_every_kind_of_place_has_its_codes() -> None:
    codes = tomllib.loads(Path("geo/export/coded.toml").read_text(encoding="utf-8"))
    assert set(codes["acled"]["event"]) == {*Action, "left"}
    for data_set in ("acled", "ucdp"):
        assert set(codes[data_set]["place"]) == {*Kind, "part"}


@pytest.mark.parametrize(
    ("format_id", "low", "high"), [("acled", "fatalities_low", "fatalities_high"), ("ucdp", "low", "high")]
)
def test_what_is_denied_or_planned_is_no_event_and_deaths_are_a_range(format_id: str, low: str, high: str) -> None:
    found = rows(file_of(FOUND, format_id))
    assert len(found) == 5
    assert {row["claim_action"] for row in found} == {"takes", "holds", "fights"}
    assert [(row[low], row[high]) for row in found if row[low]] == [("3", "5")]
    assert all("not " in row["data_set"] for row in found)


def test_ucdps_best_number_is_empty_where_the_words_leave_a_range() -> None:
    assert {row["best"] for row in rows(file_of(FOUND, "ucdp"))} == {""}
    exact = of(found_in([claim("West red fights 20", deaths=7)]))
    assert [row["best"] for row in rows(file_of(exact, "ucdp"))] == ["7"]


@pytest.mark.parametrize(("layer", "count"), [("claims", 6), ("control", len(FOUND.findings.periods))])
def test_an_hxl_reader_finds_the_hashtags(layer: str, count: int, tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(file_of(FOUND, "hxl", layer))
    with hxl.data(str(path), hxl.InputOptions(allow_local=True)) as source:
        found = list(source)
        assert {"#date+start", "#adm1+code+v_pcode", "#adm2+code+v_pcode", "#geo+lat"} <= set(source.display_tags)
    assert len(found) == count
    assert found[-1].get("#adm1+code") in {"XX01", None}


def test_only_p_codes_stand_in_the_columns_of_p_codes() -> None:
    one = claim("Village red takes 20")
    elsewhere = replace(one, place=replace(one.place, parents=("XX",)))
    (_, row) = rows(file_of(of(found_in([elsewhere])), "hxl"))
    assert (row["adm1_pcode"], row["adm2_pcode"]) == ("", "")


@pytest.mark.parametrize("table", [CLAIMS_LAYER.table, CONTROL_LAYER.table])
def test_every_hashtag_is_for_a_column(table) -> None:  # noqa: ANN001 - tables of different rows
    tags = tomllib.loads(Path("geo/export/hxl.toml").read_text(encoding="utf-8"))[table.name]
    known = {column.name for column in table.columns} | {"adm1_pcode", "adm2_pcode", "shows", "rights"}
    assert set(tags) <= known
    assert len(set(tags.values())) == len(tags)


def test_no_claims_give_the_headings_alone() -> None:
    assert rows(file_of(of(findings([])), "csv")) == []
