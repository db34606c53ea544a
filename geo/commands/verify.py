"""`claimline verify`: is everything in a workspace as it was written?"""

from __future__ import annotations

from typing import Annotated

import typer

from geo.commands.terminal import say, shown_progress
from geo.commands.workspaces import WorkspaceName, chosen_workspace

Head = Annotated[
    str | None,
    typer.Option("--head", help="Hash of a decision noted earlier; it must still be there.", show_default=False),
]


def verify(workspace: WorkspaceName = None, head: Head = None) -> None:
    """Check every hash, every quote against its report, and the chain of decisions."""
    with chosen_workspace(workspace) as opened, shown_progress() as progress:
        from geo.store.verify import head_of
        from geo.store.verify import verify as faults_of

        faults = faults_of(opened, head, lambda done, total: progress("Reports", done, total))
        decisions, last = head_of(opened)
    for fault in faults:
        say(fault)
    if faults:
        say(f"{len(faults)} faults. Restore a backup with `claimline restore`.")
        raise typer.Exit(1)
    say(f"{opened.name}: all is as it was written. Decisions: {decisions}" + (f", the last {last}." if last else "."))
