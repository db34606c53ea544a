"""`claimline reprocess`: all reports of a workspace read anew, and what that changed."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import typer

from geo.commands.inputs import chosen_profile
from geo.commands.options import ProfileFile
from geo.commands.terminal import opened_gazetteer, say, shown_rate
from geo.commands.workspaces import WorkspaceName, chosen_workspace, profile_for

if TYPE_CHECKING:
    from gazetteer import Gazetteer
    from geo.profile import Profile
    from geo.store.reprocess import Change
    from geo.store.workspace import Workspace

QUOTED = 100


def reprocess(workspace: WorkspaceName = None, profile: ProfileFile = None) -> None:
    """Read all reports anew with today's rules, and tell what changed; what people decided stays."""
    gazetteer = opened_gazetteer()
    with chosen_workspace(workspace) as opened:
        known = chosen_profile(profile) if profile else profile_for(opened, None)
        read = _reprocess(opened, known, gazetteer)
        _tell(opened, read)


def _reprocess(workspace: Workspace, profile: Profile, gazetteer: Gazetteer) -> int:
    from geo.store.reader import reader_with
    from geo.store.reprocess import reprocess as read_anew
    from geo.store.reprocess import to_read
    from geo.store.versions import versions_now

    versions, now = versions_now(profile), datetime.now(UTC)
    _, rows = to_read(workspace, versions, now)
    with shown_rate("Reading anew") as step:
        for done, _ in enumerate(read_anew(workspace, reader_with(profile, gazetteer), versions, now), start=1):
            step(done, len(rows))
    return len(rows)


def _tell(workspace: Workspace, read: int) -> None:
    from geo.store.reprocess import changes
    from geo.store.review.reviewed import review_of

    with workspace.reading() as connection:
        found = list(changes(connection))
        review = review_of(connection)
    for change in found:
        typer.echo(change_told(change))
    counts = Counter(change.kind.value for change in found)
    say(
        f"{workspace.name}: {read} reports read anew. Since the run before: {counts['new']} claims are new, "
        f"{counts['gone']} are gone, {counts['changed']} changed."
    )
    reread = sum(one.reread for one in review.claims)
    unread = sum(one.unread and one.status not in {"added", "gone"} for one in review.claims)
    if reread or unread:
        say(
            f"{reread} claims that people decided on are read otherwise now, {unread} are read no longer. "
            "They stay as people left them; the review on the page lists them."
        )


def change_told(change: Change) -> str:
    """A change in one line: `changed  r12  Kupiansk takes (actor)  “Troops …”`."""
    claim = change.claim
    fields = f" ({', '.join(change.fields)})" if change.fields else ""
    words = " ".join(claim.quote.split())
    short = words if len(words) <= QUOTED else f"{words[: QUOTED - 1]}…"
    return f"{change.kind.value:8} {claim.report}  {claim.place.name} {claim.action.value}{fields}  “{short}”"
