import csv
from datetime import date
from pathlib import Path

import geopandas as gpd
import pytest
import shapely
from file_server import FileServer, Reply
from filelock import FileLock
from installable import ALTERNATES, API, DUMP, NORTH, SHAPES, dump, luxembourg_folder, serve_luxembourg, shapes

from gazetteer import Gazetteer, GazetteerError, Kind, attribution
from gazetteer.errors import DataError, DownloadError, InstallError
from gazetteer.index.installed import Installation, Part, read_installations
from gazetteer.install.country import Folders, Order, install, remove
from gazetteer.sources.geonames_dump import LICENCE
from gazetteer.sources.transfer import Patience

SHARED = Path(__file__).parents[3] / "shared" / "boundaries"
TODAY = date(2026, 11, 22)


def told(_text: str, _done: int, _total: int) -> None:
    """Progress goes nowhere."""


@pytest.fixture
def folders(tmp_path: Path, gazetteer: Gazetteer) -> Folders:
    """Folders of their own that share the world's index, which takes long to build."""
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / gazetteer.path.name).symlink_to(gazetteer.path)
    return Folders(tmp_path / "data", tmp_path / "cache")


def put_in(folders: Folders, origin: str, boundaries: str | None = None, names: str | None = None) -> Installation:
    patience = Patience(timeout_s=5, tries=2, backoff_s=0)
    return install(Order("LU", boundaries, names, origin), folders, TODAY, told, patience)


def opened(folders: Folders) -> Gazetteer:
    return Gazetteer.open(cache_dir=folders.cache, data_dir=folders.data)


def test_a_country_is_installed_from_a_server_in_the_real_formats(server: FileServer, folders: Folders) -> None:
    serve_luxembourg(server)
    done = put_in(folders, server.base)
    assert [(piece.part, piece.licence) for piece in done.pieces] == [
        (Part.ALTERNATES, LICENCE),
        (Part.BOUNDARIES, "CC0 1.0"),
        (Part.NAMES, LICENCE),
    ]
    assert done == read_installations(folders.data)[0]
    assert {piece.retrieved for piece in done.pieces} == {"2026-11-22"}
    assert [path for path, _ in server.asked] == ["/SHA256SUMS", API, SHAPES, DUMP, ALTERNATES]


def test_official_areas_are_used_at_once(folders: Folders, tmp_path: Path) -> None:
    put_in(folders, str(luxembourg_folder(tmp_path / "from")))
    found = opened(folders)
    districts = found.areas("LU", Kind.DISTRICT)
    assert list(districts.place_id) == ["gb:1B0", "gb:1B1"]
    assert not districts.approximate.any()
    credit = attribution(districts.source)
    assert credit == "District boundaries of LUX: geoBoundaries gbOpen, Invented Survey (CC0 1.0)"
    area = found.area("gb:1B0")
    assert area is not None
    assert shapely.total_bounds(area.geometry) == pytest.approx(NORTH)
    assert found.get("gb:1B0").parents[-1] == "LU"


def test_a_province_is_the_sum_of_its_districts(folders: Folders, tmp_path: Path) -> None:
    put_in(folders, str(luxembourg_folder(tmp_path / "from")))
    found = opened(folders)
    provinces = found.areas("LU", Kind.PROVINCE).set_index("place_id").geometry
    for place in found.places("LU", Kind.DISTRICT):
        area = found.area(place.id)
        assert area is not None
        assert provinces[place.parents[0]].buffer(1e-9).covers(area.geometry)


def test_places_that_only_the_dump_has_are_added_once(folders: Folders, tmp_path: Path, gazetteer: Gazetteer) -> None:
    put_in(folders, str(luxembourg_folder(tmp_path / "from")))
    found = opened(folders)
    hamlet = found.get("gn:990002")
    assert (hamlet.kind, hamlet.parents[0], hamlet.country) == (Kind.VILLAGE, "gb:1B1", "LU")
    assert [c.place.id for c in found.lookup("Hameau de l'Invention")] == ["gn:990002"]
    assert found.get("gn:990003").kind is Kind.PASS
    assert found.lookup("Invented Farm") == ()
    capital = [c.place.id for c in found.lookup("Luxembourg") if c.place.kind is Kind.TOWN]
    assert capital == [c.place.id for c in gazetteer.lookup("Luxembourg") if c.place.kind is Kind.TOWN]


def test_towns_learn_their_district_and_a_district_its_seat_and_names(folders: Folders, tmp_path: Path) -> None:
    put_in(folders, str(luxembourg_folder(tmp_path / "from")))
    found = opened(folders)
    assert found.get("gn:2960316").parents[0] == "gb:1B1"
    assert found.get("gn:2960316").seat_of == "gb:1B1"
    assert found.get("gn:990001").seat_of == "gb:1B0"
    assert "gb:1B0" in {c.place.id for c in found.lookup("Nordland")}
    assert "gn:990006" not in {c.place.id for c in found.lookup("Northland Canton")}


def test_other_countries_stay_as_they_are(folders: Folders, tmp_path: Path, gazetteer: Gazetteer) -> None:
    put_in(folders, str(luxembourg_folder(tmp_path / "from")))
    found = opened(folders)
    for name in ("Kabul", "Andarab", "Kharkiv", "Paris"):
        assert found.lookup(name) == gazetteer.lookup(name)
    assert found.countries() == gazetteer.countries()
    assert {p.id for p in found.places("LU", Kind.TOWN)} >= {p.id for p in gazetteer.places("LU", Kind.TOWN)}


def test_removing_restores_the_gazetteer(folders: Folders, tmp_path: Path, gazetteer: Gazetteer) -> None:
    put_in(folders, str(luxembourg_folder(tmp_path / "from")))
    assert remove("lux", folders) == "LUX"
    found = opened(folders)
    assert found.places("LU", Kind.DISTRICT) == ()
    assert found.lookup("Luxembourg") == gazetteer.lookup("Luxembourg")
    assert list((folders.cache / "installed").iterdir()) == []
    with pytest.raises(InstallError, match="Nothing is installed of LUX"):
        remove("LU", folders)


def test_one_part_can_be_installed_after_the_other(folders: Folders, tmp_path: Path) -> None:
    origin = str(luxembourg_folder(tmp_path / "from"))
    put_in(folders, origin, boundaries="geoboundaries")
    assert opened(folders).lookup("Invented Hamlet") == ()
    done = put_in(folders, origin, names="geonames")
    assert {piece.part for piece in done.pieces} == set(Part)
    assert opened(folders).get("gn:990002").parents[0] == "gb:1B1"


def test_names_alone_make_districts_of_second_order_units(folders: Folders, tmp_path: Path) -> None:
    put_in(folders, str(luxembourg_folder(tmp_path / "from")), names="geonames")
    assert [place.id for place in opened(folders).places("LU", Kind.DISTRICT)] == ["gn:990006"]


def test_what_a_mirror_does_not_have_is_told_and_the_rest_installed(folders: Folders, tmp_path: Path) -> None:
    folder = luxembourg_folder(tmp_path / "from")
    (folder / "LU.zip").unlink()
    done = put_in(folders, str(folder))
    assert any("Without names" in remark for remark in done.remarks)
    with pytest.raises(DownloadError, match=r"LU\.zip"):
        put_in(folders, str(folder), names="geonames")


def test_a_file_of_ones_own_is_installed(folders: Folders, tmp_path: Path) -> None:
    (tmp_path / "mine.geojson").write_bytes(shapes(names=("Mine", "Yours")))
    done = put_in(folders, str(tmp_path), boundaries=str(tmp_path / "mine.geojson"))
    assert done.pieces[0].source == "mine.geojson"
    assert [place.name for place in opened(folders).places("LU", Kind.DISTRICT)] == ["Mine", "Yours"]


@pytest.mark.parametrize(
    ("path", "reply"),
    [
        (SHAPES, Reply(shapes()[:200])),
        (SHAPES, Reply(b"<html>")),
        (SHAPES, Reply(shapes(), cut=50)),
        (API, Reply(b"<html>")),
        (API, Reply(b"", 500)),
        (DUMP, Reply(dump()[:-30])),
        (DUMP, Reply(dump(), cut=30)),
        (ALTERNATES, Reply(b"no zip")),
    ],
)
def test_a_broken_download_leaves_the_old_data(server: FileServer, folders: Folders, path: str, reply: Reply) -> None:
    serve_luxembourg(server)
    before = put_in(folders, server.base)
    files = sorted(file.name for file in (folders.data / "gazetteer" / "LUX").iterdir())
    server.replies[path] = [reply]
    with pytest.raises(GazetteerError, match=r"127\.0\.0\.1|LUX"):
        put_in(folders, server.base)
    assert read_installations(folders.data) == (before,)
    assert {file.name for file in (folders.data / "gazetteer" / "LUX").iterdir()} >= set(files)
    assert opened(folders).get("gn:990002").parents[0] == "gb:1B1"


def test_a_download_that_was_cut_is_taken_up_by_the_next_command(server: FileServer, folders: Folders) -> None:
    serve_luxembourg(server)
    large = bytes(range(256)) * 2000
    server.replies[DUMP] = [Reply(large, headers={"ETag": '"d"'}, cut=131_072)]
    with pytest.raises(DownloadError, match="cut 2 times"):
        put_in(folders, server.base, names="geonames")
    server.asked.clear()
    server.replies[DUMP] = [Reply(large, headers={"ETag": '"d"'})]
    with pytest.raises(DataError, match="broken"):
        put_in(folders, server.base, names="geonames")
    assert [headers.get("Range") for path, headers in server.asked if path == DUMP] == ["bytes=262144-"]


def test_a_file_that_is_not_the_published_one_is_refused(server: FileServer, folders: Folders) -> None:
    serve_luxembourg(server)
    server.replies["/SHA256SUMS"] = [Reply(f"{'0' * 64}  export/dump/LU.zip\n".encode())]
    with pytest.raises(DownloadError, match="is published"):
        put_in(folders, server.base)
    assert read_installations(folders.data) == ()


def test_two_installs_at_once_do_not_meet(folders: Folders, tmp_path: Path) -> None:
    (folders.data / "gazetteer").mkdir(parents=True)
    with (
        FileLock(folders.data / "gazetteer" / "LUX.lock"),
        pytest.raises(InstallError, match="Another process is installing or removing LUX"),
    ):
        put_in(folders, str(luxembourg_folder(tmp_path / "from")))


def test_an_emptied_cache_is_filled_again_from_the_kept_files(
    folders: Folders, tmp_path: Path, gazetteer: Gazetteer
) -> None:
    folder = luxembourg_folder(tmp_path / "from")
    put_in(folders, str(folder))
    (folders.cache / "installed").rename(tmp_path / "away")
    assert opened(folders).get("gn:990002").name == "Invented Hamlet"
    kept = folders.data / "gazetteer" / "LUX"
    next(kept.glob("boundaries-*")).unlink()
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / gazetteer.path.name).symlink_to(gazetteer.path)
    with pytest.raises(GazetteerError, match="claimline gazetteer install LUX"):
        opened(Folders(folders.data, tmp_path / "empty"))


@pytest.mark.parametrize(
    ("order", "message"),
    [
        (Order("ZZ"), "'ZZ' is no code of a country"),
        (Order("LU", origin="nowhere"), "nowhere: there is no such folder"),
        (Order("LU", boundaries="nothing.geojson"), r"nothing\.geojson: there is no such file"),
        (Order("LU", names="nothing.zip"), r"nothing\.zip: there is no such file"),
    ],
)
def test_an_order_that_cannot_be_met_is_told(folders: Folders, order: Order, message: str) -> None:
    with pytest.raises(GazetteerError, match=message):
        install(order, folders, TODAY, told)


def test_a_record_that_cannot_be_read_says_how_to_mend_it(folders: Folders, tmp_path: Path) -> None:
    put_in(folders, str(luxembourg_folder(tmp_path / "from")))
    (folders.data / "gazetteer" / "LUX.json").write_text("{}", encoding="utf-8")
    with pytest.raises(DataError, match="claimline gazetteer remove LUX"):
        opened(folders)
    assert remove("LU", folders) == "LUX"


def test_a_folder_that_cannot_be_written_to_is_named(folders: Folders, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(InstallError, match="CLAIMLINE_DATA"):
        put_in(Folders(tmp_path / "file", folders.cache), str(tmp_path))


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the official boundaries are in the development workspace only")
def test_p_codes_attach_to_the_official_boundaries_of_afghanistan(folders: Folders) -> None:
    done = install(Order("AFG", origin=str(SHARED)), folders, TODAY, told)
    found = opened(folders)
    areas = found.areas("AF", Kind.DISTRICT)
    assert not areas.approximate.any()
    truth = official_by_code()
    placed = dict(zip(areas.place_id, areas.geometry, strict=True))
    right = [
        code for code, area in truth.items() if code in placed and placed[code].contains(area.representative_point())
    ]
    assert len(right) / len(placed) >= 0.99
    assert len(right) / len(truth) >= 0.99
    bare = {code for code in ("AF2116", "AF2409", "AF2506") if any(code in remark for remark in done.remarks)}
    assert bare == {"AF2116", "AF2409", "AF2506"}


def official_by_code() -> dict[str, shapely.Geometry]:
    with (SHARED / "afg_adm2_pcodes.csv").open(encoding="utf-8") as file:
        codes = {row["shapeID"]: row["pcode"] for row in csv.DictReader(file) if row["shapeID"]}
    frame = gpd.read_file(SHARED / "geoBoundaries-AFG-ADM2.geojson")
    return {codes[row.shapeID]: row.geometry for row in frame.itertuples()}
