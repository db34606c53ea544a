"""Places, days and claims in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazetteer.place import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from gazetteer import Gazetteer
    from gazetteer.place import Place
    from geo.claims.claim import Claim

_MOST_DOUBTS = 3


def place_words(place: Place, gazetteer: Gazetteer) -> str:
    """A place with its kind and the units it lies in: `Banu, village in Andarab, Baghlan, Afghanistan`."""
    if place.kind is Kind.COUNTRY or not place.parents:
        return f"{place.name}, {place.kind}"
    return f"{place.name}, {place.kind} in {', '.join(gazetteer.get(parent).name for parent in place.parents)}"


def could_be(places: Iterable[Place], gazetteer: Gazetteer) -> str:
    """What a name could mean; empty where nothing is known."""
    named = [place_words(place, gazetteer) for place in places]
    more = f" or {len(named) - _MOST_DOUBTS} more" if len(named) > _MOST_DOUBTS else ""
    return f"could be {' or '.join(named[:_MOST_DOUBTS])}{more}" if named else ""


def days_words(first: date | None, last: date | None) -> str:
    """Days, both inclusive, None = open: `2021-08-20`, `2021-08-16 to 2021-08-20`, `until 2021-08-20`."""
    if first and last:
        return first.isoformat() if first == last else f"{first} to {last}"
    if first:
        return f"from {first} on"
    return f"until {last}" if last else "no day"


def claim_words(claim: Claim) -> str:
    """A claim on one line: `Taliban: takes part of Baghlan against Resistance (denied)`."""
    actor = claim.actor.name if claim.actor else "Not said who"
    part = "part of " if claim.partial else ""
    against = f" against {claim.opponent.name}" if claim.opponent else ""
    how = "" if claim.assertion == "asserted" else f" ({claim.assertion})"
    return f"{actor}: {claim.action} {part}{claim.place.name}{against}{how}"
