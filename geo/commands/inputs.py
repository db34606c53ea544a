"""What commands read: a profile, and reports with everything made from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.commands.terminal import say
from geo.errors import ReportError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from gazetteer import Gazetteer
    from geo.choose import Choice
    from geo.pipeline import Dataset
    from geo.profile import Profile


def chosen_profile(name: str | None) -> Profile:
    """The profile that `--profile` names; without it, each report takes the one of the library that fits it."""
    from geo.profile import AUTO, named_profile

    return AUTO if name is None else named_profile(name)


def read_dataset(
    paths: Iterable[Path] | None, profile: Profile, gazetteer: Gazetteer, workspace: str | None = None
) -> Dataset:
    """Read, extract and fold; every input that was left out is named on the terminal.

    Args:
        paths: Report files and folders, or none: then a workspace is read.
        profile: Of the person's choice; where they chose none, a workspace is shown with its own.
        gazetteer: Where names are looked up.
        workspace: The workspace that was named, or None for the usual one.

    Raises:
        ReportError: Both reports and a workspace were named.
    """
    if paths and workspace:
        message = "Reports and a workspace were named. Take the reports in with `claimline add`, or leave one out."
        raise ReportError(message)
    dataset = _files(paths, profile, gazetteer) if paths else _kept(profile, gazetteer, workspace)
    name_problems(dataset.problems)
    name_choices(dataset.choices)
    return dataset


def _files(paths: Iterable[Path], profile: Profile, gazetteer: Gazetteer) -> Dataset:
    from geo.pipeline import build_dataset

    return build_dataset(paths, profile, gazetteer)


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
    from geo.choose import choices_told

    if choices:
        say(choices_told(choices))
