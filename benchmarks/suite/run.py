"""Runs the parts one after the other, each in a fresh process; one that fails is named, and the rest go on."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.suite.results import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from benchmarks.suite.parts import Part
    from benchmarks.suite.settings import Settings

ROOT = Path(__file__).parents[2]
LONGEST_S = 45 * 60.0  # of a part; the longest takes a quarter of it on two idle cores
LOOK_S = 0.5


def run_parts(
    parts: Sequence[Part], settings: Settings, tell: Callable[[Part, float], None]
) -> Iterator[tuple[Outcome, str]]:
    """Run parts.

    Args:
        parts: Which, in this order.
        settings: What they are told.
        tell: Called now and then with the part at work and the seconds that it has taken.

    Yields:
        What became of each, and all that a part that failed said.
    """
    for part in parts:
        with TemporaryDirectory(prefix="claimline-benchmark-") as folder:
            yield _run(part, settings, Path(folder), partial(tell, part))


def _run(part: Part, settings: Settings, folder: Path, tell: Callable[[float], None]) -> tuple[Outcome, str]:
    figures, said = folder / "figures.json", folder / "said.txt"
    begun = time.monotonic()
    with said.open("w", encoding="utf-8") as output:
        why = _waited(_started(part, settings, figures, output.fileno()), begun, tell)
    seconds = time.monotonic() - begun
    if figures.is_file() and not why:
        return Outcome(part.name, seconds, json.loads(figures.read_text(encoding="utf-8"))), ""
    words = said.read_text(encoding="utf-8", errors="replace")
    return Outcome(part.name, seconds, None, why or _last_line(words)), words


def _started(part: Part, settings: Settings, figures: Path, output: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "benchmarks.suite.child", part.name, str(figures)]
    command += ["--labelled", str(settings.labelled)] if settings.labelled else []
    command += ["--quick"] if settings.quick else []
    # In a group of its own, so that the servers and workers of a part that hangs end with it.
    return subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=output, start_new_session=True)  # noqa: S603 - ourselves


def _waited(process: subprocess.Popen[bytes], begun: float, tell: Callable[[float], None]) -> str:
    """Why a part was ended, in a sentence; empty where it ended by itself."""
    try:
        while process.poll() is None:
            seconds = time.monotonic() - begun
            tell(seconds)
            if seconds > LONGEST_S:
                return f"It was ended after {LONGEST_S / 60:.0f} minutes."
            time.sleep(LOOK_S)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    return ""


def _last_line(words: str) -> str:
    """The last line that was said: of an error, its sentence; no folder of this machine in it."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    last = lines[-1] if lines else "It ended and said nothing."
    return last.replace(f"{ROOT}{os.sep}", "").replace(str(Path.home()), "~")
