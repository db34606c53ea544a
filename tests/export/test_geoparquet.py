"""GeoParquet, read back by pyarrow and geopandas."""

from __future__ import annotations

import io
import json

import geopandas as gpd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from shapely import box
from written_contents import HOSTILE, file_of, hostile, of, written
from written_findings import findings

FOUND = written()


@pytest.mark.parametrize(
    ("layer", "count", "kinds"),
    [
        ("claims", 6, ["MultiPolygon", "Point"]),
        ("points", 6, ["Point"]),
        ("control", len(FOUND.findings.periods), ["MultiPolygon", "Point"]),
        ("places", 7, ["Point"]),
    ],
)
def test_geopandas_opens_every_row_in_wgs84(layer: str, count: int, kinds: list[str]) -> None:
    data = file_of(FOUND, "geoparquet", layer)
    frame = gpd.read_parquet(io.BytesIO(data))
    assert len(frame) == count
    assert frame.crs.to_epsg() in {4326, None}
    assert frame.crs.to_string() == "OGC:CRS84"
    assert sorted(set(frame.geom_type)) == kinds
    assert frame.geometry.is_valid.all()


def test_the_metadata_are_those_of_geoparquet_1_1() -> None:
    found = pq.read_metadata(io.BytesIO(file_of(FOUND, "geoparquet"))).metadata
    told = json.loads(found[b"geo"])
    column = told["columns"][told["primary_column"]]
    assert told["version"] == "1.1.0"
    assert (column["encoding"], column["geometry_types"], column["orientation"]) == (
        "WKB",
        ["MultiPolygon", "Point"],
        "counterclockwise",
    )
    assert column["bbox"] == [67.0, 35.0, 70.123457, 36.987654]
    about = json.loads(found[b"claimline"])
    assert about["shows"] == FOUND.shows
    assert about["attribution"].endswith("Quotes belong to their publishers.")


def test_pyarrow_reads_days_and_times_as_they_were() -> None:
    table = pq.read_table(io.BytesIO(file_of(FOUND, "geoparquet", "control")))
    assert table.schema.field("start").type == pa.timestamp("ms", tz="UTC")
    assert table.schema.field("first_day").type == pa.date32()
    assert table.schema.field("approximate").type == pa.bool_()
    found = {row["id"]: (row["first_day"], row["end"].date()) for row in table.to_pylist()}
    assert found == {f"{one.place}/{one.start.isoformat()}": (one.start, one.end) for one in FOUND.findings.periods}


def test_the_boxes_of_the_rows_let_a_reader_skip_what_lies_elsewhere() -> None:
    data = io.BytesIO(file_of(FOUND, "geoparquet"))
    west = gpd.read_parquet(data, bbox=(67, 35, 67.6, 35.6))
    assert set(west["place"]) == {"West"}
    for row in pq.read_table(data).to_pylist():
        around = box(*(row["bbox"][corner] for corner in ("xmin", "ymin", "xmax", "ymax")))
        assert around.covers(gpd.GeoSeries.from_wkb([row["geometry"]])[0])


def test_reports_are_a_plain_table_without_their_text() -> None:
    table = pq.read_table(io.BytesIO(file_of(FOUND, "geoparquet", "reports")))
    assert table.num_rows == 6
    assert b"geo" not in table.schema.metadata
    assert "text" not in table.column_names


def test_the_same_data_give_the_same_bytes() -> None:
    assert file_of(FOUND, "geoparquet") == file_of(FOUND, "geoparquet")


def test_hostile_text_comes_back_as_it_was() -> None:
    table = pq.read_table(io.BytesIO(file_of(hostile(), "geoparquet")))
    assert table["quote"].to_pylist() == [HOSTILE]


def test_no_claims_give_an_empty_table() -> None:
    frame = gpd.read_parquet(io.BytesIO(file_of(of(findings([])), "geoparquet")))
    assert frame.empty
    assert {"start", "geometry"} <= set(frame.columns)
