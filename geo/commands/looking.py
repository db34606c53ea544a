"""How a command looks at findings: the page's basis, clock and filters, as options."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from geo.pipeline import Dataset
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
    from geo.control.basis import check_name
    from geo.control.clock import Clock
    from geo.errors import ClaimlineError
    from geo.view.view import View
    from geo.view.view import looked_at as look

    if clock not in tuple(Clock):
        message = f"There is no clock {clock!r}. Choose one of: {', '.join(Clock)}."
        raise ClaimlineError(message)
    _check(dataset, filters)
    view = View(check_name(basis, dataset.profile), Clock(clock), filters)
    return look(dataset, view), view


def _check(dataset: Dataset, filters: Filters) -> None:
    """A filter that nothing can pass is a slip of the pen."""
    from geo.errors import ClaimlineError
    from geo.view.filters import offered

    for name, values in offered(dataset).items():
        for wanted in getattr(filters, name):
            if wanted not in values:
                message = f"--{name} is {wanted!r}, which no claim has. Choose of: {', '.join(values) or 'none'}."
                raise ClaimlineError(message)
