"""GeoJSON of claims and of control periods, read back by another reader."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import LinearRing, MultiPolygon, Polygon, box, segmentize
from shapely.geometry import mapping, shape
from written_areas import EAST_AREA, WEST_AREA
from written_claims import PLACES, claim
from written_contents import HOSTILE, file_of, hostile, of, written
from written_findings import found_in

from geo.control.method import METHOD
from geo.export.geometry import area_of, around, box_of
from geo.view.filters import Filters
from geo.view.view import View

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from geo.export.geometry import Box

FOUND = written()
CLAIMS = file_of(FOUND, "geojson", "claims")
POINTS = file_of(FOUND, "geojson", "points")
CONTROL = file_of(FOUND, "geojson", "control")
PLACES_FILE = file_of(FOUND, "geojson", "places")
ALL_FILES = [CLAIMS, POINTS, CONTROL, PLACES_FILE]


def opened(data: bytes) -> gpd.GeoDataFrame:
    return gpd.read_file(io.BytesIO(data))


def rings(geometry: dict[str, Any]) -> list[list[list[list[float]]]]:
    polygons = geometry["coordinates"]
    return polygons if geometry["type"] == "MultiPolygon" else [polygons]


@pytest.mark.parametrize(
    ("data", "count"), [(CLAIMS, 6), (POINTS, 6), (CONTROL, len(FOUND.findings.periods)), (PLACES_FILE, 7)]
)
def test_another_reader_finds_every_feature_in_wgs84(data: bytes, count: int) -> None:
    frame = opened(data)
    assert len(frame) == count
    assert frame.crs.to_epsg() == 4326
    assert frame.geometry.is_valid.all()
    assert not frame.geometry.isna().any()


@pytest.mark.parametrize("data", [CLAIMS, POINTS, CONTROL])
def test_start_and_end_are_instants_in_utc_and_the_end_is_later(data: bytes) -> None:
    for feature in json.loads(data)["features"]:
        start, end = (feature["properties"][name] for name in ("start", "end"))
        assert start.endswith("T00:00:00Z")
        assert datetime.fromisoformat(start) < datetime.fromisoformat(end)


def test_another_reader_takes_start_and_end_for_times() -> None:
    assert {str(opened(CLAIMS)[name].dtype.tz) for name in ("start", "end")} == {"UTC"}


@pytest.mark.parametrize("data", ALL_FILES)
def test_the_collection_says_whence_it_comes_and_how_it_was_made(data: bytes) -> None:
    collection = json.loads(data)
    assert collection["method"] == METHOD
    assert "Quotes belong to their publishers" in collection["attribution"]
    assert "crs" not in collection
    ids = [feature["id"] for feature in collection["features"]]
    assert len(set(ids)) == len(ids)


def test_a_claim_lies_on_the_area_of_its_place_or_else_on_its_point() -> None:
    kinds = {(one["properties"]["place"], one["geometry"]["type"]) for one in json.loads(CLAIMS)["features"]}
    assert kinds == {
        ("West", "MultiPolygon"),
        ("East", "MultiPolygon"),
        ("Seat", "Point"),
        ("Village", "Point"),
        ("Province", "Point"),
    }
    assert {one["geometry"]["type"] for one in json.loads(POINTS)["features"]} == {"Point"}


def test_a_claim_keeps_all_that_it_says() -> None:
    properties = next(
        one["properties"] for one in json.loads(CLAIMS)["features"] if one["properties"]["claimant_side"] == "blue"
    )
    expected = {
        "start": "2021-08-25T00:00:00Z",
        "end": "2021-08-26T00:00:00Z",
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
        ("2021-08-15", "2021-08-20", "unknown", None, None, "none", None, True),
        ("2021-08-20", "2021-08-25", "held", "Red Front", None, "own", "#0072B2", True),
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


def test_the_order_of_claims_periods_and_reports_changes_no_byte() -> None:
    found = FOUND.findings
    turned = of(replace(found, claims=found.claims[::-1], periods=found.periods[::-1], reports=found.reports[::-1]))
    assert [file_of(turned, "geojson", layer) for layer in ("claims", "control", "places")] == [
        CLAIMS,
        CONTROL,
        PLACES_FILE,
    ]


def test_a_claim_given_twice_is_written_once() -> None:
    found = FOUND.findings
    assert file_of(of(replace(found, claims=(*found.claims, *found.claims))), "geojson", "claims") == CLAIMS


def test_no_claims_give_an_empty_collection() -> None:
    collection = json.loads(file_of(of(found_in([])), "geojson", "claims"))
    assert collection["features"] == []
    assert "bbox" not in collection


def test_a_place_whose_point_is_not_known_has_no_geometry_and_never_zero() -> None:
    one = claim("Village red takes 20")
    lost = replace(one, place=replace(one.place, lon=float("nan"), lat=0.0))
    (feature,) = json.loads(file_of(of(found_in([lost])), "geojson", "claims"))["features"]
    assert feature["geometry"] is None
    assert feature["properties"]["lon"] is None


def test_hostile_text_stays_text() -> None:
    (feature,) = json.loads(file_of(hostile(), "geojson", "claims"))["features"]
    found = feature["properties"]
    assert (found["quote"], found["publisher"], found["title"]) == (HOSTILE, HOSTILE, HOSTILE)


def test_the_collection_says_through_which_filters_it_went() -> None:
    view = View(basis="red", filters=Filters(action=("takes",), text="west"))
    collection = json.loads(file_of(replace(FOUND, view=view), "geojson", "claims"))
    assert collection["shows"] == (
        "Basis: Red Front's word. Clock: day of the event. Filters: action takes; text 'west'."
    )


@pytest.mark.parametrize("area", [WEST_AREA, EAST_AREA])
def test_outer_rings_run_anticlockwise_and_holes_clockwise(area: BaseGeometry) -> None:
    for outer, *holes in rings(mapping(area_of(area))):
        assert LinearRing(outer).is_ccw
        assert not any(LinearRing(hole).is_ccw for hole in holes)


@given(st.floats(-170, 170), st.floats(-80, 80), st.floats(1e-4, 9), st.floats(1e-4, 9))
def test_an_area_keeps_its_shape_with_six_decimals(west: float, south: float, width: float, height: float) -> None:
    area = box(west, south, west + width, south + height)
    found = area_of(area)
    assert found.is_valid
    assert found.symmetric_difference(area).area < 1e-5 * (width + height)
    for polygon in rings(mapping(found)):
        assert all(round(number, 6) == number for ring in polygon for pair in ring for number in pair)


def test_a_period_of_a_place_that_nobody_knows_is_left_out() -> None:
    places = {key: place for key, place in PLACES.items() if key != "XX0101"}
    found = json.loads(file_of(of(replace(FOUND.findings, places=places)), "geojson", "control"))
    assert "XX0101" not in {one["properties"]["place_id"] for one in found["features"]}


# 177 to 183 degrees east, written in the three ways that occur.
ACROSS = [
    box(177, -20, 183, -16),
    Polygon([(177, -20), (-177, -20), (-177, -16), (177, -16)]),
    MultiPolygon([box(177, -20, 180, -16), box(-180, -20, -177, -16)]),
]


@pytest.mark.parametrize("area", ACROSS)
def test_an_area_across_the_antimeridian_is_cut_there(area: BaseGeometry) -> None:
    found = area_of(area)
    assert sorted(part.bounds for part in found.geoms) == [(-180, -20, -177, -16), (177, -20, 180, -16)]
    assert box_of(found) == (177, -20, -177, -16)


@pytest.mark.parametrize("area", [box(-180, -90, 180, -60), segmentize(box(-170, 10, 170, 20), 90)])
def test_a_wide_area_is_not_taken_for_one_across_the_antimeridian(area: BaseGeometry) -> None:
    assert area_of(area).equals(area)
    assert box_of(area_of(area)) == area.bounds


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ((10, 0, 20, 5), (30, -5, 40, 1), (10, -5, 40, 5)),
        ((-100, 0, -90, 5), (100, 0, 110, 5), (-100, 0, 110, 5)),
        ((177, 0, -177, 5), (-170, 0, -160, 5), (177, 0, -160, 5)),
        ((177, 0, -177, 5), (160, 0, 170, 5), (160, 0, -177, 5)),
        ((177, 0, -177, 5), (179, 1, 180, 2), (177, 0, -177, 5)),
        ((177, 0, -177, 5), (-178, 1, -177.5, 2), (177, 0, -177, 5)),
        ((100, 0, -100, 5), (-110, 1, 110, 2), (-180, 0, 180, 5)),
    ],
)
def test_a_box_around_two_crosses_the_antimeridian_only_where_one_does(one: Box, other: Box, both: Box) -> None:
    assert around(one, other) == both
    assert around(other, one) == both
