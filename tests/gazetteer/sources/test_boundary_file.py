import json
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
import shapely
from installable import NORTH, shapes
from shapely.geometry import box, mapping

from gazetteer.errors import DataError
from gazetteer.sources.boundary_file import read_boundaries


def written(path: Path, properties: dict[str, Any], geometry: Any = None) -> Path:  # noqa: ANN401 - any geometry
    feature = {"type": "Feature", "properties": properties, "geometry": geometry or mapping(box(*NORTH))}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature, feature]}), encoding="utf-8")
    return path


def test_geoboundaries_own_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x.geojson"
    path.write_bytes(shapes())
    found = read_boundaries(path)
    assert [(one.id, one.name, one.pcode) for one in found] == [
        ("gb:1B0", "Northland", None),
        ("gb:1B1", "Southland", None),
    ]
    assert found[0].geometry.equals(box(*NORTH))


@pytest.mark.parametrize(
    ("properties", "identifier", "name", "pcode"),
    [
        ({"ADM2_EN": "Banu", "ADM2_PCODE": "AF0907"}, "AF0907", "Banu", "AF0907"),
        ({"adm2_name": "Banu", "adm2_pcode": "AF0907"}, "AF0907", "Banu", "AF0907"),
        ({"NAME_2": "Banu", "GID_2": "AFG.2_1"}, "gb:AFG.2_1", "Banu", None),
        ({"name": "Deh Salah"}, "bd:deh-salah", "Deh Salah", None),
        ({"name": None, "shapeID": "7"}, "gb:7", "", None),
        ({"name": "A\u202eb\n", "shapeID": "7"}, "gb:7", "Ab", None),
    ],
)
def test_the_columns_of_known_collections_are_understood(
    tmp_path: Path, properties: dict[str, Any], identifier: str, name: str, pcode: str | None
) -> None:
    found = read_boundaries(written(tmp_path / "x.geojson", properties))[0]
    assert (found.id, found.name, found.pcode) == (identifier, name, pcode)


def test_ids_are_unique_also_where_the_files_are_not(tmp_path: Path) -> None:
    found = read_boundaries(written(tmp_path / "x.geojson", {"shapeName": "X", "shapeID": "7"}))
    assert [one.id for one in found] == ["gb:7", "gb:7-2"]


def test_an_outline_that_crosses_itself_is_mended(tmp_path: Path) -> None:
    bow = {"type": "Polygon", "coordinates": [[[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]]}
    found = read_boundaries(written(tmp_path / "x.geojson", {"shapeName": "X"}, bow))
    assert found[0].geometry.is_valid
    assert found[0].geometry.area == pytest.approx(2)


def test_metres_become_degrees(tmp_path: Path) -> None:
    frame = gpd.GeoDataFrame({"shapeName": ["X"]}, geometry=[box(*NORTH)], crs="EPSG:4326").to_crs("EPSG:3035")
    frame.to_file(tmp_path / "x.gpkg")
    found = read_boundaries(tmp_path / "x.gpkg")
    assert shapely.total_bounds(found[0].geometry) == pytest.approx(NORTH, abs=0.02)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"<!DOCTYPE html><html></html>", "web page"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:00", "Git LFS pointer"),
        (b"", "no boundary file"),
        (shapes()[:300], "no boundary file"),
        (b'{"type": "FeatureCollection", "features": []}', "holds no boundaries"),
        (shapes().replace(b"shapeName", b"label"), "no column of names"),
    ],
)
def test_what_is_no_boundary_file_is_named(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "districts.geojson"
    path.write_bytes(content)
    with pytest.raises(DataError, match=rf"districts\.geojson.*{message}"):
        read_boundaries(path)


def test_points_are_no_boundaries(tmp_path: Path) -> None:
    path = written(tmp_path / "x.geojson", {"shapeName": "X"}, {"type": "Point", "coordinates": [1, 2]})
    with pytest.raises(DataError, match="no polygons"):
        read_boundaries(path)
