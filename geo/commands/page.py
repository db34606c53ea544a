"""`claimline page`: the page in the browser, from a checkout or from an installed wheel."""

from __future__ import annotations

import subprocess
import sys
from typing import Annotated

import typer

from geo.bundled import bundled_folder
from geo.commands.options import PathsOrNone, ProfileFile

Port = Annotated[
    int | None, typer.Option("--port", help="Port of the page; without it, Streamlit's.", min=1, max=65535)
]

# Only this machine sees the page, and nobody is asked which address it has outside.
LOCAL = ("--server.address", "localhost")


def page(paths: PathsOrNone = None, profile: ProfileFile = None, port: Port = None) -> None:
    """Open the page: of reports, or without any, of the seeds."""
    server = [*LOCAL, *([] if port is None else ["--server.port", str(port)])]
    words = [*(str(path) for path in paths or ()), *([] if profile is None else ["--profile", profile])]
    script = str(bundled_folder() / "streamlit_app.py")
    command = [sys.executable, "-m", "streamlit", "run", script, *server, "--", *words]
    try:
        code = subprocess.run(command, check=False).returncode  # noqa: S603 - our own interpreter and script
    except KeyboardInterrupt:
        code = 0  # the usual way to end it
    raise typer.Exit(code)
