"""KML and KMZ, held to the OGC's schema and read back by GDAL."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from fastkml.validator import validate
from gdal import features, layer_names, needs_gdal
from written_claims import claim
from written_contents import HOSTILE, file_of, hostile, of, written
from written_findings import findings, found_in

from geo.export.text import writable

if TYPE_CHECKING:
    from pathlib import Path

    from geo.export.contents import Contents

FOUND = written()
PERIODS = FOUND.findings.periods
ONE_DAY = timedelta(days=1)
KML = {"k": "http://www.opengis.net/kml/2.2"}


def parsed(data: bytes) -> ET.Element:
    return ET.fromstring(data)  # noqa: S314 - our own file


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("kml") / "claimline.kml"
    path.write_bytes(file_of(FOUND, "kml"))
    return path


@pytest.mark.parametrize("contents", [FOUND, hostile(), of(findings([]))], ids=["written", "hostile", "empty"])
def test_the_schema_of_kml_2_2_finds_no_fault(contents: Contents, tmp_path: Path) -> None:
    file = tmp_path / "file.kml"
    file.write_bytes(file_of(contents, "kml"))
    assert validate(file_to_validate=file) is True


@needs_gdal
def test_gdal_finds_every_period_and_claim(path: Path) -> None:
    assert layer_names(path) == ["Control periods", "Claims as points"]
    assert len(features(path, "Control periods")) == len(PERIODS)
    assert len(features(path, "Claims as points")) == 6


@needs_gdal
def test_gdal_reads_the_first_and_the_last_second_of_each_period(path: Path) -> None:
    rows = [one["properties"] for one in features(path, "Control periods")]
    found = {(row["place_id"], row["first_day"]): row for row in rows}
    for period in PERIODS:
        row = found[period.place, period.start.isoformat()]
        assert row["begin"] == f"{period.start.isoformat()}T00:00:00Z"
        assert row["end"] == f"{(period.end - ONE_DAY).isoformat()}T23:59:59Z"
        assert row["status"] == period.status.value
    assert {row["approximate"] for row in rows if row["place_id"] == "XX0101"} == {1}


def test_an_approximate_area_says_so_in_its_name_and_has_the_colour_of_its_side(path: Path) -> None:
    root = parsed(path.read_bytes())
    colours = {
        one.get("id"): one.findtext(".//k:PolyStyle/k:color", "", KML) for one in root.iterfind(".//k:Style", KML)
    }
    marks = root.iterfind(".//k:Placemark", KML)
    found = {one.findtext("k:name", "", KML): one.findtext("k:styleUrl", "", KML)[1:] for one in marks}
    # aabbggrr of Red's #0072B2.
    assert colours[found["West (approximate area): held Red Front"]] == "b0b27200"
    assert "East: held Red Front" in found


def test_of_a_place_that_is_meant_in_part_only_a_part_is_told() -> None:
    root = parsed(file_of(of(found_in([replace(claim("West red takes 20"), partial=True)])), "kml"))
    (mark,) = root.iterfind(".//k:Folder[k:name='Claims as points']/k:Placemark", KML)
    assert mark.findtext("k:name", "", KML) == "Part of West: Red takes"


def test_the_file_says_what_it_shows_and_whom_to_credit(path: Path) -> None:
    about = parsed(path.read_bytes()).findtext("k:Document/k:description", "", KML)
    assert FOUND.shows in about
    assert "Quotes belong to their publishers." in about


def test_a_quote_is_text_also_where_descriptions_are_shown_as_html() -> None:
    root = parsed(file_of(hostile(), "kml"))
    (mark,) = root.iterfind(".//k:Folder[k:name='Claims as points']/k:Placemark", KML)
    shown = mark.findtext("k:description", "", KML)
    assert "<script" not in shown
    assert "<img" not in shown
    assert "&lt;img src=x" in shown
    # XML reads each end of a line as a line feed.
    assert mark.findtext(".//k:SimpleData[@name='quote']", "", KML) == writable(HOSTILE).replace("\r\n", "\n")


def test_kmz_holds_the_same_and_tells_no_time_of_writing() -> None:
    data = file_of(FOUND, "kmz")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist() == ["doc.kml"]
        assert archive.read("doc.kml") == file_of(FOUND, "kml")
        assert archive.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)
