"""What the app is started with: `streamlit run streamlit_app.py -- reports/ --profile sudan-2023`."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from geo.profile import AUTO

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Arguments:
    """What to show.

    Attributes:
        paths: Report files or folders.
        profile: What `--profile` names (see `geo.profile.named_profile`).
        demo: Nothing was named, so the demo is shown.
        workspace: A workspace instead of files; empty for the usual one, None for none.
    """

    paths: tuple[Path, ...]
    profile: str
    demo: bool = False
    workspace: str | None = None


def seeds_beside(script: Path) -> Path:
    """The folder of the demo's reports and profile: it lies beside the page's script."""
    return script.parent / "seeds"


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
    parser.add_argument("--profile", help="conflict profile: auto (the default), none, one of the library, a TOML file")
    # An address may hold a password, which a command line shows to everybody on the machine.
    workspace = "a workspace instead of files: a file; without it CLAIMLINE_DATABASE, else claimline.sqlite"
    parser.add_argument("--workspace", nargs="?", const="", help=workspace)
    found = parser.parse_args(list(words))
    if found.workspace is not None:
        return Arguments((), found.profile or AUTO.id, workspace=found.workspace)
    if not found.paths:
        return Arguments((seeds / "reports",), found.profile or str(seeds / "panjshir-2021.toml"), demo=True)
    return Arguments(tuple(found.paths), found.profile or AUTO.id)
