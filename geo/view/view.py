"""How the claims are looked at: on which basis, by which clock, through which filters."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.control.answer import basis_named
from geo.control.basis import CLAIMS_NAME, CORROBORATED_NAME
from geo.control.clock import Clock
from geo.control.fold import fold
from geo.control.telling import word_of
from geo.view.filters import EVERYTHING, Filters, filtered

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.control.period import ControlPeriod
    from geo.pipeline import Dataset
    from geo.profile import Profile


@dataclass(frozen=True, slots=True)
class View:
    """Basis by name (see `geo.control.basis`), clock, and filters."""

    basis: str = CLAIMS_NAME
    clock: Clock = Clock.EVENT
    filters: Filters = EVERYTHING


def bases(profile: Profile) -> dict[str, str]:
    """The bases that can be chosen, by name, with their labels: "All claims", "Corroborated", "Taliban's word"."""
    sides = {side.id: word_of(side.name) for side in profile.sides}
    return {CLAIMS_NAME: "All claims", CORROBORATED_NAME: "Corroborated", **sides}


def offered_bases(dataset: Dataset) -> dict[str, str]:
    """The bases that can be chosen, with their labels; sides that say nothing in the reports have no word to count."""
    speak = {claim.claimant.side for claim in dataset.claims if claim.claimant}
    silent = {side.id for side in dataset.profile.sides} - speak
    return {name: label for name, label in bases(dataset.profile).items() if name not in silent}


def looked_at(dataset: Dataset, view: View) -> Dataset:
    """The data set as a view shows it.

    Args:
        dataset: All claims, folded on the basis of all claims by the days of the events.
        view: How to look at it.

    Returns:
        The claims that the filters let through, folded anew. Days, places and reports stay.
    """
    if view == View():
        return dataset
    kept = replace(dataset, claims=filtered(dataset, view.filters))
    return replace(kept, periods=folded(kept, view.basis, view.clock))


def folded(dataset: Dataset, basis: str, clock: Clock) -> tuple[ControlPeriod, ...]:
    """All claims of a data set, folded on a basis by a clock.

    Args:
        dataset: Its own periods are not looked at.
        basis: Name of the basis.
        clock: By which day a claim counts.

    Returns:
        The control periods, ordered by (place, start).
    """
    return fold(
        dataset.claims,
        dataset.places,
        start=dataset.start,
        end=dataset.end,
        stale_after_days=dataset.profile.stale_after_days,
        basis=basis_named(basis, dataset.profile, dataset.reports, dataset.claims),
        clock=clock,
    )


def view_words(view: View, names: Mapping[str, str]) -> str:
    """A view in words, for what is downloaded: "Basis: All claims. Clock: day of the event. Filters: none."."""
    clock = "as known that day" if view.clock is Clock.KNOWN else "day of the event"
    return f"Basis: {names[view.basis]}. Clock: {clock}. {filter_words(view.filters)}"


def filter_words(filters: Filters) -> str:
    """Filters in words: "Filters: action takes or holds; text 'bridge'."."""
    chosen = [f"{name} {' or '.join(getattr(filters, name))}" for name in
              ("side", "action", "assertion", "publisher", "kind") if getattr(filters, name)]  # fmt: skip
    if filters.text:
        chosen.append(f"text {filters.text!r}")
    return f"Filters: {'; '.join(chosen) or 'none'}."
