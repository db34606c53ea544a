import json
from pathlib import Path

import pytest
from file_server import FileServer, Reply
from installable import API, SHAPES, described, luxembourg_folder, serve_luxembourg, shapes

from gazetteer.errors import DataError, NotThereError
from gazetteer.sources.geoboundaries import describe, fetch_boundaries
from gazetteer.sources.origin import Origin
from gazetteer.sources.transfer import Patience, Transfer


def transfer(folder: Path) -> Transfer:
    return Transfer(folder / "file.part", patience=Patience(timeout_s=5, tries=1, backoff_s=0))


def test_the_answer_tells_source_licence_and_address() -> None:
    about = describe(described("https://example.org/x.geojson"), "https://example.org/api/")
    assert about.source == "geoBoundaries gbOpen, Invented Survey"
    assert (about.licence, about.year) == ("CC0 1.0", "2020")
    assert about.address == "https://example.org/x.geojson"


@pytest.mark.parametrize(
    ("said", "licence"),
    [("nan", "not stated"), (None, "not stated"), ("CC BY 4.0\n\x1b[31m", "CC BY 4.0[31m"), ("x" * 999, "x" * 300)],
)
def test_what_is_said_is_kept_as_one_short_line(said: str | None, licence: str) -> None:
    about = describe(json.dumps({"boundaryLicense": said}).encode(), "https://example.org/")
    assert about.licence.startswith(licence)
    assert len(about.licence) <= 300


@pytest.mark.parametrize("answer", [b"<!DOCTYPE html><html>", b"", b'"text"', b"[]", b"\xff\xfe"])
def test_an_answer_that_is_none_is_refused(answer: bytes) -> None:
    with pytest.raises(DataError, match=r"https://example\.org/.*Check the address"):
        describe(answer, "https://example.org/")


def test_the_api_is_asked_and_then_the_file_that_it_names(server: FileServer, tmp_path: Path) -> None:
    serve_luxembourg(server)
    found, about = fetch_boundaries(Origin(server.base), "LUX", transfer(tmp_path))
    assert [path for path, _ in server.asked] == [API, SHAPES]
    assert found.path.read_bytes() == shapes()
    assert about.licence == "CC0 1.0"


def test_a_mirror_is_never_left_for_another_server(server: FileServer, tmp_path: Path) -> None:
    elsewhere = described("https://example.org/x.geojson")
    server.replies |= {API: [Reply(elsewhere)], "/geoBoundaries-LUX-ADM2.geojson": [Reply(shapes())]}
    found, _ = fetch_boundaries(Origin(server.base), "LUX", transfer(tmp_path))
    assert found.address == f"{server.base}/geoBoundaries-LUX-ADM2.geojson"


def test_a_folder_holds_the_files_of_a_release(tmp_path: Path) -> None:
    folder = luxembourg_folder(tmp_path / "release")
    found, about = fetch_boundaries(Origin(str(folder)), "LUX", transfer(tmp_path))
    assert found.path.read_bytes() == shapes()
    assert about.licence == "CC0 1.0"


def test_a_web_page_instead_of_the_answer_is_told(server: FileServer, tmp_path: Path) -> None:
    server.replies[API] = [Reply(b"<html>Please log in to the wireless network</html>")]
    with pytest.raises(DataError, match=r"no JSON.*<html>Please log in"):
        fetch_boundaries(Origin(server.base), "LUX", transfer(tmp_path))


def test_a_country_without_boundaries_is_told(server: FileServer, tmp_path: Path) -> None:
    with pytest.raises(NotThereError, match="LUX"):
        fetch_boundaries(Origin(server.base), "LUX", transfer(tmp_path))
