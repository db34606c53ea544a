"""`claimline profiles`: the library of conflict profiles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from geo.profile import Profile


def profiles() -> None:
    """List the wars that Claimline has a profile of, with their days, countries and sides."""
    from geo.profile import library

    for profile in library():
        typer.echo(_told(profile))


def _told(profile: Profile) -> str:
    """A profile on three lines, of which the first begins with what `--profile` takes."""
    days = f"{profile.start or '…'} to {profile.end or 'today'}"
    sides = "; ".join(side.name for side in profile.sides)
    return f"{profile.id}\n  {profile.title} · {', '.join(profile.countries)} · {days}\n  {sides}"
