"""`claimline serve`: the page on a workspace."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from geo.commands.page import LOCAL, Port, run_page
from geo.commands.workspaces import WorkspaceName, chosen_workspace

Address = Annotated[str, typer.Option("--address", help="Address to listen on; only this machine reaches localhost.")]
UserHeader = Annotated[
    str | None,
    typer.Option(
        "--user-header",
        help="Take the name of who decides from this header (X-Forwarded-User). Only behind a proxy that always sets "
        "it: whoever reaches the page without it could call themselves anything.",
        show_default=False,
    ),
]


def serve(
    workspace: WorkspaceName = None, port: Port = None, address: Address = LOCAL, user_header: UserHeader = None
) -> None:
    """Open the page on a workspace: the map, and the review of its claims."""
    from geo.store.address import VARIABLE, chosen_address

    named = chosen_address(workspace)
    with chosen_workspace(named):
        pass  # what is wrong with it is told here, not in the browser
    if user_header:
        os.environ["CLAIMLINE_USER_HEADER"] = user_header
    os.environ[VARIABLE] = named
    raise typer.Exit(run_page(["--workspace"], port, address))
