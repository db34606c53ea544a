"""`claimline backup` and `claimline restore`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from geo.commands.terminal import say
from geo.commands.workspaces import WorkspaceName, chosen_workspace, need_database
from geo.errors import StoreError

Target = Annotated[Path, typer.Argument(help="File to write.", show_default=False)]
Replace = Annotated[bool, typer.Option("--replace", help="Write over a file that is there already.")]
Source = Annotated[Path, typer.Argument(help="A backup.", show_default=False)]


def backup(file: Target, workspace: WorkspaceName = None, *, replace: Replace = False) -> None:
    """Write a whole workspace into one file, checked; others may go on working meanwhile."""
    if file.exists() and not replace:
        message = f"{file}: there is a file already. Name another, or give --replace to write over it."
        raise StoreError(message)
    with chosen_workspace(workspace) as opened:
        from geo.store.backup import back_up

        back_up(opened, file)
        say(f"{file}: a backup of {opened.name}, {file.stat().st_size / 1_000_000:.1f} MB, checked.")


def restore(file: Source, workspace: WorkspaceName = None) -> None:
    """Make a workspace of a backup, in a file that is not there yet or an empty PostgreSQL database."""
    need_database()
    from geo.store.address import chosen_address
    from geo.store.backup import restore as make_of

    make_of(file, chosen_address(workspace))
    with chosen_workspace(workspace) as opened:
        say(f"{opened.name}: restored from {file}, checked.")
