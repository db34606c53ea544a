"""What commands share of the terminal: messages, progress, and the gazetteer opened with both."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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
    from rich.console import Console  # noqa: PLC0415 - a command pays only for what it needs
    from rich.progress import Progress, TaskID  # noqa: PLC0415

    tasks: dict[str, TaskID] = {}
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:

        def show(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = progress.add_task(step, total=total or None)
            progress.update(tasks[step], completed=done, total=total or None)

        yield show


def opened_gazetteer() -> Gazetteer:
    """The gazetteer; the first start on a machine builds its index and shows how far it is."""
    from gazetteer import Gazetteer  # noqa: PLC0415 - a command pays only for what it needs

    with shown_progress() as progress:
        return Gazetteer.open(progress=progress)
