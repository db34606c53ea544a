import hashlib
from pathlib import Path

import pytest
from file_server import FileServer, Reply

from gazetteer.errors import DownloadError, NotThereError
from gazetteer.sources.origin import Origin, fetch, mirror
from gazetteer.sources.transfer import Patience, Transfer

SHA256 = hashlib.sha256(b"words").hexdigest()


def transfer(folder: Path) -> Transfer:
    (folder / "to").mkdir(exist_ok=True)
    return Transfer(folder / "to" / "file.part", 1000, Patience(timeout_s=5, tries=1, backoff_s=0))


def test_a_folder_stands_for_an_address(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "AF.zip").write_bytes(b"words")
    found = fetch(Origin(str(tmp_path)), ("AF.zip", "deep/AF.zip"), transfer(tmp_path))
    assert (found.path.read_bytes(), found.sha256) == (b"words", SHA256)


def test_names_are_tried_in_order(server: FileServer, tmp_path: Path) -> None:
    server.replies["/AF.zip"] = [Reply(b"words")]
    assert fetch(Origin(f"{server.base}/"), ("export/dump/AF.zip", "AF.zip"), transfer(tmp_path)).sha256 == SHA256
    assert [path for path, _ in server.asked] == ["/export/dump/AF.zip", "/AF.zip"]


def test_a_file_that_is_nowhere_is_named_with_all_its_addresses(tmp_path: Path) -> None:
    with pytest.raises(NotThereError, match=r"one\.zip or .*two\.zip"):
        fetch(Origin(str(tmp_path)), ("one.zip", "two.zip"), transfer(tmp_path))


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    (tmp_path / "AF.zip").write_bytes(b"x" * 1001)
    with pytest.raises(DownloadError, match="at most"):
        fetch(Origin(str(tmp_path)), ("AF.zip",), transfer(tmp_path))


def test_a_mirror_is_held_to_its_checksums(server: FileServer, tmp_path: Path) -> None:
    lines = f"{SHA256}  ./good.zip\n{SHA256} *bad.zip\n"
    server.replies |= {
        "/SHA256SUMS": [Reply(lines.encode())],
        "/good.zip": [Reply(b"words")],
        "/bad.zip": [Reply(b"other")],
    }
    origin = mirror(server.base, transfer(tmp_path))
    assert fetch(origin, ("good.zip",), transfer(tmp_path)).sha256 == SHA256
    with pytest.raises(DownloadError, match=f"{SHA256} is published"):
        fetch(origin, ("bad.zip",), transfer(tmp_path))
    assert list((tmp_path / "to").iterdir()) == []


def test_a_mirror_needs_no_checksums(tmp_path: Path) -> None:
    assert mirror(str(tmp_path), transfer(tmp_path)) == Origin(str(tmp_path))


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(DownloadError, match="no such folder"):
        mirror(str(tmp_path / "nowhere"), transfer(tmp_path))
