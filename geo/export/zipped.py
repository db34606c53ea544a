"""Zip files that depend on what is in them alone, not on when they were made."""

from __future__ import annotations

import hashlib
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from geo.export.spooled import BLOCK, spooled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Member = tuple[str, "Iterable[bytes]"]
# The earliest day that a zip file can tell.
THEN = (1980, 1, 1, 0, 0, 0)
READABLE = 0o644 << 16


class Packed(NamedTuple):
    """A file in a zip file."""

    name: str
    size: int
    sha256: str


def zipped(members: Iterable[Member], last: Callable[[list[Packed]], Member] | None = None) -> Iterator[bytes]:
    """Write a zip file.

    Args:
        members: Name and bytes of each file, one after the other.
        last: Makes one more file from the names, sizes and checksums of the others.

    Yields:
        Bytes; the same members give the same bytes.
    """
    yield from spooled("members.zip", partial(_write, members, last))


def _write(members: Iterable[Member], last: Callable[[list[Packed]], Member] | None, path: Path) -> None:
    with ZipFile(path, "w") as archive:
        packed = [_pack(archive, name, chunks) for name, chunks in members]
        if last:
            _pack(archive, *last(packed))


def _pack(archive: ZipFile, name: str, chunks: Iterable[bytes]) -> Packed:
    """Add a file; its size has to be known before, as only then a reader needs no 64-bit fields for a small one."""
    with TemporaryDirectory(prefix="claimline-") as folder:
        path, digest = Path(folder) / "member", hashlib.sha256()
        with path.open("wb") as file:
            for chunk in chunks:
                digest.update(chunk)
                file.write(chunk)
        info = ZipInfo(name, THEN)
        info.compress_type, info.external_attr, info.create_system = ZIP_DEFLATED, READABLE, 3
        info.file_size = path.stat().st_size
        with path.open("rb") as file, archive.open(info, "w") as target:
            while block := file.read(BLOCK):
                target.write(block)
    return Packed(name, info.file_size, digest.hexdigest())
