"""What commands read: a profile, and reports with everything made from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.commands.archives import archive_dataset, named_archive
from geo.commands.terminal import say, shown_progress
from geo.errors import ReportError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from gazetteer import Gazetteer
    from geo.choose import Choice
    from geo.harvest import Harvest
    from geo.pipeline import Dataset
    from geo.profile import Profile
    from geo.reports.inputs import Input
    from geo.reports.options import ReadingOptions


@dataclass(frozen=True, slots=True)
class Sources:
    """What a command is to read, and how."""

    inputs: tuple[Input, ...]
    options: ReadingOptions


def sources(paths: Iterable[str], columns: Iterable[str], *, allow_network: bool) -> Sources:
    """What the words of a command line mean.

    Args:
        paths: Paths and addresses.
        columns: `FIELD=HEADING` each.
        allow_network: Whether addresses are fetched.

    Returns:
        What to read, and how.

    Raises:
        ReportError: A column is named in another way.
    """
    from geo.reports.formats.columns import FIELDS
    from geo.reports.inputs import as_input
    from geo.reports.options import ReadingOptions

    named = [tuple(column.partition("=")[::2]) for column in columns]
    wrong = next((field for field, heading in named if field not in FIELDS or not heading), None)
    if wrong is not None:
        message = f"--column {wrong}: name a column as FIELD=HEADING; the fields are {', '.join(FIELDS)}."
        raise ReportError(message)
    chosen = tuple((field, heading) for field, heading in named)
    return Sources(tuple(map(as_input, paths)), ReadingOptions(chosen, allow_network=allow_network))


def chosen_profile(name: str | None) -> Profile:
    """The profile that `--profile` names; without it, each report takes the one of the library that fits it."""
    from geo.profile import AUTO, named_profile

    return AUTO if name is None else named_profile(name)


def read_dataset(reports: Sources, profile: Profile, gazetteer: Gazetteer, workspace: str | None = None) -> Dataset:
    """Read, extract and fold; every input that was left out is named on the terminal.

    Args:
        reports: What to read, an archive too; where that is nothing, a workspace is read.
        profile: Of the person's choice; where they chose none, a workspace is shown with its own.
        gazetteer: Where names are looked up.
        workspace: The workspace that was named, or None for the usual one.

    Raises:
        ReportError: Both reports and a workspace were named, or an archive and something else.
        ClaimlineError: An archive holds too much for memory.
    """
    if reports.inputs and workspace:
        message = "Reports and a workspace were named. Take the reports in with `claimline add`, or leave one out."
        raise ReportError(message)
    archive = named_archive(reports, profile, workspace)
    if archive is not None:
        dataset = archive_dataset(archive)
    elif reports.inputs:
        dataset = _files(reports, profile, gazetteer)
    else:
        dataset = _kept(profile, gazetteer, workspace)
    name_problems(dataset.problems)
    name_choices(dataset.choices)
    return dataset


def read_harvest(reports: Sources, profile: Profile, gazetteer: Gazetteer) -> Harvest:
    """Read and extract.

    Args:
        reports: What to read.
        profile: Of the person's choice.
        gazetteer: Where names are looked up.

    Returns:
        The claims.

    Raises:
        ReportError: Nothing could be read.
    """
    from geo.harvest import harvest
    from geo.reports.read import read_reports

    with shown_progress() as progress:
        read = read_reports(reports.inputs, reports.options, lambda done, total: progress("Reading files", done, total))
        return harvest(read, profile, gazetteer, lambda done, total: progress("Finding claims", done, total))


def _files(reports: Sources, profile: Profile, gazetteer: Gazetteer) -> Dataset:
    from geo.pipeline import folded

    return folded(read_harvest(reports, profile, gazetteer), profile, gazetteer)


def _kept(profile: Profile, gazetteer: Gazetteer, workspace: str | None) -> Dataset:
    from geo.commands.workspaces import chosen_workspace

    with chosen_workspace(workspace) as opened:
        from geo.store.dataset import workspace_dataset

        return workspace_dataset(opened, gazetteer, None if profile == chosen_profile(None) else profile)


def name_problems(problems: Iterable[str]) -> None:
    """Name every input that was left out, and why."""
    for problem in problems:
        say(f"Left out: {problem}")


def name_choices(choices: Mapping[str, Choice]) -> None:
    """Name the profiles that reports took, on one line; none where the person named the profile."""
    from geo.chosen import choices_told

    if choices:
        say(choices_told(choices))
