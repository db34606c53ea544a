"""How a command looks at findings: the page's basis, clock and filters, as options."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.pipeline import Dataset
    from geo.profile import Profile
    from geo.view.filters import Filters
    from geo.view.view import View

Basis = Annotated[str, typer.Option("--basis", help="Whose word counts: claims, corroborated, or the id of a side.")]
ClockName = Annotated[
    str, typer.Option("--clock", help="event: by the day of the event; known: by what was published by each day.")
]
Sides = Annotated[list[str], typer.Option("--side", help="Only claims of, against or by this side (its id).")]
Actions = Annotated[list[str], typer.Option("--action", help="Only claims that somebody takes, holds, loses …")]
Assertions = Annotated[list[str], typer.Option("--assertion", help="Only what is asserted, denied or planned.")]
Publishers = Annotated[list[str], typer.Option("--publisher", help="Only claims from reports of this publisher.")]
Kinds = Annotated[list[str], typer.Option("--kind", help="Only claims on places of this kind: district, town …")]
Text = Annotated[str, typer.Option("--text", help="Only claims with these words in quote or place.")]


def looked_at(dataset: Dataset, basis: str, clock: str, filters: Filters) -> tuple[Dataset, View]:
    """A data set as a view shows it, and the view.

    Args:
        dataset: All claims.
        basis: Name of the basis.
        clock: Name of the clock.
        filters: Which claims to keep.

    Returns:
        The claims that are left, folded anew, and the view for the file to tell of.

    Raises:
        ClaimlineError: There is no such basis or clock, or no claim has the value that a filter asks for.
    """
    from geo.view.filters import offered
    from geo.view.view import looked_at as look

    check_filters(offered(dataset), filters)
    view = view_named(dataset.profile, basis, clock, filters)
    return look(dataset, view), view


def view_named(profile: Profile, basis: str, clock: str, filters: Filters) -> View:
    """A view by the names of its parts.

    Args:
        profile: Names the sides.
        basis: Name of the basis.
        clock: Name of the clock.
        filters: Which claims to keep.

    Returns:
        The view.

    Raises:
        ClaimlineError: There is no such basis or clock.
    """
    from geo.control.basis import check_name
    from geo.control.clock import Clock
    from geo.errors import ClaimlineError
    from geo.view.view import View

    if clock not in tuple(Clock):
        message = f"There is no clock {clock!r}. Choose one of: {', '.join(Clock)}."
        raise ClaimlineError(message)
    return View(check_name(basis, profile), Clock(clock), filters)


def check_filters(offered: Mapping[str, tuple[str, ...]], filters: Filters) -> None:
    """A filter that nothing can pass is a slip of the pen.

    Args:
        offered: What occurs in each filter.
        filters: Which claims to keep.

    Raises:
        ClaimlineError: No claim has the value that a filter asks for.
    """
    from geo.errors import ClaimlineError

    for name, values in offered.items():
        for wanted in getattr(filters, name):
            if wanted not in values:
                message = f"--{name} is {wanted!r}, which no claim has. Choose of: {', '.join(values) or 'none'}."
                raise ClaimlineError(message)
