import base64
import hashlib
import socket
from pathlib import Path

import pytest
from file_server import FileServer, Reply

from gazetteer.errors import DownloadError, NotThereError
from gazetteer.sources.download import download
from gazetteer.sources.transfer import Patience, Transfer

BODY = bytes(range(256)) * 2000
SHA256 = hashlib.sha256(BODY).hexdigest()
TAGGED = {"ETag": '"one"'}
CUT = Reply(BODY, headers=TAGGED, cut=131_072)
WHOLE = Reply(BODY, headers=TAGGED)


def transfer(folder: Path, tries: int = 3, most_bytes: int = 10_000_000) -> Transfer:
    return Transfer(folder / "file.part", most_bytes, Patience(timeout_s=5, tries=tries, backoff_s=0))


def ranges(server: FileServer) -> list[str | None]:
    return [headers.get("Range") for _, headers in server.asked]


def test_a_file_arrives_whole_with_its_checksum(server: FileServer, tmp_path: Path) -> None:
    server.replies["/file"] = [WHOLE]
    found = download(f"{server.base}/file", transfer(tmp_path))
    assert (found.path.read_bytes(), found.sha256, found.size) == (BODY, SHA256, len(BODY))
    assert [path.name for path in tmp_path.iterdir()] == ["file.part"]


def test_progress_is_told_in_bytes(server: FileServer, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    server.replies["/file"] = [WHOLE]
    wanted = Transfer(tmp_path / "file.part", steps=lambda there, total: told.append((there, total)))
    download(f"{server.base}/file", wanted)
    assert told[-1] == (len(BODY), len(BODY))
    assert told == sorted(told)


@pytest.mark.parametrize("headers", [TAGGED, {"Last-Modified": "Sat, 21 Nov 2026 10:00:00 GMT"}])
def test_a_cut_transfer_goes_on_from_where_it_stopped(
    server: FileServer, tmp_path: Path, headers: dict[str, str]
) -> None:
    server.replies["/file"] = [Reply(BODY, headers=headers, cut=131_072), Reply(BODY, headers=headers)]
    found = download(f"{server.base}/file", transfer(tmp_path))
    assert found.sha256 == SHA256
    assert ranges(server) == [None, "bytes=131072-"]
    assert server.asked[1][1]["If-Range"] in headers.values()


def test_the_next_command_goes_on_where_the_last_one_gave_up(server: FileServer, tmp_path: Path) -> None:
    server.replies["/file"] = [CUT]
    with pytest.raises(DownloadError, match="goes on from"):
        download(f"{server.base}/file", transfer(tmp_path, tries=2))
    server.replies["/file"] = [WHOLE]
    assert download(f"{server.base}/file", transfer(tmp_path)).sha256 == SHA256
    assert ranges(server) == [None, "bytes=131072-", "bytes=262144-"]


@pytest.mark.parametrize(
    "later",
    [
        Reply(BODY, headers={"ETag": '"two"'}),
        Reply(BODY, headers=TAGGED, ranges=False),
    ],
    ids=["the file has changed", "the server knows no ranges"],
)
def test_a_part_that_does_not_fit_is_fetched_anew(server: FileServer, tmp_path: Path, later: Reply) -> None:
    server.replies["/file"] = [Reply(BODY[::-1], headers=TAGGED, cut=131_072), later]
    assert download(f"{server.base}/file", transfer(tmp_path)).sha256 == SHA256


def test_without_a_tag_a_cut_transfer_starts_again(server: FileServer, tmp_path: Path) -> None:
    server.replies["/file"] = [Reply(BODY, cut=131_072), Reply(BODY, headers={"ETag": 'W/"weak"'}, cut=5), Reply(BODY)]
    assert download(f"{server.base}/file", transfer(tmp_path)).sha256 == SHA256
    assert ranges(server) == [None, None, None]


def test_a_part_of_another_file_is_not_taken_up(server: FileServer, tmp_path: Path) -> None:
    server.replies |= {"/other": [CUT], "/file": [WHOLE]}
    with pytest.raises(DownloadError):
        download(f"{server.base}/other", transfer(tmp_path, tries=1))
    assert download(f"{server.base}/file", transfer(tmp_path)).sha256 == SHA256
    assert ranges(server) == [None, None]


def test_a_range_that_is_refused_is_asked_for_from_the_start(server: FileServer, tmp_path: Path) -> None:
    server.replies["/file"] = [CUT, Reply(b"", 416), WHOLE]
    assert download(f"{server.base}/file", transfer(tmp_path)).sha256 == SHA256


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_server_in_trouble_is_asked_again(server: FileServer, tmp_path: Path, status: int) -> None:
    server.replies["/file"] = [Reply(b"busy", status), WHOLE]
    assert download(f"{server.base}/file", transfer(tmp_path)).sha256 == SHA256


@pytest.mark.parametrize(
    ("reply", "error", "message"),
    [
        (Reply(b"", 404), NotThereError, "no such file"),
        (Reply(b"", 410), NotThereError, "no such file"),
        (Reply(b"", 403), DownloadError, "403"),
        (Reply(b"", 500), DownloadError, "500"),
        (Reply(b"", 302, {"Location": "/file"}), DownloadError, "in a circle"),
        (Reply(b"x", length="9000000000000"), DownloadError, "9,000,000 MB"),
        (Reply(b"x" * 10_000_001, length=""), DownloadError, "does not end"),
        (Reply(BODY, headers={"Repr-Digest": "sha-256=:AAAA:"}), DownloadError, "is published"),
    ],
)
def test_what_cannot_be_right_is_refused_in_a_sentence(
    server: FileServer, tmp_path: Path, reply: Reply, error: type[Exception], message: str
) -> None:
    server.replies["/file"] = [reply]
    with pytest.raises(error, match=message) as refused:
        download(f"{server.base}/file", transfer(tmp_path))
    assert f"{server.base}/file" in str(refused.value)
    assert not (tmp_path / "file.part").exists()


def test_the_servers_own_checksum_is_checked(server: FileServer, tmp_path: Path) -> None:
    digest = base64.b64encode(bytes.fromhex(SHA256)).decode()
    server.replies["/file"] = [Reply(BODY, headers={"Repr-Digest": f"sha-256=:{digest}:"})]
    assert download(f"{server.base}/file", transfer(tmp_path)).sha256 == SHA256


def test_nobody_at_the_address_is_told(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(DownloadError, match="no connection"):
        download(f"http://127.0.0.1:{port}/file", transfer(tmp_path, tries=1))


def test_the_pauses_between_tries_double(server: FileServer, tmp_path: Path) -> None:
    waited: list[float] = []
    server.replies["/file"] = [Reply(BODY, cut=10)]
    patience = Patience(timeout_s=5, tries=4, backoff_s=0.5, pause=waited.append)
    with pytest.raises(DownloadError, match="cut 4 times"):
        download(f"{server.base}/file", Transfer(tmp_path / "file.part", patience=patience))
    assert waited == [0.5, 1.0, 2.0]


def test_the_program_says_who_it_is(server: FileServer, tmp_path: Path) -> None:
    server.replies["/file"] = [WHOLE]
    download(f"{server.base}/file", transfer(tmp_path))
    assert server.asked[0][1]["User-Agent"].startswith("claimline")
