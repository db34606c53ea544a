"""GeoJSON of claims and of control periods, read back by another reader."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import LinearRing, box
from shapely.geometry import shape
from written_areas import EAST_AREA, WEST_AREA, WrittenAreas
from written_claims import PLACES, claim
from written_findings import PROFILE, findings

from geo.control.fold import METHOD
from geo.export.geojson import claim_points_geojson, claims_geojson, control_geojson
from geo.export.geometry import geojson_area

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

LINES = [
    "West red takes 20 by media",
    "West blue takes ../25 says blue",
    "Seat red holds 18/20",
    "Province red holds 21",
]
HOSTILE = '{{7*7}} </script><img src=x onerror="a()">\u202e \u2028 ${x} `y` \x00 "\\'
FOUND = findings(LINES)
CLAIMS = claims_geojson(FOUND.claims, WrittenAreas(), FOUND.reports)
POINTS = claim_points_geojson(FOUND.claims, FOUND.reports)
CONTROL = control_geojson(FOUND.periods, FOUND.places, WrittenAreas(), FOUND.profile)


def opened(data: bytes) -> gpd.GeoDataFrame:
    return gpd.read_file(io.BytesIO(data))


def rings(geometry: dict[str, Any]) -> list[list[list[list[float]]]]:
    polygons = geometry["coordinates"]
    return polygons if geometry["type"] == "MultiPolygon" else [polygons]


@pytest.mark.parametrize(("data", "count"), [(CLAIMS, 4), (POINTS, 4), (CONTROL, len(FOUND.periods))])
def test_another_reader_finds_every_feature_in_wgs84(data: bytes, count: int) -> None:
    frame = opened(data)
    assert len(frame) == count
    assert frame.crs.to_epsg() == 4326
    assert frame.geometry.is_valid.all()
    assert not frame.geometry.isna().any()


@pytest.mark.parametrize("data", [CLAIMS, POINTS, CONTROL])
def test_start_and_end_are_days_and_the_end_is_later(data: bytes) -> None:
    for feature in json.loads(data)["features"]:
        assert date.fromisoformat(feature["properties"]["start"]) < date.fromisoformat(feature["properties"]["end"])


@pytest.mark.parametrize("data", [CLAIMS, POINTS, CONTROL])
def test_the_collection_says_whence_it_comes_and_how_it_was_made(data: bytes) -> None:
    collection = json.loads(data)
    assert collection["method"] == METHOD
    assert "Quotes belong to their publishers" in collection["attribution"]
    assert "crs" not in collection
    ids = [feature["id"] for feature in collection["features"]]
    assert len(set(ids)) == len(ids)


def test_a_claim_lies_on_the_area_of_its_place_or_else_on_its_point() -> None:
    kinds = {(one["properties"]["place"], one["geometry"]["type"]) for one in json.loads(CLAIMS)["features"]}
    assert kinds == {("West", "MultiPolygon"), ("Seat", "Point"), ("Province", "Point")}
    assert {one["geometry"]["type"] for one in json.loads(POINTS)["features"]} == {"Point"}


def test_a_claim_keeps_all_that_it_says() -> None:
    properties = next(
        one["properties"] for one in json.loads(CLAIMS)["features"] if one["properties"]["claimant_side"] == "blue"
    )
    expected = {
        "start": "2021-08-25",
        "end": "2021-08-26",
        "event_start": None,
        "event_end": "2021-08-25",
        "place_id": "XX0101",
        "action": "takes",
        "actor_id": "blue",
        "assertion": "asserted",
        "attribution": "claimed",
        "claimant": "Speaker blue",
        "quote_start": 0,
        "publisher": "Paper r2",
        "approximate": True,
        "area_source": "claimline",
    }
    assert {key: properties[key] for key in expected} == expected


def test_a_control_period_keeps_state_holder_basis_and_days() -> None:
    frame = opened(CONTROL)
    west = frame[frame.place_id == "XX0101"].sort_values("start")
    columns = ["start", "end", "status", "holder", "rivals", "basis", "colour", "approximate"]
    rows = [tuple(row) for row in west[columns].astype(object).where(west[columns].notna(), None).to_numpy()]
    assert [(str(row[0])[:10], str(row[1])[:10], *row[2:]) for row in rows][:3] == [
        ("2021-08-15", "2021-08-20", "unknown", None, "", "none", None, True),
        ("2021-08-20", "2021-08-25", "held", "Red Front", "", "own", "#0072B2", True),
        ("2021-08-25", "2021-09-04", "contested", None, "Blue Army, Red Front", "own", None, True),
    ]
    assert set(frame[(frame.place_id == "XX0102") & (frame.status == "held")].basis) == {"inherited"}


def test_wide_units_come_first() -> None:
    kinds = [one["properties"]["place_kind"] for one in json.loads(CONTROL)["features"]]
    wide = [kind for kind in kinds if kind in {"country", "province", "district"}]
    assert kinds[: len(wide)] == wide
    assert wide == sorted(wide, key=["country", "province", "district"].index)


def test_the_bounding_box_holds_every_geometry() -> None:
    collection = json.loads(CONTROL)
    around = box(*collection["bbox"])
    assert all(around.covers(shape(one["geometry"])) for one in collection["features"])


def test_the_order_of_claims_and_periods_changes_no_byte() -> None:
    assert claims_geojson(FOUND.claims[::-1], WrittenAreas(), FOUND.reports[::-1]) == CLAIMS
    assert control_geojson(FOUND.periods[::-1], FOUND.places, WrittenAreas(), FOUND.profile) == CONTROL


def test_no_claims_give_an_empty_collection() -> None:
    collection = json.loads(claims_geojson([], WrittenAreas(), []))
    assert collection["features"] == []
    assert "bbox" not in collection


def test_a_place_whose_point_is_not_known_has_no_geometry_and_never_zero() -> None:
    one = claim("Village red takes 20")
    lost = replace(one, place=replace(one.place, lon=float("nan")))
    (feature,) = json.loads(claims_geojson([replace(lost, place=replace(lost.place, lat=0.0))], WrittenAreas(), []))[
        "features"
    ]
    assert feature["geometry"] is None


def test_hostile_text_stays_text() -> None:
    one = claim("West red takes 20")
    hostile = replace(one, quote=HOSTILE, end=len(HOSTILE), place_text="")
    report = replace(FOUND.reports[0], id="r", publisher=HOSTILE, title=HOSTILE)
    (feature,) = json.loads(claims_geojson([hostile], WrittenAreas(), [report]))["features"]
    found = feature["properties"]
    assert (found["quote"], found["publisher"], found["title"]) == (HOSTILE, HOSTILE, HOSTILE)


@pytest.mark.parametrize("area", [WEST_AREA, EAST_AREA])
def test_outer_rings_run_anticlockwise_and_holes_clockwise(area: BaseGeometry) -> None:
    for outer, *holes in rings(geojson_area(area)):
        assert LinearRing(outer).is_ccw
        assert not any(LinearRing(hole).is_ccw for hole in holes)


@given(st.floats(-170, 170), st.floats(-80, 80), st.floats(1e-4, 9), st.floats(1e-4, 9))
def test_an_area_keeps_its_shape_with_six_decimals(west: float, south: float, width: float, height: float) -> None:
    area = box(west, south, west + width, south + height)
    found = geojson_area(area)
    assert shape(found).is_valid
    assert shape(found).symmetric_difference(area).area < 1e-5 * (width + height)
    for polygon in rings(found):
        assert all(round(number, 6) == number for ring in polygon for pair in ring for number in pair)


def test_a_period_of_a_place_that_nobody_knows_is_left_out() -> None:
    places = {key: place for key, place in PLACES.items() if key != "XX0101"}
    found = json.loads(control_geojson(FOUND.periods, places, WrittenAreas(), PROFILE))
    assert "XX0101" not in {one["properties"]["place_id"] for one in found["features"]}
