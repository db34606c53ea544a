"""The fold: claims to control periods. Pure, and the order of its input never matters. Rules: docs/method.md.

It works on columns of signals, a place at a time; `geo.control.plain` tells the same rules claim by claim, and the
tests hold the two to each other.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from geo.control.basis import CLAIMS, Basis
from geo.control.clock import Clock
from geo.control.columns import Bools, Columns, columns
from geo.control.grid import NOBODY, STATUSES, Grid, grid
from geo.control.method import METHOD
from geo.control.period import ControlPeriod, Status
from geo.control.spans import Spans, spans
from geo.control.weighing import weighing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from gazetteer.place import Place
    from geo.claims.claim import Claim

__all__ = ["METHOD", "fold", "fold_known"]
_State = tuple[Status, str | None, tuple[str, ...], str | None, tuple[str, ...]]


def fold(  # noqa: PLR0913 - independent choices, all by keyword
    claims: Iterable[Claim],
    places: Mapping[str, Place],
    *,
    start: date,
    end: date,
    stale_after_days: int,
    basis: Basis = CLAIMS,
    clock: Clock = Clock.EVENT,
) -> tuple[ControlPeriod, ...]:
    """Derive the control periods of places from claims.

    Args:
        claims: Claims in any order; one given twice counts once.
        places: The places to tell about, by id. Their parents are where claims are inherited from.
        start: First day.
        end: First day after the last (half-open).
        stale_after_days: Age in days up to which a claim counts.
        basis: Whose word counts.
        clock: By which day.

    Returns:
        Periods ordered by (place, start). Those of a place cover [start, end) without gap or overlap, and no two
        neighbours are equal but for their days.
    """
    with _no_collection():
        told = columns(claims, places)
        return tuple(fold_columns(told, places, start=start, end=end, stale_after_days=stale_after_days, basis=basis,
                                  clock=clock))  # fmt: skip


def fold_columns(  # noqa: PLR0913 - as `fold`
    told: Columns,
    places: Mapping[str, Place],
    *,
    start: date,
    end: date,
    stale_after_days: int,
    basis: Basis = CLAIMS,
    clock: Clock = Clock.EVENT,
) -> Iterator[ControlPeriod]:
    """Derive the control periods of places from signals, a place at a time.

    Args:
        told: All signals that bear on the places, and on the units above them.
        places: The places to tell about, by id.
        start: First day.
        end: First day after the last (half-open).
        stale_after_days: Age in days up to which a claim counts.
        basis: Whose word counts.
        clock: By which day.

    Yields:
        Periods as `fold` gives them.
    """
    weigh = weighing(basis, told, stale_after_days)
    counting = {unit: spans(rows, stale_after_days, clock, weigh) for unit, rows in told.places.items()}
    days = _Days(start, end)
    for place_id in sorted(places if start < end else ()):
        yield from _periods(places[place_id], counting, told, days)


def fold_known(  # noqa: PLR0913 - as `fold`
    claims: Iterable[Claim],
    places: Mapping[str, Place],
    *,
    start: date,
    end: date,
    stale_after_days: int,
    basis: Basis = CLAIMS,
) -> tuple[ControlPeriod, ...]:
    """Derive what each day's state looked like on that day, from the reports published up to and on it.

    Args:
        claims: Claims in any order.
        places: The places to tell about, by id.
        start: First day.
        end: First day after the last (half-open).
        stale_after_days: Age in days up to which a claim counts.
        basis: Whose word counts.

    Returns:
        Periods as `fold` gives them: the state of a day D is that of `fold` on D with the claims published by D.
    """
    return fold(claims, places, start=start, end=end, stale_after_days=stale_after_days, basis=basis, clock=Clock.KNOWN)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Millions of new tuples and no cycle among them: searching them for cycles would take longer than the fold."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Days:
    """The days of a map by their ordinals, made once."""

    def __init__(self, start: date, end: date) -> None:
        self.first, self.stop = start.toordinal(), end.toordinal()
        self._all = [date.fromordinal(day) for day in range(self.first, self.stop + 1)]

    def __getitem__(self, ordinal: int) -> date:
        return self._all[ordinal - self.first]


def _periods(place: Place, counting: Mapping[str, Spans], told: Columns, days: _Days) -> Iterator[ControlPeriod]:
    units = [unit for unit in place.parents if unit in counting]
    own = counting.get(place.id)
    if own is None and not units:
        yield _period(place, days[days.first], days[days.stop], (Status.UNKNOWN, None, (), None, ()))
        return
    if own is None:
        # The columns of a unit above, without any row.
        nothing = counting[units[0]]
        own = Spans(nothing.rows.take(slice(0)), nothing.first[:0], nothing.stop[:0])
    sides, members = _members([own, *(counting[unit] for unit in units)], told)
    found = grid([own, *(counting[unit] for unit in units)], members, days.first, days.stop)
    yield from _joined(place, found, list(_states(found, sides, (None, *units), told)), days)


def _members(every: list[Spans], told: Columns) -> tuple[tuple[str, ...], Bools]:
    """The sides that are spoken of, in order, and which of them belong to each group of sides."""
    groups = np.unique(np.concatenate([one.rows.sides for one in every]))
    sides = tuple(sorted({side for group in groups for side in told.sides[group]})) or ("",)
    members = np.zeros((len(told.sides), len(sides)), dtype=bool)
    for group in groups:
        members[group, [sides.index(side) for side in told.sides[group]]] = True
    return sides, members


def _states(found: Grid, sides: tuple[str, ...], units: tuple[str | None, ...], told: Columns) -> Iterator[_State]:
    names, who = told.claims[found.claims].tolist(), dict[bytes, tuple[str, ...]]()
    starts = found.starts.tolist()
    rows = zip(found.status.tolist(), found.holder.tolist(), found.rivals, found.level.tolist(), strict=True)
    for cell, (status, holder, rivals, level) in enumerate(rows):
        key = rivals.tobytes()
        if key not in who:
            who[key] = tuple(side for side, involved in zip(sides, rivals, strict=True) if involved)
        claims = tuple(names[starts[cell] : starts[cell + 1]])
        yield STATUSES[status], None if holder == NOBODY else sides[holder], who[key], units[level], claims


def _joined(place: Place, found: Grid, states: list[_State], days: _Days) -> Iterator[ControlPeriod]:
    """Periods of the cells, neighbours of the same state joined."""
    edges = [*found.edges.tolist(), days.stop]
    opened = 0
    for cell in range(1, len(states)):
        if states[cell] != states[opened]:
            yield _period(place, days[edges[opened]], days[edges[cell]], states[opened])
            opened = cell
    yield _period(place, days[edges[opened]], days[edges[-1]], states[opened])


def _period(place: Place, first: date, stop: date, found: _State) -> ControlPeriod:
    status, holder, rivals, inherited_from, claims = found
    return ControlPeriod(place.id, first, stop, status, holder, rivals, inherited_from, claims, METHOD)
