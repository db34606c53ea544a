"""The ways in which the one-file map can be looked at: every basis by either clock, so that a reader can switch."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from geo.control.clock import Clock
from geo.view.view import bases, folded, offered_bases

if TYPE_CHECKING:
    from geo.pipeline import Dataset
    from geo.view.view import View

MOST_CLAIMS = 10_000
"""Claims times ways to look at them, up to which a file holds them all: about 1.5 MB, made in half a minute."""


@dataclass(frozen=True, slots=True)
class Look:
    """One way to look at the claims.

    Attributes:
        basis: Name of the basis.
        label: What the basis is called: "All claims", "Taliban's word".
        clock: By which day the periods are folded.
        dataset: The claims, folded so.
    """

    basis: str
    label: str
    clock: Clock
    dataset: Dataset


def looks(dataset: Dataset, view: View) -> tuple[Look, ...]:
    """The ways to look at the claims of a view.

    Args:
        dataset: The claims that the view's filters let through, folded as the view says.
        view: What is shown first.

    Returns:
        The view's own basis and clock first, then all others; only the first where there are too many claims.
    """
    labels = offered_bases(dataset)
    own = Look(view.basis, bases(dataset.profile)[view.basis], view.clock, dataset)
    ways = [(basis, clock) for basis, clock in product(labels, Clock) if (basis, clock) != (view.basis, view.clock)]
    if len(dataset.claims) * (1 + len(ways)) > MOST_CLAIMS:
        return (own,)
    return (own, *(_look(dataset, basis, labels[basis], clock) for basis, clock in ways))


def _look(dataset: Dataset, basis: str, label: str, clock: Clock) -> Look:
    return Look(basis, label, clock, replace(dataset, periods=folded(dataset, basis, clock)))
