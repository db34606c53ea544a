"""New reports without folding everything again: only the places that they speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from geo.control.answer import Known
from geo.control.basis import CLAIMS, Basis
from geo.control.clock import Clock
from geo.control.fold import fold
from geo.control.signals import spoken_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from gazetteer.place import Place
    from geo.claims.claim import Claim
    from geo.control.period import ControlPeriod


class Folded(Known, Protocol):
    """What is known, with its control periods; the pipeline's data set is one."""

    @property
    def periods(self) -> tuple[ControlPeriod, ...]:
        """All control periods, ordered by (place, start)."""

    @property
    def end(self) -> date:
        """First day after the map."""


def refold(
    dataset: Folded, more: Iterable[Claim], *, basis: Basis = CLAIMS, clock: Clock = Clock.EVENT
) -> tuple[ControlPeriod, ...]:
    """Derive the control periods anew after further claims.

    Args:
        dataset: What is known so far; its periods were folded on this basis and clock.
        more: The claims of new reports.
        basis: Whose word counts. Where new reports turn older ones into copies of each other, claims of places that
            the new ones do not speak of change their worth: fold everything then.
        clock: By which day.

    Returns:
        The periods of all places of the data set as folding all claims gives them; those of places that the new
        claims do not reach are the same objects as before.
    """
    new = tuple(more)
    reached = concerned(new, dataset.places)
    units = reached.union(*(dataset.places[place].parents for place in reached))
    bearing = [one for one in (*dataset.claims, *new) if units.intersection(spoken_of(one.place, dataset.places))]
    fresh = fold(
        bearing,
        {unit: dataset.places[unit] for unit in units if unit in dataset.places},
        start=dataset.start,
        end=dataset.end,
        stale_after_days=dataset.profile.stale_after_days,
        basis=basis,
        clock=clock,
    )
    kept = (one for one in dataset.periods if one.place not in reached)
    changed = (one for one in fresh if one.place in reached)
    return tuple(sorted((*kept, *changed), key=lambda one: (one.place, one.start)))


def concerned(claims: Iterable[Claim], places: Mapping[str, Place]) -> frozenset[str]:
    """The places whose state claims can bear on: those they speak of, and everything within them."""
    spoken = {unit for claim in claims for unit in spoken_of(claim.place, places)}
    return frozenset(
        place_id for place_id, place in places.items() if place_id in spoken or spoken.intersection(place.parents)
    )
