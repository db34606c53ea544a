"""Claims as columns: the same signals as `geo.control.signals` tells, one row each, for folding many at once."""

from __future__ import annotations

from dataclasses import dataclass, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import numpy as np

from geo.claims.claim import DateBasis
from geo.control.kinds import Codes, Kinds, kinds_of
from geo.control.signals import CHANGES, Effect, signals, spoken_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from numpy.typing import NDArray

    from gazetteer.place import Place
    from geo.claims.claim import Claim

Ints = np.ndarray[Any, np.dtype[np.int64]]
Bools = np.ndarray[Any, np.dtype[np.bool_]]
EFFECTS = tuple(Effect)
CODE = {effect: code for code, effect in enumerate(EFFECTS)}
HAS, LEFT, DENIED, SURROUNDS, FIGHTS = (CODE[effect] for effect in EFFECTS)
NOBODY = -1
# How many numbers tell a signal.
SAID = 5
# No day: earlier than any.
OPEN = 0


@dataclass(frozen=True, slots=True)
class Rows:
    """Signals on one place, ordered by day; all columns are of the same length.

    Attributes:
        day: Proleptic Gregorian ordinals.
        published: The same, of publication.
        effect: Position in `EFFECTS`.
        sides: Position in `Columns.sides`.
        speaker: Position in `Columns.sides` of the side alone, or `NOBODY`.
        claim: Position in `Columns.claims`.
        strong: See `Signal`; so the others.
        dated: See `Signal`.
        again: See `Signal`.
        against_interest: See `Signal`.
    """

    day: Ints
    published: Ints
    effect: Ints
    sides: Ints
    speaker: Ints
    claim: Ints
    strong: Bools
    dated: Bools
    again: Bools
    against_interest: Bools

    def __len__(self) -> int:
        """How many signals these are."""
        return len(self.day)

    def take(self, chosen: Ints | Bools | slice) -> Rows:
        """Some of them."""
        return Rows(*(getattr(self, column.name)[chosen] for column in fields(self)))


@dataclass(frozen=True, slots=True)
class Columns:
    """All signals of some claims.

    Attributes:
        places: Rows by the place that they bear on.
        sides: The groups of sides that are spoken of.
        claims: Ids of the claims, sorted.
    """

    places: Mapping[str, Rows]
    sides: tuple[tuple[str, ...], ...]
    claims: NDArray[np.object_]


def columns(claims: Iterable[Claim], places: Mapping[str, Place]) -> Columns:
    """Write the signals of claims as columns.

    Args:
        claims: Claims in any order.
        places: Known places by id, to tell a district from wider units.

    Returns:
        The columns. A claim given twice has its rows twice, which changes nothing.
    """
    every = tuple(claims)
    sides, units = Codes[tuple[str, ...]](), Codes[str]()
    kinds = kinds_of(every, _saying, lambda claim: said(claim, sides), width=SAID)
    spots = kinds_of(
        every, _standing, lambda claim: ((units.of(one),) for one in spoken_of(claim.place, places)), width=1
    )
    return assembled(Sorted(kinds, spots, sides, units), np.array([claim.id for claim in every], "S16"), _days(every))


@dataclass(frozen=True, slots=True)
class Sorted:
    """Claims sorted into kinds.

    Attributes:
        kinds: By what they say (`said`).
        spots: By the places that they bear on, as numbers of `units`.
        sides: The groups of sides that they speak of.
        units: The places.
    """

    kinds: Kinds
    spots: Kinds
    sides: Codes[tuple[str, ...]]
    units: Codes[str]


def assembled(told: Sorted, ids: NDArray[np.bytes_], days: Days) -> Columns:
    """Put columns together.

    Args:
        told: The claims, sorted into kinds.
        ids: Ids of the claims.
        days: When each claim speaks.

    Returns:
        The columns.
    """
    number, say = told.kinds.of(np.arange(len(ids)))
    row, unit = told.spots.of(number)
    names, rank = np.unique(ids, return_inverse=True)
    rows = _rows(say[row], rank[number[row]], days, number[row])
    by_unit = _by_unit(rows, unit[:, 0], told.units)
    return Columns(by_unit, tuple(told.sides.known), names.astype("U16").astype(object))


def _saying(claim: Claim) -> Hashable:
    """Everything about a claim that its effects depend on."""
    actor, opponent, claimant = claim.actor, claim.opponent, claim.claimant
    return (claim.action, claim.assertion, claim.attribution, claim.partial,
            actor and actor.id, opponent and opponent.id, claimant and claimant.side)  # fmt: skip


def _standing(claim: Claim) -> Hashable:
    """Everything about a claim that the places that it bears on depend on."""
    return claim.place.id, claim.place.seat_of


def said(claim: Claim, sides: Codes[tuple[str, ...]]) -> Iterator[tuple[int, ...]]:
    """Effect, sides, speaker, strength and interest of each signal of a claim on its own place."""
    for one in signals(claim, {}):
        voice = NOBODY if one.speaker is None else sides.of((one.speaker,))
        yield CODE[one.effect], sides.of(one.sides), voice, one.strong, one.against_interest


@dataclass(frozen=True, slots=True)
class Days:
    """When each claim speaks: `event_day` and `is_dated` for all at once."""

    day: Ints
    published: Ints
    dated: Bools
    again: Bools


def _days(claims: Sequence[Claim]) -> Days:
    published = _ordinals(map(attrgetter("published"), claims))
    start = _ordinals(map(attrgetter("event_start"), claims))
    end = _ordinals(map(attrgetter("event_end"), claims))
    day = np.where(end > OPEN, end, np.where(start > OPEN, start, published))
    day = np.maximum(np.minimum(day, published), start)
    own = np.fromiter((claim.date_basis is not DateBasis.PUBLISHED for claim in claims), bool, len(claims))
    state = np.fromiter((claim.action not in CHANGES for claim in claims), bool, len(claims))
    again = np.fromiter(map(attrgetter("recapture"), claims), bool, len(claims))
    return Days(day, published, state | (own & (start > OPEN)), again)


def _ordinals(days: Iterable[date | None]) -> Ints:
    return np.fromiter((day.toordinal() if day else OPEN for day in days), np.int64)


def _rows(say: Ints, claim: Ints, days: Days, number: Ints) -> Rows:
    return Rows(
        day=days.day[number],
        published=days.published[number],
        effect=say[:, 0],
        sides=say[:, 1],
        speaker=say[:, 2],
        claim=claim,
        strong=say[:, 3].astype(bool),
        dated=days.dated[number],
        again=days.again[number],
        against_interest=say[:, 4].astype(bool),
    )


def _by_unit(rows: Rows, unit: Ints, units: Codes[str]) -> dict[str, Rows]:
    order = np.lexsort((rows.day, unit))
    bounds = np.searchsorted(unit[order], np.arange(len(units.known) + 1))
    ordered = rows.take(order)
    return {
        name: ordered.take(slice(first, stop))
        for name, first, stop in zip(units.known, bounds[:-1], bounds[1:], strict=True)
        if first < stop
    }
