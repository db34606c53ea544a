"""`claimline page`: the page in the browser, from a checkout or from an installed wheel."""

from __future__ import annotations

import signal
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from geo.bundled import bundled_folder
from geo.commands.options import PagePaths, ProfileFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Port = Annotated[
    int | None, typer.Option("--port", help="Port of the page; without it, Streamlit's.", min=1, max=65535)
]

# Only this machine sees the page, and nobody is asked which address it has outside.
LOCAL = "localhost"


def page(paths: PagePaths = None, profile: ProfileFile = None, port: Port = None) -> None:
    """Open the page: of reports, or without any, of the seeds."""
    words = [*(str(path) for path in paths or ()), *([] if profile is None else ["--profile", profile])]
    raise typer.Exit(run_page(words, port))


def run_page(words: Sequence[str], port: int | None, address: str = LOCAL) -> int:
    """Run the page until it is ended.

    Args:
        words: What it is started with.
        port: Where it listens; None for Streamlit's own choice.
        address: Who can reach it.

    Returns:
        Its exit status.
    """
    server = ["--server.address", address, *([] if port is None else ["--server.port", str(port)])]
    script = str(bundled_folder() / "streamlit_app.py")
    command = [sys.executable, "-m", "geo.app.server", script, *server, "--", *words]
    with subprocess.Popen(command) as running, ends_too(running):  # noqa: S603 - our own interpreter and script
        try:
            return max(0, running.wait())
        except KeyboardInterrupt:
            return 0  # the usual way to end it


@contextmanager
def ends_too(running: subprocess.Popen[bytes]) -> Iterator[None]:
    """Whoever ends this process while the block runs ends that one with it; it is ended at the block's end, too."""
    before = signal.signal(signal.SIGTERM, lambda _number, _frame: running.terminate())
    try:
        yield
    finally:
        running.terminate()
        signal.signal(signal.SIGTERM, before)
