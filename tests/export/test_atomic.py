"""Files written whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.errors import ExportError
from geo.export.atomic import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def failing() -> Iterator[bytes]:
    yield b"half"
    message = "no more"
    raise RuntimeError(message)


def test_a_file_is_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.json", [b"one ", b"two"])
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.json": b"one two"}


def test_what_was_there_stays_when_writing_fails(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"before")
    with pytest.raises(RuntimeError):
        write_whole(tmp_path / "a.json", failing())
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.json": b"before"}


def test_a_file_that_a_link_stands_for_is_replaced_and_the_link_stays(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "a.json")
    write_whole(tmp_path / "link", [b"one"])
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "a.json").read_bytes() == b"one"


@pytest.mark.parametrize("name", ["", "missing/a.json", "file/a.json"])
def test_a_name_that_cannot_be_written_is_refused_with_a_reason(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ExportError, match="Give") as refusal:
        write_whole(tmp_path / name, [b"one"])
    assert str(tmp_path / name) in str(refusal.value)


def test_a_new_file_may_be_read_by_those_whom_the_system_lets(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    write_whole(tmp_path / "a.json", [b"one"])
    assert (tmp_path / "a.json").stat().st_mode == (tmp_path / "plain").stat().st_mode
