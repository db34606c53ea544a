"""Starts a Streamlit page of this folder and ends it again."""

from __future__ import annotations

import socket
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROOT = Path(__file__).parents[2]
FLAGS = ("--server.address=127.0.0.1", "--server.headless=true", "--server.fileWatcherType=none",
         "--browser.gatherUsageStats=false")  # fmt: skip


_PATH = "import sys; sys.path.insert(0, sys.argv.pop(1)); "
STREAMLIT = f"{_PATH}from streamlit.web.cli import main; main(['run', *sys.argv[1:]])"
AHEAD = f"{_PATH}from geo.app.server import main; main(sys.argv[1:])"


class Served(NamedTuple):
    """Address and process of a page that runs."""

    address: str
    process: int


@contextmanager
def serving(
    script: Path, environment: Mapping[str, str] | None = None, words: Sequence[str] = (), *, ahead: bool = False
) -> Iterator[Served]:
    """Run a page in a process of its own.

    Args:
        script: The page.
        environment: Its environment variables; None for this process's.
        words: What it is started with.
        ahead: Start it as `claimline page` does, not as `streamlit run`.

    Yields:
        Where it is, once it answers.

    Raises:
        RuntimeError: It ended before it answered; the message has what it said.
    """
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    starter = AHEAD if ahead else STREAMLIT
    command = (sys.executable, "-c", starter, str(ROOT), str(script), f"--server.port={port}", *FLAGS, "--", *words)
    with subprocess.Popen(  # noqa: S603 - ourselves
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        try:
            _wait(process)
            yield Served(f"http://127.0.0.1:{port}", process.pid)
        finally:
            process.kill()


@contextmanager
def running(script: str) -> Iterator[str]:
    """Run one of this folder's pages; `script` is its file name. Gives its address."""
    with serving(Path(__file__).with_name(script)) as served:
        yield served.address


def _wait(process: subprocess.Popen[str]) -> None:
    said = []
    for line in process.stdout or ():
        said.append(line)
        if "URL:" in line:
            return
    message = f"The page ended before it answered: {''.join(said)}"
    raise RuntimeError(message)
