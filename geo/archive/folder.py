"""The folder of an archive: one run at a time, nothing half written, nothing left of what is no more."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from geo.archive.layout import (
    CLAIMS_FOLDER,
    CONTROL_FOLDER,
    DONE_FOLDER,
    READ_FOLDER,
    REPORTS_FOLDER,
    UNPLACED_FOLDER,
)
from geo.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

FOLDERS = (DONE_FOLDER, READ_FOLDER, REPORTS_FOLDER, UNPLACED_FOLDER, CLAIMS_FOLDER, CONTROL_FOLDER)
# What a partition leaves, its record first: without that, nothing says that the rest is there.
_PIECES = ((DONE_FOLDER, "{:05}.json"), (READ_FOLDER, "{:05}.arrow"), (REPORTS_FOLDER, "part-{:05}.parquet"),
           (UNPLACED_FOLDER, "part-{:05}.parquet"))  # fmt: skip
LOCK = ".lock"


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
        for name in FOLDERS:
            (archive / name).mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout:
        message = f"{archive}: another run is at work there. Wait for it, or give another folder."
        raise ArchiveError(message) from None
    except OSError as error:
        message = f"{archive}: the archive cannot be written ({error.strerror}). Give a folder that has room."
        raise ArchiveError(message) from error
    try:
        for left in archive.rglob(".*.part"):
            left.unlink()
        yield
    finally:
        lock.release()


def keep_partitions(archive: Path, count: int) -> None:
    """Take away what partitions left that there are no more."""
    for folder, name in _PIECES:
        keep_only(archive / folder, {name.format(number) for number in range(count)})


def keep_only(folder: Path, names: Collection[str]) -> None:
    """Take away everything in a folder but what has one of the names."""
    for path in folder.iterdir():
        if path.name not in names:
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def _refuse_others(archive: Path) -> None:
    """Never write into a folder that a person uses for something else."""
    if archive.exists() and not archive.is_dir():
        message = f"{archive}: this is a file. Give a new folder, or one that holds an archive."
        raise ArchiveError(message)
    if archive.is_dir() and not (archive / DONE_FOLDER).is_dir() and any(archive.iterdir()):
        message = f"{archive}: the folder holds something else. Give a new folder, or one that holds an archive."
        raise ArchiveError(message)
