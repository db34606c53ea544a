"""The workspace that a command works on, and the profile that it is read with."""

from __future__ import annotations

from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING, Annotated

import typer

from geo.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.profile import Profile
    from geo.store.workspace import Workspace

NEEDED = ("sqlalchemy", "alembic", "cattrs")
WorkspaceName = Annotated[
    str | None,
    typer.Option(
        "--workspace",
        help="The workspace: a file, or the address of a PostgreSQL database. "
        "Without it CLAIMLINE_DATABASE, else claimline.sqlite in this folder.",
        show_default=False,
    ),
]


@contextmanager
def chosen_workspace(named: str | None, *, create: bool = False) -> Iterator[Workspace]:
    """Open the workspace that a person named, or the usual one.

    Raises:
        StoreError: There is none, it cannot be opened, or the extra `workspace` is not installed.
    """
    need_database()
    from geo.store.address import chosen_address
    from geo.store.workspace import opened_workspace

    with opened_workspace(chosen_address(named), create=create) as workspace:
        yield workspace


def need_database() -> None:
    """Refuse to go on without the extra `workspace`.

    Raises:
        StoreError: It is not installed.
    """
    if not all(map(find_spec, NEEDED)):
        message = 'A workspace needs a database. Install what it takes: pip install "claimline[workspace]".'
        raise StoreError(message)


def profile_for(workspace: Workspace, given: str | None) -> Profile:
    """The profile to read new reports with: that of the workspace.

    Raises:
        StoreError: Another one was given than the workspace was read with.
    """
    from geo.commands.inputs import chosen_profile
    from geo.store.readings import current_profile

    with workspace.reading() as connection:
        kept = current_profile(connection)
    asked = chosen_profile(given)
    if given is None or kept is None or asked == kept:
        return kept if kept is not None else asked
    message = (
        f"{given}: the reports in {workspace.name} were read with another profile. "
        f"Read them all with this one: claimline reprocess --profile {given}; then add."
    )
    raise StoreError(message)
