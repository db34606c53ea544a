"""Claims as columns: the same signals as `geo.control.signals` tells, one row each, for folding many at once."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import numpy as np

from geo.claims.claim import DateBasis
from geo.control.signals import CHANGES, Effect, signals

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from numpy.typing import NDArray

    from gazetteer.place import Place
    from geo.claims.claim import Claim

Ints = np.ndarray[Any, np.dtype[np.int64]]
Bools = np.ndarray[Any, np.dtype[np.bool_]]
_Value = TypeVar("_Value", bound="Hashable")
EFFECTS = tuple(Effect)
CODE = {effect: code for code, effect in enumerate(EFFECTS)}
HAS, LEFT, DENIED, SURROUNDS, FIGHTS = (CODE[effect] for effect in EFFECTS)
NOBODY = -1
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


class _Codes(Generic[_Value]):
    """Numbers for values, in the order in which they are first met."""

    def __init__(self) -> None:
        self.known: dict[_Value, int] = {}

    def of(self, value: _Value) -> int:
        return self.known.setdefault(value, len(self.known))


def columns(claims: Iterable[Claim], places: Mapping[str, Place]) -> Columns:
    """Write the signals of claims as columns.

    Args:
        claims: Claims in any order.
        places: Known places by id, to tell a district from wider units.

    Returns:
        The columns. A claim given twice has its rows twice, which changes nothing.
    """
    every = tuple(claims)
    sides, units = _Codes[tuple[str, ...]](), _Codes[str]()
    codes = _Codes[tuple[object, ...]]()
    saying = np.fromiter((codes.of(_saying(claim)) for claim in every), np.int64, len(every))
    # One claim of each kind tells what all of its kind say.
    _, firsts = np.unique(saying, return_index=True)
    kinds = [np.array(list(_coded(every[first], places, sides, units)), np.int64).reshape(-1, 6) for first in firsts]
    counts = np.array([len(kind) for kind in kinds], np.int64)
    number = np.repeat(np.arange(len(every)), counts[saying])
    offset = np.arange(len(number)) - np.repeat(np.cumsum(counts[saying]) - counts[saying], counts[saying])
    said = np.concatenate([np.empty((0, 6), np.int64), *kinds])[(np.cumsum(counts) - counts)[saying[number]] + offset]
    names, rank = np.unique(np.array([claim.id for claim in every], dtype="S16"), return_inverse=True)
    rows = _rows(said, rank[number], _days(every), number)
    return Columns(_by_unit(rows, said[:, 0], units), tuple(sides.known), names.astype("U16").astype(object))


def _saying(claim: Claim) -> tuple[object, ...]:
    """Everything about a claim that its effects and their places depend on."""
    actor, opponent, claimant, place = claim.actor, claim.opponent, claim.claimant, claim.place
    return (claim.action, claim.assertion, claim.attribution, claim.partial, place.id, place.seat_of,
            actor and actor.id, opponent and opponent.id, claimant and claimant.side)  # fmt: skip


def _coded(
    claim: Claim, places: Mapping[str, Place], sides: _Codes[tuple[str, ...]], units: _Codes[str]
) -> Iterator[tuple[int, ...]]:
    """Place, effect, sides, speaker, strength and interest of each signal of a claim."""
    for one in signals(claim, places):
        voice = NOBODY if one.speaker is None else sides.of((one.speaker,))
        yield units.of(one.place), CODE[one.effect], sides.of(one.sides), voice, one.strong, one.against_interest


@dataclass(frozen=True, slots=True)
class _Days:
    """When each claim speaks: `event_day` and `is_dated` for all at once."""

    day: Ints
    published: Ints
    dated: Bools
    again: Bools


def _days(claims: Sequence[Claim]) -> _Days:
    published = np.fromiter((claim.published.toordinal() for claim in claims), np.int64, len(claims))
    start = _ordinals(claim.event_start for claim in claims)
    end = _ordinals(claim.event_end for claim in claims)
    day = np.where(end > OPEN, end, np.where(start > OPEN, start, published))
    day = np.maximum(np.minimum(day, published), start)
    own = np.fromiter((claim.date_basis is not DateBasis.PUBLISHED for claim in claims), bool, len(claims))
    state = np.fromiter((claim.action not in CHANGES for claim in claims), bool, len(claims))
    again = np.fromiter((claim.recapture for claim in claims), bool, len(claims))
    return _Days(day, published, state | (own & (start > OPEN)), again)


def _ordinals(days: Iterable[date | None]) -> Ints:
    return np.fromiter((day.toordinal() if day else OPEN for day in days), np.int64)


def _rows(said: Ints, claim: Ints, days: _Days, number: Ints) -> Rows:
    return Rows(
        day=days.day[number],
        published=days.published[number],
        effect=said[:, 1],
        sides=said[:, 2],
        speaker=said[:, 3],
        claim=claim,
        strong=said[:, 4].astype(bool),
        dated=days.dated[number],
        again=days.again[number],
        against_interest=said[:, 5].astype(bool),
    )


def _by_unit(rows: Rows, unit: Ints, units: _Codes[str]) -> dict[str, Rows]:
    order = np.lexsort((rows.day, unit))
    bounds = np.searchsorted(unit[order], np.arange(len(units.known) + 1))
    ordered = rows.take(order)
    return {
        name: ordered.take(slice(first, stop))
        for name, first, stop in zip(units.known, bounds[:-1], bounds[1:], strict=True)
    }
