"""Starts a Streamlit page of this folder and ends it again."""

from __future__ import annotations

import socket
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
FLAGS = ("--server.address=127.0.0.1", "--server.headless=true", "--server.fileWatcherType=none",
         "--browser.gatherUsageStats=false")  # fmt: skip


@contextmanager
def running(script: str) -> Iterator[str]:
    """Run a page in a process of its own.

    Args:
        script: File name in this folder.

    Yields:
        Its address, once it answers.

    Raises:
        RuntimeError: It ended before it answered; the message has what it said.
    """
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    path = Path(__file__).with_name(script)
    starter = "import sys; sys.path.insert(0, sys.argv.pop(1)); from streamlit.web.cli import main; main()"
    command = (sys.executable, "-c", starter, str(ROOT), "run", str(path), f"--server.port={port}", *FLAGS)
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:  # noqa: S603 - ourselves
        try:
            _wait(process)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.kill()


def _wait(process: subprocess.Popen[str]) -> None:
    said = []
    for line in process.stdout or ():
        said.append(line)
        if "URL:" in line:
            return
    message = f"The page ended before it answered: {''.join(said)}"
    raise RuntimeError(message)
