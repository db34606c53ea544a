"""GeoPackage, read back by GDAL's programs and by QGIS without a window."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
from collections import Counter
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyogrio
import pytest
from gdal import features, layer_names, needs_gdal, row_count
from written_contents import HOSTILE, file_of, hostile, written

if TYPE_CHECKING:
    from collections.abc import Callable

FOUND = written()
AREAS = {"XX0101", "XX0102"}
PERIODS = FOUND.findings.periods
COUNTS = {
    "claims_points": 6,
    "claims_areas": 3,
    "control_periods": sum(one.place in AREAS for one in PERIODS),
    "control_points": sum(one.place not in AREAS for one in PERIODS),
    "places": 7,
    "reports": 6,
    "sides": 2,
}
# A period ends and the next begins: one of the two is shown.
DAY = date(2021, 8, 25)
# QGIS brings its own bindings, for the system's Python.
SYSTEM_PYTHON = Path("/usr/bin/python3")


def periods_on(day: date, *, areas: bool) -> list[str]:
    """Ids of the periods of a day, of places with an area or without."""
    found = (one for one in PERIODS if one.start <= day < one.end and (one.place in AREAS) is areas)
    return sorted(f"{one.place}/{one.start.isoformat()}" for one in found)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("gpkg") / "claimline.gpkg"
    path.write_bytes(file_of(FOUND, "gpkg"))
    return path


@needs_gdal
def test_gdal_finds_every_layer_and_row_without_a_warning(path: Path) -> None:
    assert layer_names(path) == [*COUNTS, "layer_styles"]
    assert {name: row_count(path, name) for name in COUNTS} == COUNTS


@needs_gdal
def test_gdal_reads_days_and_times_as_they_were(path: Path) -> None:
    found = {one["properties"]["id"]: one["properties"] for one in features(path, "control_periods")}
    for period in (one for one in PERIODS if one.place in AREAS):
        start, end = period.start.isoformat(), period.end.isoformat()
        row = found[f"{period.place}/{start}"]
        assert (row["start"], row["end"], row["first_day"]) == (f"{start}T00:00:00Z", f"{end}T00:00:00Z", start)


def test_columns_have_types(path: Path) -> None:
    info = pyogrio.read_info(path, layer="claims_points")
    types = dict(zip(info["fields"], info["ogr_types"], strict=True))
    assert {name: types[name] for name in ("start", "event_start", "published", "deaths_low", "confidence")} == {
        "start": "OFTDateTime",
        "event_start": "OFTDate",
        "published": "OFTDate",
        "deaths_low": "OFTInteger64",
        "confidence": "OFTReal",
    }
    assert info["crs"] == "EPSG:4326"


def test_each_layer_says_what_it_shows_whom_to_credit_and_what_its_columns_mean(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        told = dict(file.execute("SELECT table_name, description FROM gpkg_contents"))
        meanings = Counter(name for (name,) in file.execute("SELECT table_name FROM gpkg_data_columns"))
        (check,) = file.execute("PRAGMA integrity_check").fetchone()
    for name in COUNTS:
        assert FOUND.shows in told[name]
        assert "approximate" in told[name]
        assert "Quotes belong to their publishers." in told[name]
        assert meanings[name] > 0
    assert check == "ok"


def test_the_same_data_give_the_same_bytes(path: Path) -> None:
    assert file_of(FOUND, "gpkg") == path.read_bytes()


def test_hostile_text_stays_text_in_cells_and_styles(tmp_path: Path) -> None:
    file = tmp_path / "hostile.gpkg"
    file.write_bytes(file_of(hostile(), "gpkg"))
    frame = pyogrio.read_dataframe(file, layer="claims_points")
    assert frame["quote"].tolist() == [HOSTILE.replace("\x00", "\ufffd").replace("\x0b", "\ufffd")]


@pytest.fixture(scope="module")
def qgis() -> Callable[..., dict[str, Any]]:
    """Lets QGIS read layers."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONPATH", None)
    probe = [SYSTEM_PYTHON, "-c", "import qgis.core"]
    found = SYSTEM_PYTHON.exists() and subprocess.run(probe, capture_output=True, env=environment, check=False)  # noqa: S603 - the system's Python
    if not found or found.returncode:
        pytest.skip("needs QGIS's Python: apt-get install python3-qgis")

    def read(*uris: str) -> dict[str, Any]:
        script = Path(__file__).with_name("qgis_reads.py")
        command = [SYSTEM_PYTHON, script, DAY.isoformat(), *uris]
        told = subprocess.run(  # noqa: S603 - the system's Python
            command, capture_output=True, text=True, env=environment, check=True
        )
        found: dict[str, Any] = json.loads(told.stdout)
        return found

    return read


def test_qgis_draws_sides_in_their_colours_and_steps_through_time(
    path: Path, qgis: Callable[..., dict[str, Any]]
) -> None:
    names = ["claims_points", "claims_areas", "control_periods", "control_points"]
    found = qgis(*(f"{path}|layername={name}" for name in names))
    for name, layer in zip(names, found["layers"], strict=True):
        assert layer["valid"]
        assert layer["features"] == COUNTS[name]
        assert layer["times"] == [True, 4, 0]
        assert layer["types"]["start"] == "DateTime"
    drawn = found["layers"][2]["drawn"]
    assert drawn["XX0101/2021-08-20"] == ["#0072b2", "2021-08-20T00:00:00"]  # held by Red
    assert drawn["XX0101/2021-08-25"][0] == "#1a1a1a"  # contested
    assert found["range"] == ["2021-08-15T00:00:00", "2021-09-11T00:00:00"]
    assert found["on_day"][2:] == [periods_on(DAY, areas=True), periods_on(DAY, areas=False)]


def test_qgis_steps_through_the_times_of_geojson(tmp_path: Path, qgis: Callable[..., dict[str, Any]]) -> None:
    file = tmp_path / "control.geojson"
    file.write_bytes(file_of(FOUND, "geojson", "control"))
    found = qgis(f"{file}|geometrytype=MultiPolygon", f"{file}|geometrytype=Point")
    # The file holds areas and points; QGIS opens them as two layers.
    assert [layer["valid"] for layer in found["layers"]] == [True, True]
    assert {tuple(layer["times"][1:]) for layer in found["layers"]} == {(2, 0)}
    assert {layer["types"]["end"] for layer in found["layers"]} == {"DateTime"}
    assert found["range"] == ["2021-08-15T00:00:00", "2021-09-11T00:00:00"]
    assert found["on_day"] == [periods_on(DAY, areas=True), periods_on(DAY, areas=False)]
