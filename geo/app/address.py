"""The state of the page in its address: place, day, basis, clock and filters. Whatever an address says is checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.app.choice import Choice, read_choice
from geo.control.clock import Clock
from geo.view.filters import FACETS, Filters
from geo.view.view import View

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence
    from datetime import date

Words = dict[str, list[str]]
TEXT_LIMIT = 200
OWN = "own"


def read_place_and_day(
    words: Mapping[str, Sequence[str]], last: Choice, known: Container[str], start: date, end: date
) -> Choice:
    """Place and day of an address.

    Args:
        words: Parameters of the address, each with its values.
        last: What to show where the address says nothing that can be used.
        known: Ids of the places that can be chosen.
        start: First day of the map.
        end: First day after it.

    Returns:
        A known place and a day in [start, end).
    """
    message = {name: words[name][0] for name in ("place", "day") if words.get(name)}
    return read_choice(message, last, known, start, end)


def read_view(words: Mapping[str, Sequence[str]], known: Container[str], choices: Mapping[str, Sequence[str]]) -> View:
    """Basis, clock and filters of an address.

    Args:
        words: Parameters of the address, each with its values.
        known: Names of the bases.
        choices: What can be chosen in each filter.

    Returns:
        The view; what is not known is left out of it.
    """
    basis = next(iter(words.get("basis", ())), "")
    chosen = {name: tuple(value for value in choices[name] if value in words.get(name, ())) for name in FACETS}
    return View(
        basis=basis if basis in known else View().basis,
        clock=Clock.KNOWN if "known" in words.get("clock", ()) else Clock.EVENT,
        filters=Filters(
            side=chosen["side"],
            action=chosen["action"],
            assertion=chosen["assertion"],
            publisher=chosen["publisher"],
            kind=chosen["kind"],
            text=next(iter(words.get("text", ())), "")[:TEXT_LIMIT],
        ),
    )


def says_own(words: Mapping[str, Sequence[str]]) -> bool:
    """Whether an address was written while a person's own reports were shown."""
    return OWN in words.get("reports", ())


def write_address(place: str | None, day: date, view: View, *, own: bool = False) -> Words:
    """The parameters from which `read_place_and_day`, `read_view` and `says_own` make the same state again."""
    words: Words = {"reports": [OWN] if own else [], "place": [place] if place else [], "day": [day.isoformat()]}
    words["basis"] = [view.basis] if view.basis != View().basis else []
    words["clock"] = [view.clock.value] if view.clock is not Clock.EVENT else []
    words |= {name: list(getattr(view.filters, name)) for name in FACETS}
    words["text"] = [view.filters.text] if view.filters.text else []
    return {name: values for name, values in words.items() if values}
