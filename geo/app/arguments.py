"""What the app is started with: `streamlit run streamlit_app.py -- reports/ --profile war.toml`."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Arguments:
    """Report files or folders, the conflict profile or None, and whether these are the demo's."""

    paths: tuple[Path, ...]
    profile: Path | None
    demo: bool = False


def read_arguments(words: Sequence[str], seeds: Path) -> Arguments:
    """Read the words after `--`.

    Args:
        words: Command line words, without the program's name.
        seeds: Folder of the demo: shown, with its profile, when no report is named.

    Returns:
        What to show.
    """
    parser = argparse.ArgumentParser(prog="streamlit run streamlit_app.py --", description="Map of control claims.")
    parser.add_argument("paths", nargs="*", type=Path, help="report files, or folders of them")
    parser.add_argument("--profile", type=Path, help="conflict profile, a TOML file")
    found = parser.parse_args(list(words))
    if not found.paths:
        return Arguments((seeds / "reports",), found.profile or seeds / "panjshir-2021.toml", demo=True)
    return Arguments(tuple(found.paths), found.profile)
