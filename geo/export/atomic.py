"""Files written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
from typing import TYPE_CHECKING

from geo.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def write_whole(path: Path, chunks: Iterable[bytes]) -> None:
    """Write a file so that its name never stands for half of it.

    The bytes go to a new file in the same folder, reach the disk, and only then take the name. Whatever goes wrong
    before, also in making the chunks, leaves what was there before.

    Args:
        path: The file; one that exists is replaced.
        chunks: Its bytes in order.

    Raises:
        ExportError: The file cannot be written; the message says why.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        message = f"{path}: this is no regular file, so nothing was written. Give the name of a file."
        raise ExportError(message)
    part = target.with_name(f".{target.name[:100]}.{secrets.token_hex(8)}.part")
    try:
        _write(part, chunks)
        give_name(part, target)
    except OSError as error:
        message = f"{path}: the file cannot be written ({error.strerror}). Give a folder that exists and has room."
        raise ExportError(message) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def give_name(part: Path, target: Path) -> None:
    """Give a file that is on the disk its name, in one step.

    Args:
        part: The file, in the folder of the target.
        target: Its name; a file that has it is replaced.

    Raises:
        OSError: It cannot be named so.
    """
    part.replace(target)
    _sync_folder(target.parent)


def _write(part: Path, chunks: Iterable[bytes]) -> None:
    with part.open("xb") as file:
        for chunk in chunks:
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """The new name is on the disk only when the folder is; not every system can open a folder."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
