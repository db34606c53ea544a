"""The wheel of the checkout, unpacked as an installer would do."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def unpacked_wheel(checkout: Path, folder: Path) -> Path:
    """Build the wheel and unpack it.

    Args:
        checkout: Where the project's `pyproject.toml` is.
        folder: An empty folder to work in.

    Returns:
        A folder for `PYTHONPATH`.
    """
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=checkout, check=True, capture_output=True)  # noqa: S603 - our own build
    (wheel,) = folder.glob("*.whl")
    site = folder / "site"
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(site)
    return site
