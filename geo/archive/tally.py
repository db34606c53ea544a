"""What an archive's claims and periods come to, counted from columns file by file: no claim is made of a row."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from geo.archive.sieve import COLUMNS
from geo.claims.claim import Action, Assertion
from geo.control.clock import Clock

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from numpy.typing import NDArray

CODED = ("place_id", "place_kind", "action", "assertion", "actor_id", "actor", "opponent_id", "opponent",
         "claimant_side", "publisher")  # fmt: skip
NEEDED = (*CODED, "day", "event_start", "published")
FIGHTING = (Action.FIGHTS.value, Action.REPELS.value)


@dataclass(slots=True)
class Tally:
    """Counts that grow with each table.

    Attributes:
        start: Day 0.
        length: Number of days.
        clock: By which day claims are counted.
        claims: How many claims.
        spoken: How many claims are on each place.
        days: How many claims each day has.
        fights: Number of the place, first day and the one after the last of each claim of fighting, table by table.
        places: Numbers of the places in `fights`, by id.
        names: Side id → the last of its names in the order of the alphabet.
        facets: What occurs in each filter; None among publishers where a report names none.
        speakers: Sides whose word some claims are.
    """

    start: date
    length: int
    clock: Clock = Clock.EVENT
    claims: int = 0
    spoken: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    days: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    fights: list[NDArray[np.int64]] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    facets: dict[str, set[str | None]] = field(default_factory=lambda: defaultdict(set))
    speakers: set[str] = field(default_factory=set)

    def add(self, rows: pa.Table) -> None:
        """Count rows with the columns `NEEDED`."""
        if not len(self.days):
            self.days = np.zeros(self.length, np.int64)
        self.claims += len(rows)
        for value, count in _counts(rows["place_id"]):
            self.spoken[value] += count
        numbers = self._numbers(rows["published" if self.clock is Clock.KNOWN else "day"])
        inside = numbers[(numbers >= 0) & (numbers < self.length)]
        self.days += np.bincount(inside, minlength=self.length)
        for name, columns in COLUMNS.items():
            self.facets[name].update(value for column in columns for value in _values(rows[column]))
        self.speakers.update(filter(None, _values(rows["claimant_side"])))
        self._name(rows)
        self._fight(rows)

    def _name(self, rows: pa.Table) -> None:
        for owner in ("actor", "opponent"):
            pairs = rows.select([f"{owner}_id", owner]).group_by([f"{owner}_id", owner]).aggregate([])
            for side, name in zip(pairs[f"{owner}_id"].to_pylist(), pairs[owner].to_pylist(), strict=True):
                if side is not None:
                    self.names[side] = max(name, self.names.get(side, ""))

    def _fight(self, rows: pa.Table) -> None:
        asserted = pc.equal(_texts(rows["assertion"]), Assertion.ASSERTED.value)
        fighting = rows.filter(pc.and_(asserted, pc.is_in(_texts(rows["action"]), pa.array(FIGHTING))))
        last = fighting["day"]
        first = pc.coalesce(fighting["event_start"], last)
        if self.clock is Clock.KNOWN:
            # Reported afterwards, as most fighting is: it is marked on the day of the report.
            first, last = (pc.max_element_wise(day, fighting["published"]) for day in (first, last))
        begins, ends = np.maximum(self._numbers(first), 0), np.minimum(self._numbers(last) + 1, self.length)
        spots = pc.dictionary_encode(_texts(fighting["place_id"])).unify_dictionaries().combine_chunks()
        known = [self.places.setdefault(place, len(self.places)) for place in spots.dictionary.to_pylist()]
        place = np.array(known, np.int64)[np.asarray(spots.indices, np.int64)]
        kept = begins < ends
        self.fights.append(np.stack([place[kept], begins[kept], ends[kept]]))

    def _numbers(self, days: Any) -> NDArray[np.int64]:  # noqa: ANN401 - Arrow has no types of its own
        numbers = np.asarray(days.cast(pa.int32()), np.int64)
        first: int = pa.scalar(self.start, pa.date32()).cast(pa.int32()).as_py()
        return numbers - first

    def fighting_days(self) -> Iterable[tuple[str, tuple[int, ...]]]:
        """Place id and the half-open spans of days with fighting, flat; ascending, none touching the next."""
        place, begin, end = np.concatenate([np.zeros((3, 0), np.int64), *self.fights], axis=1)
        order = np.argsort(place, kind="stable")
        bounds = np.searchsorted(place[order], np.arange(len(self.places) + 1))
        for name, first, stop in zip(self.places, bounds[:-1], bounds[1:], strict=True):
            edges = np.zeros(self.length + 1, np.int64)
            np.add.at(edges, begin[order[first:stop]], 1)
            np.add.at(edges, end[order[first:stop]], -1)
            marked = np.concatenate([[0], np.cumsum(edges)[:-1] > 0, [0]]).astype(np.int8)
            if marked.any():
                yield name, tuple(np.flatnonzero(np.diff(marked)).tolist())


def _texts(column: pa.ChunkedArray) -> pa.ChunkedArray:
    return column.cast(pa.string())


def _values(column: pa.ChunkedArray) -> list[str | None]:
    return list(_texts(pc.unique(column)).to_pylist())


def _counts(column: pa.ChunkedArray) -> Iterable[tuple[str, int]]:
    found = pc.value_counts(column)
    return zip(found.field("values").to_pylist(), found.field("counts").to_pylist(), strict=True)
