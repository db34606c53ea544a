"""Bases in columns: what `geo.control.basis` does with signals, for all signals on a place at once."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from geo.control.spans import FAR, stops

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    from geo.control.basis import Basis
    from geo.control.columns import Bools, Columns, Ints, Rows

NONE = -1


def weighing(basis: Basis, told: Columns, stale_after_days: int) -> Callable[[Rows], Rows]:
    """How a basis chooses and weighs rows.

    Args:
        basis: Whose word counts.
        told: The columns that the rows belong to.
        stale_after_days: Age in days up to which a signal counts.

    Returns:
        A function from the rows of a place to those that count, ordered by day.
    """
    if basis.side is not None:
        voice = told.sides.index((basis.side,)) if (basis.side,) in told.sides else None
        return partial(_said_by, voice=voice)
    if basis.origins is not None:
        return partial(_backed, sources=_sources(basis.origins, told.claims), stale_after_days=stale_after_days)
    return lambda rows: rows


def _said_by(rows: Rows, *, voice: int | None) -> Rows:
    chosen = rows.take(rows.speaker == voice if voice is not None else np.zeros(len(rows), dtype=bool))
    return replace(chosen, strong=np.ones(len(chosen), dtype=bool))


def _sources(origins: Mapping[str, frozenset[str]], claims: NDArray[np.object_]) -> Ints:
    """A row of origins a claim, as numbers, filled up with `NONE`."""
    codes: dict[str, int] = {}
    coded = [[codes.setdefault(origin, len(codes)) for origin in origins[claim]] for claim in claims]
    table = np.full((len(coded), max(map(len, coded), default=0)), NONE, dtype=np.int64)
    for row, found in zip(table, coded, strict=True):
        row[: len(found)] = found
    return table


def _backed(rows: Rows, *, sources: Ints, stale_after_days: int) -> Rows:
    """Rows against interest, and those beside which an independent one of the same content counts."""
    stop = stops(rows, stale_after_days)
    since = np.where(rows.against_interest, rows.day, FAR)
    alike = np.lexsort((rows.day, rows.sides, rows.effect))
    content = np.stack([rows.effect, rows.sides])[:, alike]
    for lag in range(1, len(rows)):
        one, other = alike[:-lag], alike[lag:]
        beside = np.all(content[:, :-lag] == content[:, lag:], axis=0) & (
            rows.day[other] < rows.day[one] + _longest(rows, stop)
        )
        if not beside.any():
            break
        both = beside & (rows.day[other] < stop[one]) & (rows.day[other] < stop[other])
        one, other = one[both], other[both]
        apart = ~_shared(sources[rows.claim[one]], sources[rows.claim[other]])
        for end in (one[apart], other[apart]):
            np.minimum.at(since, end, rows.day[other[apart]])
    counts = np.flatnonzero(since < FAR)
    kept = rows.take(counts)
    moved = replace(kept, day=since[counts], dated=kept.dated & (since[counts] == kept.day))
    return moved.take(np.argsort(moved.day, kind="stable"))


def _longest(rows: Rows, stop: Ints) -> int:
    """The longest run in days."""
    return int((stop - rows.day).max(initial=0))


def _shared(some: Ints, others: Ints) -> Bools:
    """Row by row, whether two sets of origins share one."""
    same = (some[:, :, None] == others[:, None, :]) & (some[:, :, None] != NONE)
    return np.asarray(same.any(axis=(1, 2)))
