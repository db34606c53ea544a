"""`claimline map`: the map as one file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from geo.commands.inputs import chosen_profile, read_dataset, sources
from geo.commands.options import NOTHING, AllowNetwork, Columns, PathsOrNone, ProfileFile
from geo.commands.terminal import opened_gazetteer, say
from geo.commands.workspaces import WorkspaceName

File = Annotated[Path, typer.Option("--out", help="HTML file to write.", show_default=False)]


def map_file(
    out: File,
    paths: PathsOrNone = None,
    profile: ProfileFile = None,
    workspace: WorkspaceName = None,
    column: Columns = NOTHING,
    *,
    allow_network: AllowNetwork = False,
) -> None:
    """Write the map as one HTML file with its quotes; it opens from disk and needs no network."""
    from geo.map.standalone import write_map

    known, gazetteer = chosen_profile(profile), opened_gazetteer()
    dataset = read_dataset(sources(paths or (), column, allow_network=allow_network), known, gazetteer, workspace)
    write_map(dataset, gazetteer, out)
    say(f"{out}: {len(dataset.claims)} claims from {len(dataset.reports)} reports.")
