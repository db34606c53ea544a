import json
from pathlib import Path
from statistics import median

import geopandas as gpd
import pytest
import shapely

from gazetteer import Gazetteer, Kind
from gazetteer.data_files import data_file
from gazetteer.make.areas import approximate_areas
from gazetteer.make.district_areas import district_areas, province_outlines
from gazetteer.sources.own import read_records, read_sizes

EQUAL_AREA = "+proj=laea +lat_0=34 +lon_0=66 +datum=WGS84 +units=m"
SHARED = Path(__file__).parents[3] / "shared" / "boundaries"
NO_AREA = {"AF2116", "AF2409", "AF2506"}


@pytest.fixture(scope="module")
def districts(gazetteer: Gazetteer) -> gpd.GeoDataFrame:
    return gazetteer.areas("AF", Kind.DISTRICT)


def test_every_district_with_a_known_locality_has_an_approximate_area(
    gazetteer: Gazetteer, districts: gpd.GeoDataFrame
) -> None:
    ids = {place.id for place in gazetteer.places("AF", Kind.DISTRICT)}
    assert set(districts.place_id) == ids - NO_AREA
    assert districts.approximate.all()
    assert set(districts.source) == {"approximate-districts"}
    assert districts.crs.to_epsg() == 4326


def test_the_districts_are_one_coverage_of_valid_polygons(districts: gpd.GeoDataFrame) -> None:
    assert districts.is_valid.all()
    assert shapely.coverage_is_valid(districts.geometry.to_numpy())
    assert (districts.geometry.map(lambda area: len(shapely.get_parts(area))) <= 3).all()


def test_every_district_lies_in_its_province(gazetteer: Gazetteer, districts: gpd.GeoDataFrame) -> None:
    frame = gazetteer.areas("AF", Kind.PROVINCE)
    provinces = dict(zip(frame.place_id, shapely.buffer(frame.geometry.to_numpy(), 0.001), strict=True))
    outside = [row.place_id for row in districts.itertuples() if not provinces[row.place_id[:4]].covers(row.geometry)]
    assert outside == []


def test_provinces_carry_natural_earths_outline_but_for_the_two_that_it_draws_wrongly(gazetteer: Gazetteer) -> None:
    provinces = gazetteer.areas("AF", Kind.PROVINCE)
    assert len(provinces) == 34
    assert set(provinces[provinces.approximate].place_id) == {"AF24", "AF25"}


def test_a_point_of_a_province_lies_in_its_outline(gazetteer: Gazetteer) -> None:
    for place in gazetteer.places("AF", Kind.PROVINCE):
        area = gazetteer.area(place.id)
        assert area
        assert area.geometry.buffer(0.02).contains(shapely.Point(place.lon, place.lat)), place.name


def test_a_village_has_no_area(gazetteer: Gazetteer) -> None:
    assert gazetteer.area("gn:1143529") is None


def test_the_committed_areas_are_small() -> None:
    text = data_file("afghanistan_areas.geojson").read_text(encoding="utf-8")
    assert len(text) < 250_000
    assert len(json.loads(text)["features"]) == 398


def test_an_outline_is_shared_out_by_nearness_and_size() -> None:
    outline = shapely.box(0, 0, 30_000, 10_000)
    drawn = approximate_areas(
        {"west": [(5_000, 5_000)], "east": [(25_000, 5_000)]}, outline, {"west": 200, "east": 100}
    )
    assert set(drawn) == {"west", "east"}
    assert shapely.union_all(list(drawn.values())).area == pytest.approx(outline.area)
    assert drawn["west"].area == pytest.approx(200e6, rel=0.1)


def test_the_committed_areas_are_up_to_the_grid_what_the_script_makes(districts: gpd.GeoDataFrame) -> None:
    records = data_file("afghanistan.tsv")
    outlines = {ids: outline for ids, outline in province_outlines("AF").items() if ids == ("AF08",)}
    made = district_areas(read_records(records, "AF", {}), outlines, read_sizes(records))
    committed = dict(zip(districts.place_id, districts.geometry, strict=True))
    assert len(made) == 7
    overlap = [a.intersection(committed[d]).area / a.union(committed[d]).area for d, a in made.items()]
    assert median(overlap) > 0.9


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the official boundaries are in the development workspace only")
def test_the_areas_overlap_the_official_ones_well(districts: gpd.GeoDataFrame) -> None:
    codes = dict(
        line.split(",")[::3] for line in (SHARED / "afg_adm2_pcodes.csv").read_text(encoding="utf-8").splitlines()
    )
    by_shape = {shape: code for code, shape in codes.items()}
    official = gpd.read_file(SHARED / "geoBoundaries-AFG-ADM2.geojson").to_crs(EQUAL_AREA)
    true = dict(zip(official.shapeID.map(by_shape), official.geometry.make_valid(), strict=True))
    drawn = dict(zip(districts.place_id, districts.geometry.to_crs(EQUAL_AREA), strict=True))
    shared = sorted(d for d in drawn if d in true)
    overlap = gpd.pd.Series([drawn[d].intersection(true[d]).area / drawn[d].union(true[d]).area for d in shared])
    assert len(shared) == 398
    assert overlap.median() >= 0.75
