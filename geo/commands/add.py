"""`claimline add`: reports into a workspace."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from geo.commands.options import Paths, ProfileFile
from geo.commands.terminal import opened_gazetteer, say
from geo.commands.workspaces import WorkspaceName, chosen_workspace, profile_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from gazetteer import Gazetteer
    from geo.profile import Profile
    from geo.store.intake import Kept
    from geo.store.workspace import Workspace


def add(paths: Paths, workspace: WorkspaceName = None, profile: ProfileFile = None) -> None:
    """Take reports into a workspace; those that are there already are passed over, so a stopped run can go on."""
    gazetteer = opened_gazetteer()
    with chosen_workspace(workspace, create=True) as opened:
        _add(opened, paths, profile_for(opened, profile), gazetteer)


def _add(workspace: Workspace, paths: Paths, profile: Profile, gazetteer: Gazetteer) -> None:
    from geo.commands.arrivals import Arrivals
    from geo.store.copies import link_copies
    from geo.store.intake import take_in
    from geo.store.reader import reader_with
    from geo.store.versions import versions_now

    arrivals, taken = Arrivals(paths), []
    with shown_rate("Taking in", arrivals.total) as step:
        reader, now = reader_with(profile, gazetteer), datetime.now(UTC)
        for one in take_in(workspace, arrivals, reader, versions_now(profile), now):
            taken.append(one)
            step()
    copies = link_copies(workspace)
    _tell(workspace.name, taken, arrivals.problems, copies)


def _tell(name: str, taken: list[Kept], problems: list[str], copies: int) -> None:
    new = [one for one in taken if one.new]
    for problem in problems:
        say(f"Left out: {problem}")
    for one in new:
        if one.problem:
            say(f"Kept, but not read: {one.problem}")
    say(
        f"{name}: {len(new)} reports taken in with {sum(one.claims for one in new)} claims, "
        f"{len(taken) - len(new)} were there already, {len(problems)} left out. "
        f"{copies} in all repeat another report."
    )


@contextmanager
def shown_rate(what: str, total: int | None) -> Iterator[Callable[[], None]]:
    """A progress bar with how many a second, and the time left.

    Args:
        what: What is being done.
        total: How many there are, None where that is not known.

    Yields:
        A function to call when one is done.
    """
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(what, total=total, rate="")

        def step() -> None:
            speed = progress.tasks[0].speed
            progress.update(task, advance=1, rate=f"{speed:.1f}/s" if speed else "")

        yield step
