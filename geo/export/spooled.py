"""Formats that need a file to be made in: it is made beside everybody's way and handed on in blocks."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BLOCK = 1 << 20


def spooled(name: str, make: Callable[[Path], None]) -> Iterator[bytes]:
    """Make a file in a new folder, hand its bytes on, and remove it whatever happens.

    Args:
        name: Name of the file.
        make: Makes it.

    Yields:
        Its bytes in blocks of 1 MiB.
    """
    with TemporaryDirectory(prefix="claimline-") as folder:
        path = Path(folder) / name
        make(path)
        with path.open("rb") as file:
            while block := file.read(BLOCK):
                yield block
