"""The folder of an archive: one run at a time, nothing half written, nothing left of what is no more."""

from __future__ import annotations

import json
import re
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from geo.archive.layout import (
    CLAIMS_FOLDER,
    CONTROL_FOLDER,
    DONE_FOLDER,
    FORMAT,
    MARK,
    READ_FOLDER,
    REPORTS_FOLDER,
    UNPLACED_FOLDER,
)
from geo.archive_mark import facts_of_format, is_marked
from geo.errors import ArchiveError
from geo.export.atomic import write_whole

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

FOLDERS = (DONE_FOLDER, READ_FOLDER, REPORTS_FOLDER, UNPLACED_FOLDER, CLAIMS_FOLDER, CONTROL_FOLDER)
# What a partition leaves, its record first: without that, nothing says that the rest is there.
_PIECES = ((DONE_FOLDER, "{:05}.json"), (READ_FOLDER, "{:05}.arrow"), (REPORTS_FOLDER, "part-{:05}.parquet"),
           (UNPLACED_FOLDER, "part-{:05}.parquet"))  # fmt: skip
LOCK = ".lock"
# More names than these a sentence does not hold.
TOLD = 3
# What is taken away has a name of ours; whatever else a person put into the folder stays.
_OURS = re.compile(r"part-\d{5,}\.parquet|\d{5,}\.(json|arrow)")
_OUR_MONTH = re.compile(r"month=(\d{4}-\d{2}|unknown)")
_HALF = re.compile(r"\..+\.[0-9a-f]+\.part")


@contextmanager
def alone_in(archive: Path) -> Iterator[None]:
    """Make the folder ready, and hold it as long as the block runs.

    Args:
        archive: A folder that does not exist, is empty, or holds an archive.

    Yields:
        Nothing; what a run that was stopped left half written is gone.

    Raises:
        ArchiveError: It is something else, cannot be written, or another run is at work in it.
    """
    lock = FileLock(archive / LOCK, timeout=0)
    try:
        _refuse_others(archive)
        archive.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout:
        message = f"{archive}: another run is at work there. Wait for it, or give another folder."
        raise ArchiveError(message) from None
    except OSError as error:
        message = f"{archive}: the archive cannot be written ({error.strerror}). Give a folder that has room."
        raise ArchiveError(message) from error
    try:
        _make_ready(archive)
        yield
    finally:
        lock.release()


def refuse_dropped(archive: Path, names: Collection[str]) -> None:
    """Refuse to make an archive of less than it is made of.

    Args:
        archive: Its folder.
        names: Of the inputs that it is now to be made of.

    Raises:
        ArchiveError: It is made of others too.
    """
    dropped = [name for name in facts_of_format(archive / MARK).get("inputs", ()) if name not in names]
    if dropped:
        others = " and others" if len(dropped) > TOLD else ""
        message = (
            f"{archive}: the archive is made of {', '.join(dropped[:TOLD])}{others} too, "
            "and would lose what was read there. Name all that it is to be made of, or add --replace."
        )
        raise ArchiveError(message)


def mark(archive: Path, names: Collection[str]) -> None:
    """Say that a folder is an archive, and what it is made of.

    Args:
        archive: Its folder.
        names: Of its inputs.

    Raises:
        ExportError: It cannot be written.
    """
    facts = {"format": FORMAT, "inputs": sorted(names)}
    if facts_of_format(archive / MARK) != facts:
        write_whole(archive / MARK, (f"{json.dumps(facts, ensure_ascii=False)}\n".encode(),))


def keep_partitions(archive: Path, count: int) -> None:
    """Take away what partitions left that there are no more."""
    for folder, name in _PIECES:
        keep_only(archive / folder, {name.format(number) for number in range(count)})


def keep_only(folder: Path, names: Collection[str]) -> None:
    """Take away the parts in a folder that have none of the names."""
    for path in folder.iterdir():
        if path.name not in names and _OURS.fullmatch(path.name):
            path.unlink()


def keep_months(claims: Path, names: Collection[str]) -> None:
    """Take away the months that have none of the names; a folder in which something else lies stays."""
    for month in _months(claims):
        if month.name not in names:
            keep_only(month, ())
            with suppress(OSError):
                month.rmdir()


def _months(claims: Path) -> list[Path]:
    return [path for path in claims.iterdir() if _OUR_MONTH.fullmatch(path.name) and path.is_dir()]


def _make_ready(archive: Path) -> None:
    """Say whose the folder is before anything is in it, and take away what a run that was stopped left half written."""
    if not is_marked(archive):
        mark(archive, ())
    for name in FOLDERS:
        (archive / name).mkdir(exist_ok=True)
    for folder in (archive, *(archive / name for name in FOLDERS), *_months(archive / CLAIMS_FOLDER)):
        for path in folder.iterdir():
            if _HALF.fullmatch(path.name):
                path.unlink()


def _refuse_others(archive: Path) -> None:
    """Never write into a folder that a person uses for something else."""
    if archive.exists() and not archive.is_dir():
        message = f"{archive}: this is a file. Give a new folder, or one that holds an archive."
        raise ArchiveError(message)
    # A run that was stopped at once may have left its lock, and half of the mark.
    others = archive.is_dir() and any(
        path.name != LOCK and not _HALF.fullmatch(path.name) for path in archive.iterdir()
    )
    if others and not is_marked(archive):
        message = f"{archive}: the folder holds something else. Give a new folder, or one that holds an archive."
        raise ArchiveError(message)
