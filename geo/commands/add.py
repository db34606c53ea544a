"""`claimline add`: reports into a workspace."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import typer

from geo.commands.inputs import name_problems, sources
from geo.commands.options import NOTHING, AllowNetwork, Columns, Paths, ProfileFile
from geo.commands.terminal import opened_gazetteer, say, shown_rate
from geo.commands.workspaces import WorkspaceName, chosen_workspace, profile_for

if TYPE_CHECKING:
    from gazetteer import Gazetteer
    from geo.commands.arrivals import Arrivals
    from geo.commands.inputs import Sources
    from geo.profile import Profile
    from geo.store.intake import Kept
    from geo.store.workspace import Workspace


def add(
    paths: Paths,
    workspace: WorkspaceName = None,
    profile: ProfileFile = None,
    column: Columns = NOTHING,
    *,
    allow_network: AllowNetwork = False,
) -> None:
    """Take reports into a workspace; those that are there already are passed over, so a stopped run can go on."""
    gazetteer, reports = opened_gazetteer(), sources(paths, column, allow_network=allow_network)
    with chosen_workspace(workspace, create=True) as opened:
        _add(opened, reports, profile_for(opened, profile), gazetteer)


def _add(workspace: Workspace, reports: Sources, profile: Profile, gazetteer: Gazetteer) -> None:
    from geo.commands.arrivals import Arrivals
    from geo.store.copies import link_copies
    from geo.store.intake import take_in
    from geo.store.reader import reader_with
    from geo.store.reports import known_hashes
    from geo.store.versions import versions_now

    with workspace.reading() as connection:
        known = known_hashes(connection)
    with shown_rate("Taking in") as step:
        arrivals, reader = Arrivals(reports.inputs, known, step, reports.options), reader_with(profile, gazetteer)
        taken = list(take_in(workspace, arrivals, reader, versions_now(profile), datetime.now(UTC)))
    copies = link_copies(workspace)
    _tell(workspace.name, taken, arrivals, copies)


def _tell(name: str, taken: list[Kept], arrivals: Arrivals, copies: int) -> None:
    new = [one for one in taken if one.new]
    known = len(taken) - len(new) + arrivals.repeats
    name_problems(arrivals.problems)
    for one in new:
        if one.problem:
            say(f"Kept, but not read: {one.problem}")
    say(
        f"{name}: {len(new)} reports taken in with {sum(one.claims for one in new)} claims, "
        f"{known} were there already, {len(arrivals.problems)} left out. {copies} in all repeat another report."
    )
    if not new and not known:
        raise typer.Exit(1)
