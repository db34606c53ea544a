"""Zip archives, from people who may mean harm: nothing is unpacked to a disk, and every size is limited."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO, BinaryIO, cast

from geo.errors import ReportError
from geo.reports.options import Limits, size_words

# An entry of an archive's directory has at least 46 bytes, and a name; the directory is read whole.
_ENTRY_BYTES = 400
# bzip2 and LZMA ask for memory as the archive wishes; no office program and no system packs with them.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = ("the archive is broken", "Pack the files again as .zip")
_ENCRYPTED = 0x1
_STEPS = {".", ".."}
_LITTER = {"__MACOSX", "Thumbs.db", "desktop.ini"}
# What a damaged archive makes Python's library raise.
_FAULTS = (zipfile.BadZipFile, RuntimeError, ValueError, EOFError, OSError, struct.error, zlib.error)
# Of tiny archives the ratio says nothing.
_SMALL_BYTES = 10_000


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: its name there, and its place in the archive's directory."""

    name: str
    info: zipfile.ZipInfo


class _ShortReads(io.RawIOBase):
    """A file that refuses long reads, so that an archive's directory cannot fill the memory."""

    def __init__(self, file: BinaryIO, most: int) -> None:
        super().__init__()
        self._file = file
        self.most: int | None = most

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def read(self, size: int = -1) -> bytes:
        if self.most is not None and size > self.most:
            reason = "its directory is larger than that of any archive with so many files as are read"
            raise ReportError(reason, "Pack fewer files into one archive")
        return self._file.read(size)


def open_archive(file: BinaryIO, limits: Limits) -> zipfile.ZipFile:
    """Open a zip archive.

    Args:
        file: A file that can be sought in.
        limits: How many files it may hold.

    Returns:
        The archive; its members are to be read with `read_member`.

    Raises:
        ReportError: It is no archive, or its directory is too long.
    """
    guarded = _ShortReads(file, limits.files * _ENTRY_BYTES)
    try:
        archive = zipfile.ZipFile(cast("IO[bytes]", guarded))
    except _FAULTS:
        raise ReportError(*_BROKEN) from None
    guarded.most = None
    return archive


def members(archive: zipfile.ZipFile, limits: Limits) -> list[Member]:
    """The files in an archive, in the order of their names, without folders and what systems leave behind.

    Raises:
        ReportError: They are too many, or too large unpacked, or packed as only bombs are.
    """
    infos = [info for info in archive.infolist() if not info.is_dir() and not is_litter(info.filename)]
    if len(infos) > limits.files:
        reason = f"it holds {len(infos):,} files, the limit is {limits.files:,}"
        raise ReportError(reason, "Pack fewer files into one archive")
    unpacked, packed = sum(info.file_size for info in infos), sum(info.compress_size for info in infos)
    if unpacked > limits.archive_bytes:
        reason = f"it holds {size_words(unpacked)} unpacked, the limit is {size_words(limits.archive_bytes)}"
        raise ReportError(reason, "Pack fewer files into one archive")
    if unpacked > limits.ratio * max(packed, _SMALL_BYTES):
        reason = f"it would unpack to {unpacked / max(packed, 1):,.0f} times its size, as archives made to do harm do"
        raise ReportError(reason, "Unpack it yourself if you trust it")
    return sorted((Member(info.filename, info) for info in infos), key=lambda one: one.name)


def check_package(data: bytes, limits: Limits) -> None:
    """Refuse a document that is an archive inside (.docx, .xlsx, .ods) where it is broken or unpacks to too much.

    Raises:
        ReportError: It is; the remedy is for who wrote it in an office program.
    """
    try:
        with open_archive(io.BytesIO(data), limits) as archive:
            members(archive, limits)
    except ReportError as error:
        broken = (error.reason, error.remedy) == _BROKEN
        reason = "the file is broken, or was not saved whole" if broken else error.reason
        raise ReportError(reason, "Save it anew, or save its text as .txt") from None


def read_member(archive: zipfile.ZipFile, member: Member, limits: Limits) -> bytes:
    """The bytes of a file in an archive.

    Raises:
        ReportError: It is locked, broken, too large, or packed in a way that is not read.
    """
    info = member.info
    if info.flag_bits & _ENCRYPTED:
        reason = "it is locked with a password"
        raise ReportError(reason, "Unpack the archive and give the files")
    if info.compress_type not in _METHODS:
        reason = "it is packed in a way that is not read"
        raise ReportError(reason, "Pack the files again as ordinary .zip")
    if info.file_size > limits.file_bytes:
        raise too_large(info.file_size, limits)
    try:
        with archive.open(info) as file:
            return file.read(limits.file_bytes + 1)
    except _FAULTS:
        raise ReportError(*_BROKEN) from None


def is_litter(name: str) -> bool:
    """Whether a path is hidden, or one that systems leave in folders and archives: `.DS_Store`, `__MACOSX/a`."""
    parts = (part for part in PurePosixPath(name).parts if part not in _STEPS)
    return any(part.startswith(".") or part in _LITTER for part in parts)


def too_large(size: int, limits: Limits) -> ReportError:
    """The refusal of a file of `size` bytes."""
    reason = f"the file has {size_words(size)}, the limit is {size_words(limits.file_bytes)}"
    return ReportError(reason, "Split it into single reports")
