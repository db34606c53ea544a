"""What commands share of the terminal: messages, progress, and the gazetteer opened with both."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from gazetteer import Gazetteer


def say(text: str) -> None:
    """Print a line for the person, apart from what the command puts out."""
    typer.echo(text, err=True)


@contextmanager
def shown_progress() -> Iterator[Callable[[str, int, int], None]]:
    """Progress bars on the terminal, gone when the work is done.

    Yields:
        A function to call with what is being done, how much is done, and how much there is (0: not known).
    """
    from rich.console import Console
    from rich.progress import Progress, TaskID

    tasks: dict[str, TaskID] = {}
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:

        def show(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = progress.add_task(step, total=total or None)
            progress.update(tasks[step], completed=done, total=total or None)

        yield show


@contextmanager
def shown_rate(what: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar with how many a second, and the time left.

    Args:
        what: What is being done.

    Yields:
        A function to call with how many are done and how many there are (0: not known).
    """
    with shown_rates() as show:
        yield lambda done, total: show(what, done, total)


@contextmanager
def shown_rates() -> Iterator[Callable[[str, int, int], None]]:
    """A progress bar a step, each with how many a second, and the time left.

    Yields:
        A function to call with what is being done, how many are done and how many there are (0: not known).
    """
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    rate, left = TextColumn("{task.fields[rate]}"), TimeRemainingColumn()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), rate, left)
    tasks: dict[str, TaskID] = {}
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:

        def show(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = progress.add_task(what, total=None, rate="")
            speed = next(task.speed for task in progress.tasks if task.id == tasks[what])
            told = f"{speed:.1f}/s" if speed else ""
            progress.update(tasks[what], completed=done, total=total or None, rate=told)

        yield show


def opened_gazetteer() -> Gazetteer:
    """The gazetteer; the first start on a machine builds its index and shows how far it is."""
    from gazetteer import Gazetteer

    with shown_progress() as progress:
        return Gazetteer.open(progress=progress)


def put_out(chunks: Iterable[bytes], out: Path | None) -> None:
    """Write what a command makes to a file, whole or not at all, or without one to the terminal.

    Args:
        chunks: UTF-8 bytes in order.
        out: The file, or None.

    Raises:
        ExportError: The file cannot be written.
    """
    if out is None:
        for chunk in chunks:
            sys.stdout.buffer.write(chunk)
        sys.stdout.buffer.flush()
        return
    from geo.export.atomic import write_whole

    write_whole(out, chunks)
    say(f"{out}: written.")
