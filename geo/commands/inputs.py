"""What commands read: a profile, and reports with everything made from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.commands.terminal import say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from gazetteer import Gazetteer
    from geo.pipeline import Dataset
    from geo.profile import Profile


def chosen_profile(path: Path | None) -> Profile:
    """The profile at a path; without one, an empty profile."""
    from geo.profile import Profile, load_profile

    return load_profile(path) if path else Profile()


def read_dataset(paths: Iterable[Path], profile: Profile, gazetteer: Gazetteer) -> Dataset:
    """Read, extract and fold; every input that was left out is named on the terminal."""
    from geo.pipeline import build_dataset

    dataset = build_dataset(paths, profile, gazetteer)
    name_problems(dataset.problems)
    return dataset


def name_problems(problems: Iterable[str]) -> None:
    """Name every input that was left out, and why."""
    for problem in problems:
        say(f"Left out: {problem}")
