"""How long it takes until something can be used: imports, commands, and the first page of a fresh server.

A command is started once before it is measured, so that its bytecode is there, as it is after the first use.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from typer.main import get_command

from benchmarks.page.browser import running_browser
from benchmarks.page.servers import ROOT, serving
from benchmarks.page.timing import open_page, time_to_map
from gazetteer import Gazetteer
from geo.cli import app

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.suite.settings import Settings

IMPORTS = ("gazetteer", "geo", "geo.pipeline")
SEEDS = ("seeds/reports", "--profile", "seeds/panjshir-2021.toml")
ROUNDS = 7


@dataclass(frozen=True, slots=True)
class Start:
    """A program that was started again and again.

    Attributes:
        name: As a person types it.
        seconds: Median by the clock.
        cpu_seconds: Median of processor time.
    """

    name: str
    seconds: float
    cpu_seconds: float


@dataclass(frozen=True, slots=True)
class Starts:
    """What starts take.

    Attributes:
        imports: Python alone first, then packages.
        help: Each command's `--help`, the whole command line's first.
        work: Commands that read the five seed reports.
        cold_page: Seconds from the start of a server to the map of the seeds, a run each; the index of names is there.
        first_page: Seconds of the first start on a machine, when the index is built; None in a small try.
        visit: Milliseconds until the map is there for the next visitor, median.
    """

    imports: tuple[Start, ...]
    help: tuple[Start, ...]
    work: tuple[Start, ...]
    cold_page: tuple[float, ...]
    first_page: float | None
    visit: float


def measured(settings: Settings) -> Starts:
    """Measure all of it."""
    Gazetteer.open()
    rounds = settings.size(ROUNDS, 1)
    cold, visit = _pages(settings.size(3, 1))
    return Starts(
        imports=tuple(_start(name, command, rounds) for name, command in _imports()),
        help=tuple(_start(name, command, rounds) for name, command in _helps()),
        work=tuple(_start(name, command, rounds) for name, command in _works()),
        cold_page=cold,
        first_page=None if settings.quick else _first_page(),
        visit=visit,
    )


def command_names() -> tuple[str, ...]:
    """All commands, those of a group with its name before theirs."""
    return tuple(_names(get_command(app), ""))


def _names(command: object, before: str) -> Iterator[str]:
    for name, one in getattr(command, "commands", {}).items():
        words = f"{before}{name}"
        if getattr(one, "commands", None):
            yield from _names(one, f"{words} ")
        else:
            yield words


def _imports() -> Iterator[tuple[str, Sequence[str]]]:
    yield "python", ("-c", "pass")
    yield from ((f"import {name}", ("-c", f"import {name}")) for name in IMPORTS)


def _helps() -> Iterator[tuple[str, Sequence[str]]]:
    for words in ("", *command_names()):
        command = (*words.split(), "--help")
        yield " ".join(("claimline", *command)), ("-m", "geo.cli", *command)


def _works() -> Iterator[tuple[str, Sequence[str]]]:
    yield "claimline extract seeds/reports", ("-m", "geo.cli", "extract", *SEEDS)
    yield "claimline control seeds/reports", ("-m", "geo.cli", "control", *SEEDS, "--on", "2021-09-06")


def _start(name: str, command: Sequence[str], rounds: int) -> Start:
    _once(command)
    taken = [_once(command) for _ in range(rounds)]
    return Start(name, median(clock for clock, _ in taken), median(cpu for _, cpu in taken))


def _once(command: Sequence[str]) -> tuple[float, float]:
    """Seconds by the clock and of processor time."""
    before, begun = _children(), time.perf_counter()
    subprocess.run((sys.executable, *command), cwd=ROOT, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - ourselves
    return time.perf_counter() - begun, _children() - before


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _pages(servers: int) -> tuple[tuple[float, ...], float]:
    """Seconds to the map of so many fresh servers, and milliseconds of a later visit."""
    cold: list[float] = []
    with running_browser() as browser:
        for number in range(servers + 1):  # the first only brings bytecode and files into memory
            begun = time.perf_counter()
            with serving(ROOT / "streamlit_app.py") as served:
                page, _ = open_page(browser, served.address)
                cold += [time.perf_counter() - begun] if number else []
                page.context.close()
                visit = time_to_map(browser, served.address) if number == servers else 0.0
    return tuple(cold), visit


def _first_page() -> float:
    """With an empty cache folder, as on a new machine."""
    with TemporaryDirectory(prefix="claimline-cache-") as folder, running_browser() as browser:
        begun = time.perf_counter()
        with serving(ROOT / "streamlit_app.py", os.environ | {"CLAIMLINE_CACHE": folder}) as served:
            page, _ = open_page(browser, served.address)
            page.context.close()
            return time.perf_counter() - begun
