"""The state of one place on all days at once: `geo.control.state` in columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from geo.control.columns import DENIED, FIGHTS, HAS, LEFT, SURROUNDS, Bools, Ints
from geo.control.period import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.control.spans import Spans

STATUSES = tuple(Status)
NOBODY = -1
OWN = 0
NO_LEVEL = -1


@dataclass(frozen=True, slots=True)
class Grid:
    """States of a place over cells of days; cell `i` reaches from the ordinal day `edges[i]` to `edges[i + 1]`.

    Attributes:
        edges: Their first days, ordered.
        status: Position in `STATUSES`.
        holder: Number of the side that has the place, or `NOBODY`.
        rivals: Which sides are the others involved: cells by sides.
        level: Number of the unit whose claims reach it; `OWN` is the place itself.
        starts: Where the claims of a cell begin in `claims`, with one more for the end.
        claims: Numbers of the claims behind the cells, sorted within each.
    """

    edges: Ints
    status: Ints
    holder: Ints
    rivals: Bools
    level: Ints
    starts: Ints
    claims: Ints


@dataclass(frozen=True, slots=True)
class _Level:
    """The spans of one unit on the cells [begins, ends), and on which cells each side has a signal of each effect."""

    spans: Spans
    begins: Ints
    ends: Ints
    members: Bools  # spans by sides
    cells: int

    def on(self, chosen: Bools) -> Bools:
        """Cells by sides: whether one of the chosen spans speaks of that side there."""
        change = np.zeros((self.cells + 1, self.members.shape[1]), dtype=np.int64)
        np.add.at(change, self.begins[chosen], self.members[chosen])
        np.subtract.at(change, self.ends[chosen], self.members[chosen])
        return np.asarray(np.cumsum(change, axis=0)[:-1] > 0)

    def of(self, effect: int) -> Bools:
        """Cells by sides, for the spans of one effect."""
        return self.on(self.spans.rows.effect == effect)


@dataclass(frozen=True, slots=True)
class _Told:
    """What decides the state of each cell, and with it which claims are behind it."""

    control: Ints  # the level that tells who has the place, or NO_LEVEL
    holder: Ints
    fought: Bools
    denied: Bools
    besieged: Bools


def grid(units: Sequence[Spans], members: Bools, first: int, stop: int) -> Grid:
    """Tell the states of one place.

    Args:
        units: What counts on the place itself, then on the units that it lies in, nearest first.
        members: Groups of sides by sides: who belongs to which. Sides are numbered in the order of their ids.
        first: First day, as a proleptic Gregorian ordinal.
        stop: First day after the last; after `first`.

    Returns:
        The states from `first` on.
    """
    days = np.concatenate([[first], *(days for one in units for days in (one.first, one.stop))])
    edges = np.unique(days[(days >= first) & (days < stop)])
    levels = [_level(one, members, edges, stop) for one in units]
    control, has, left, strong = _control(levels)
    fights = levels[OWN].of(FIGHTS)
    fighting = np.where(fights.any(axis=1, keepdims=True), has | fights, False)  # noqa: FBT003 - numpy's own order
    fought = fighting.sum(axis=1) > 1
    disputed = ~fought & ((has.sum(axis=1) > 1) | (has & left).any(axis=1))
    alone = ~fought & ~disputed & has.any(axis=1)
    holder = np.where(alone, has.argmax(axis=1), NOBODY)
    held = np.arange(has.shape[1]) == holder[:, None]
    denied = alone & (_beside(levels, DENIED, control) & held).any(axis=1)
    sieges = _beside(levels, SURROUNDS, control) & ~held
    besieged = alone & ~denied & sieges.any(axis=1)
    doubted = denied & strong & (control == OWN)
    status = np.select(
        [fought | disputed | doubted, denied | ~alone, besieged, strong],
        [STATUSES.index(one) for one in (Status.CONTESTED, Status.UNKNOWN, Status.BESIEGED, Status.HELD)],
        STATUSES.index(Status.CLAIMED),
    )
    rivals = np.select([fought[:, None], disputed[:, None], doubted[:, None], besieged[:, None]],
                       [fighting, has, held, sieges], default=False)  # fmt: skip
    starts, claims = _behind(levels, _Told(control, holder, fought, denied, besieged))
    return Grid(
        edges=edges,
        status=status,
        holder=np.where(denied, NOBODY, holder),
        rivals=rivals,
        level=np.where(fought, OWN, np.maximum(control, OWN)),
        starts=starts,
        claims=claims,
    )


def _level(one: Spans, members: Bools, edges: Ints, stop: int) -> _Level:
    begins, ends = np.searchsorted(edges, one.first), np.searchsorted(edges, np.minimum(one.stop, stop))
    return _Level(one, np.minimum(begins, ends), ends, members[one.rows.sides], len(edges))


def _control(levels: Sequence[_Level]) -> tuple[Ints, Bools, Bools, Bools]:
    """The nearest level that tells of having or leaving; who has and who has left by it; whether that is strong."""
    shape = (levels[OWN].cells, levels[OWN].members.shape[1])
    control = np.full(shape[0], NO_LEVEL)
    has, left, strong = np.zeros(shape, dtype=bool), np.zeros(shape, dtype=bool), np.zeros(shape[0], dtype=bool)
    for number, level in enumerate(levels):
        gains, losses = level.of(HAS), level.of(LEFT)
        speaks = (control == NO_LEVEL) & (gains | losses).any(axis=1)
        control[speaks], has[speaks], left[speaks] = number, gains[speaks], losses[speaks]
        firm = level.on((level.spans.rows.effect == HAS) & level.spans.rows.strong)
        strong[speaks] = firm[speaks].any(axis=1)
    return control, has, left, strong


def _beside(levels: Sequence[_Level], effect: int, control: Ints) -> Bools:
    """Cells by sides: signals of an effect on the level that tells who has the place, and on those nearer."""
    found = [level.of(effect) & (control >= number)[:, None] for number, level in enumerate(levels)]
    return np.asarray(np.logical_or.reduce(found))


def _behind(levels: Sequence[_Level], told: _Told) -> tuple[Ints, Ints]:
    """The claims behind each cell, as `Grid` keeps them."""
    keys = np.sort(np.concatenate([_keys(number, level, told) for number, level in enumerate(levels)]))
    # A loss by one claim is a gain by the same; `np.unique` would take three times as long.
    keys = keys[np.diff(keys, prepend=-1) != 0]
    cells, claims = keys >> 32, keys & 0xFFFFFFFF
    return np.searchsorted(cells, np.arange(len(told.control) + 1)), claims


def _keys(number: int, level: _Level, told: _Told) -> Ints:
    """Cell and claim of each signal of a level that a state rests on, as one number."""
    length = level.ends - level.begins
    span = np.repeat(np.arange(len(length)), length)
    cell = np.arange(len(span)) - np.repeat(np.cumsum(length) - length, length) + np.repeat(level.begins, length)
    effect = level.spans.rows.effect[span]
    speaks = told.control[cell] == number
    nearer = told.control[cell] >= number
    of_holder = level.members[span, told.holder[cell]] & (told.holder[cell] != NOBODY)
    behind = (
        (((effect == HAS) | (effect == LEFT)) & speaks)
        | ((effect == DENIED) & nearer & told.denied[cell] & of_holder)
        | ((effect == SURROUNDS) & nearer & told.besieged[cell] & ~of_holder)
    )
    if number == OWN:
        behind |= (effect == FIGHTS) & told.fought[cell]
    return np.asarray((cell[behind] << 32) | level.spans.rows.claim[span[behind]])
