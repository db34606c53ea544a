"""The profiles that come with Claimline, and the words of `--profile`."""

from __future__ import annotations

import difflib
from dataclasses import replace
from functools import cache
from pathlib import Path

from geo.bundled import profile_files
from geo.errors import ProfileError
from geo.profile.load import load_profile
from geo.profile.records import Profile

# Stands for "each report takes the profile of the library that fits it"; `geo.choose` puts that one in its place.
AUTO = Profile(id="auto")
NONE = "none"


@cache
def library() -> tuple[Profile, ...]:
    """All profiles of the library, by id."""
    return tuple(load_profile(path) for path in profile_files())


def named_profile(name: str) -> Profile:
    """What `--profile` names.

    Args:
        name: `auto`, `none`, the id of a profile of the library ("ukraine-2022"), or the path of a TOML file.

    Returns:
        The profile; an empty one for `none`, `AUTO` for `auto`. The days of a profile of the library say when it fits,
        not what a map shows: named by its id it has none.

    Raises:
        ProfileError: There is no such profile, or it cannot be used.
    """
    if name == AUTO.id:
        return AUTO
    if name == NONE:
        return Profile()
    ids = {path.stem: path for path in profile_files()}
    if name in ids:
        return replace(load_profile(ids[name]), start=None, end=None)
    path = Path(name)
    if path.suffix or path.exists():
        return load_profile(path)
    near = difflib.get_close_matches(name, ids, n=1)
    hint = f"Did you mean {near[0]!r}?" if near else f"There are: {', '.join(ids)}."
    message = f"There is no profile {name!r}. Give auto, none, the path of a TOML file, or one of the library. {hint}"
    raise ProfileError(message)
