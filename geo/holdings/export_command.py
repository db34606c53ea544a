"""The command that writes what a page shows of an archive: for what is too much for a browser."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from geo.view.filters import FACETS
from geo.view.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

USUAL = View()


def export_command(archive: Path, view: View) -> str:
    """The command, to be pasted into a terminal.

    Args:
        archive: The folder as it was named.
        view: Basis, clock and filters of what is to be written.

    Returns:
        `claimline export FOLDER … --out FILE`; names with blanks are quoted as a shell needs it.
    """
    return f"{shlex.join(['claimline', 'export', str(archive), *_options(view)])} --out FILE"


def _options(view: View) -> Iterator[str]:
    if view.basis != USUAL.basis:
        yield f"--basis={view.basis}"
    if view.clock is not USUAL.clock:
        yield f"--clock={view.clock}"
    for name in FACETS:
        for value in getattr(view.filters, name):
            yield f"--{name}={value}"
    if view.filters.text:
        yield f"--text={view.filters.text}"
