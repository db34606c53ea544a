"""Archives as what a command reads."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from geo.commands.terminal import shown_progress
from geo.errors import ReportError

if TYPE_CHECKING:
    from geo.commands.inputs import Sources
    from geo.holdings.disk import OnDisk
    from geo.pipeline import Dataset
    from geo.profile import Profile
    from geo.view.filters import Filters


def named_archive(reports: Sources, profile: Profile, workspace: str | None = None) -> Path | None:
    """The archive that a command is to read.

    Args:
        reports: What the command line names.
        profile: Of the person's choice.
        workspace: The workspace that was named.

    Returns:
        Its folder; None where reports or a workspace are to be read.

    Raises:
        ReportError: Something else was named beside it.
    """
    from geo.archive.about import is_archive
    from geo.profile import AUTO

    found = next((one for one in reports.inputs if isinstance(one, Path) and is_archive(one)), None)
    if found is not None and (len(reports.inputs) > 1 or profile != AUTO or workspace):
        message = f"{found}: an archive is read alone and with the profile that it was made with. Name only it."
        raise ReportError(message)
    return found


def archive_seen(folder: Path, basis: str, clock: str, filters: Filters) -> tuple[OnDisk, OnDisk]:
    """An archive, and what a view shows of it.

    Args:
        folder: The archive.
        basis: Name of the basis.
        clock: Name of the clock.
        filters: Which claims to keep.

    Returns:
        All of it, and what is left, folded anew.

    Raises:
        ClaimlineError: It cannot be read; there is no such basis or clock, or no claim has the value of a filter.
    """
    from geo.commands.looking import check_filters, view_named
    from geo.holdings.disk import on_disk

    whole = on_disk(folder)
    check_filters(whole.offered(), filters)
    view = view_named(whole.survey.profile, basis, clock, filters)
    with shown_progress() as progress:
        return whole, whole.seen(view, lambda done, total: progress("Working out who holds what", done, total))


def archive_dataset(folder: Path) -> Dataset:
    """All of an archive, in memory.

    Raises:
        ClaimlineError: It cannot be read, or it is too much for that.
    """
    from geo.holdings.disk import on_disk

    return on_disk(folder).dataset()
