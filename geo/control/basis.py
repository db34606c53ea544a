"""Bases: whose word counts. A basis chooses and weighs the signals on one place before they are folded."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from geo.control.live import Live, lives
from geo.errors import ClaimlineError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from geo.control.signals import Signal
    from geo.profile import Profile

CLAIMS_NAME, CORROBORATED_NAME = "claims", "corroborated"


@dataclass(frozen=True, slots=True)
class Basis:
    """Whose word counts. Compare and show bases by name.

    Attributes:
        name: `claims` (anybody's), `corroborated` (two independent sources, or a side against its own interest), or
            the id of the side whose word alone counts.
        side: That side, else None.
        origins: For `corroborated`, where each claim comes from, by claim id; two claims are independent where they
            share no origin. None for the other bases.
    """

    name: str
    side: str | None = None
    origins: Mapping[str, frozenset[str]] | None = field(default=None, compare=False, repr=False)


CLAIMS = Basis(CLAIMS_NAME)


def says(side: str) -> Basis:
    """The basis on which a side's word alone counts: what it claims to have, and what it admits to have lost."""
    return Basis(side, side=side)


def corroborated(origins: Mapping[str, frozenset[str]]) -> Basis:
    """The basis on which a claim counts once an independent one says the same; see `geo.control.origins`."""
    return Basis(CORROBORATED_NAME, origins=origins)


def check_name(name: str, profile: Profile) -> str:
    """The name of a basis, as it is.

    Args:
        name: `claims`, `corroborated` or the id of a side of the profile.
        profile: Conflict profile.

    Raises:
        ClaimlineError: There is no such basis; the message names those that there are.
    """
    names = (CLAIMS_NAME, CORROBORATED_NAME, *(side.id for side in profile.sides))
    if name not in names:
        message = f"There is no basis {name!r}. Choose one of: {', '.join(names)}."
        raise ClaimlineError(message)
    return name


def weigh(found: Sequence[Signal], basis: Basis, stale_after_days: int) -> tuple[Signal, ...]:
    """Choose and weigh the signals on one place.

    Args:
        found: All signals on the place.
        basis: Whose word counts.
        stale_after_days: Age in days up to which a signal counts.

    Returns:
        The signals that count on this basis.
    """
    if basis.side is not None:
        # One voice: its later word replaces its earlier one, and nobody else's is there to weigh it against.
        return tuple(replace(one, strong=True) for one in found if one.speaker == basis.side)
    if basis.origins is not None:
        return tuple(_corroborated(lives(found, stale_after_days), basis.origins))
    return tuple(found)


def _corroborated(runs: Iterable[Live], origins: Mapping[str, frozenset[str]]) -> Iterator[Signal]:
    """Signals against interest, and those beside which an independent one of the same content counts."""
    alike: dict[object, list[Live]] = defaultdict(list)
    for run in runs:
        if run.first < run.stop:
            alike[run.signal.effect, run.signal.sides].append(run)
        elif run.signal.against_interest:
            yield run.signal
    for group in alike.values():
        for run in group:
            day = run.first if run.signal.against_interest else _first_backed(run, group, origins)
            if day == run.first:
                yield run.signal
            elif day is not None:
                # From the day it was backed; that is no day of its own.
                yield replace(run.signal, day=run.signal.day.fromordinal(day), dated=False)


def _first_backed(run: Live, group: list[Live], origins: Mapping[str, frozenset[str]]) -> int | None:
    """The first day on which an independent run counts beside this one; None where none ever does."""
    own = origins[run.signal.claim]
    days = (max(run.first, other.first) for other in group if run.first < other.stop and other.first < run.stop
            and own.isdisjoint(origins[other.signal.claim]))  # fmt: skip
    return min(days, default=None)
