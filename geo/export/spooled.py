"""Formats that need a file to be made in: it is made beside everybody's way and handed on in blocks."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from geo.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BLOCK = 1 << 20


def spooled(name: str, make: Callable[[Path], None], failures: tuple[type[Exception], ...] = ()) -> Iterator[bytes]:
    """Make a file in a new folder, hand its bytes on, and remove it whatever happens.

    Args:
        name: Name of the file.
        make: Makes it.
        failures: What the library that makes it raises when it cannot write.

    Yields:
        Its bytes in blocks of 1 MiB.

    Raises:
        ExportError: The file cannot be made.
    """
    expected: tuple[type[Exception], ...] = (OSError, *failures)
    with TemporaryDirectory(prefix="claimline-") as folder:
        path = Path(folder) / name
        try:
            make(path)
        except expected as error:
            message = f"{name} cannot be made in {folder} ({error}). Give that folder room, or name another in TMPDIR."
            raise ExportError(message) from error
        with path.open("rb") as file:
            while block := file.read(BLOCK):
                yield block
