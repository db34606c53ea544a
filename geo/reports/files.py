"""Paths, bytes and addresses to files: what there is to read, each with its bytes at hand when its turn comes."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from geo.archive_mark import is_marked
from geo.errors import ReportError
from geo.reports.archive import is_litter, too_large
from geo.reports.formats.known import by_suffix, is_companion, read_suffixes, remedy_for
from geo.reports.inputs import Address, Given, Input, printable
from geo.reports.outcome import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from geo.reports.options import Limits, ReadingOptions


@dataclass(frozen=True, slots=True)
class File:
    """A file to read.

    Attributes:
        source: Where it is, fit to print.
        name: Its name; from outside, so it may hold anything.
        load: Gives its bytes, or raises ReportError.
        path: Where it lies on the disk, if it does.
        published: Day of publication said by who handed it over.
        depth: How many archives and mails it lies in.
        url: Address on the web that it is fetched from; then `name` and `load` are known only when it is.
    """

    source: str
    name: str
    load: Callable[[], bytes] = field(compare=False)
    path: Path | None = None
    published: date | None = None
    depth: int = 0
    url: str | None = None


def find_files(inputs: Iterable[Input], options: ReadingOptions) -> Iterator[File | Problem]:
    """What there is to read.

    Args:
        inputs: Paths of files and folders, bytes, addresses.
        options: The limits.

    Yields:
        Files in the order of the inputs, those of a folder and all below it in the order of their names; a problem for
        each that no reader has, and for each folder that cannot be read.
    """
    for given in inputs:
        if isinstance(given, Given):
            load = partial(_within, given.data, options.limits)
            yield File(printable(given.name), given.name, load, published=given.published)
        elif isinstance(given, Address):
            yield File(printable(given.url), given.url, bytes, url=given.url)
        elif _is_folder(given):
            yield from _folder(given, options.limits)
        else:
            yield _on_disk(given, options.limits)


def _is_folder(path: Path) -> bool:
    """Whether a path is a folder; of one that cannot be looked at, reading it tells why."""
    try:
        return path.is_dir()
    except OSError:
        return False


def read_bytes(path: Path, limits: Limits) -> bytes:
    """The bytes of a file.

    Raises:
        ReportError: It cannot be read, or is too large; the message names no file.
    """
    try:
        if not path.exists():
            reason = "there is no such file"
            raise ReportError(reason, "Check the path")
        if not path.is_file():
            reason = "this is no regular file"
            raise ReportError(reason, "Name a file of reports")
        size = path.stat().st_size
        if size > limits.file_bytes:
            raise too_large(size, limits)
        return path.read_bytes()
    except OSError as error:
        reason = f"the file cannot be read ({error.strerror})"
        raise ReportError(reason, "Check its permissions") from None


def _within(data: bytes, limits: Limits) -> bytes:
    if len(data) > limits.file_bytes:
        raise too_large(len(data), limits)
    return data


def _on_disk(path: Path, limits: Limits) -> File:
    return File(printable(path), path.name, partial(read_bytes, path, limits), path)


def _folder(folder: Path, limits: Limits) -> Iterator[File | Problem]:
    """The files in a folder and all below it; hidden ones, links to folders, and archives of ours are left alone."""
    if is_marked(folder):
        reason = "this is an archive that Claimline made, not a folder of reports"
        yield Problem(printable(folder), reason, "Name the reports that it is made of")
        return
    try:
        found = [path for path in _walk(folder) if not is_litter(str(path.relative_to(folder)))]
    except OSError as error:
        reason = f"this folder cannot be read ({error.strerror})"
        yield Problem(printable(error.filename or folder), reason, "Check its permissions")
        return
    named = [path for path in found if not is_companion(path.suffix)]
    if not any(readable(path.name) for path in named):
        suffixes = ", ".join(read_suffixes())
        yield Problem(printable(folder), "this folder holds no reports", f"Name a folder of files such as {suffixes}")
    if len(named) > limits.files:
        reason = f"this folder holds {len(named):,} files, the limit is {limits.files:,}"
        yield Problem(printable(folder), reason, "Give its folders one by one")
        return
    for path in named:
        yield _on_disk(path, limits) if readable(path.name) else unread(printable(path), path.name)


def _walk(folder: Path) -> Iterator[Path]:
    """All files below a folder, in the order of their paths."""

    def stop(error: OSError) -> None:
        raise error

    for top, folders, names in os.walk(folder, onerror=stop):
        folders[:] = sorted(name for name in folders if not is_marked(Path(top, name)))
        yield from (Path(top, name) for name in sorted(names))


def readable(name: str) -> bool:
    """Whether a file in a folder or archive is read, judged by its name; one without a suffix is looked into."""
    suffix = PurePath(name).suffix
    return not suffix or by_suffix(suffix) is not None


def unread(source: str, name: str) -> Problem:
    """What is said of a file that no reader has."""
    suffix = PurePath(name).suffix
    return Problem(source, f"{printable(suffix)} files are not read", remedy_for(suffix))
