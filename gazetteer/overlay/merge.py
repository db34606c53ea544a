"""A country's records and its GeoNames dump made one: no place twice, each in its district, with seats and names."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING

from gazetteer.names import key, normalise
from gazetteer.overlay.boundary_match import SAME_NAME, similarity
from gazetteer.overlay.ground import Ground
from gazetteer.place import Kind
from gazetteer.sources.geonames_dump import Row, entry, features, read_dump

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from gazetteer.entry import Entry
    from gazetteer.overlay.units import Units
    from gazetteer.place import Place

UNITS = (Kind.COUNTRY, Kind.PROVINCE, Kind.DISTRICT)
_SETTLED = (Kind.CITY, Kind.TOWN, Kind.VILLAGE)
_LOCALITIES = (
    *_SETTLED,
    Kind.VALLEY,
    Kind.PASS,
    Kind.AIRPORT,
    Kind.BASE,
    Kind.ROAD,
    Kind.DAM,
    Kind.MOUNTAIN,
    Kind.CROSSING,
    Kind.FACILITY,
)
_BATCH = 5_000
_SAME_SPOT_DEGREES = 0.1


@dataclass(frozen=True, slots=True)
class Dump:
    """A GeoNames dump that can be read more than once; empty where none is installed."""

    path: Path | None
    country: str
    alternates: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def rows(self) -> Iterator[Row]:
        """Its rows, read anew."""
        return iter(()) if self.path is None else read_dump(self.path, self.country, self.alternates)


def merged(held: Sequence[Entry], units: Units, dump: Dump) -> Iterator[Entry]:
    """All places of a country, none twice.

    Args:
        held: What the gazetteer holds of it.
        units: Its units; they take the place of those in `held`.
        dump: Its GeoNames dump.

    Yields:
        Units, then what is held, then what only the dump has.
    """
    ground = Ground(units.entries)
    localities = [one for one in held if one.place.kind not in UNITS]
    parents = ground.parents([(one.place.lon, one.place.lat) for one in localities], dump.country)
    localities = [_moved(one, chain) for one, chain in zip(localities, parents, strict=True)]
    survey = _survey(dump, ground)
    seats = _seats(units.entries, localities, survey)
    yield from _named(units.entries, survey)
    yield from (_seated(one, seats) for one in localities)
    yield from (_seated(one, seats) for one in _new_places(dump, ground, localities, units.entries))


def _moved(one: Entry, chain: tuple[str, ...]) -> Entry:
    """A locality keeps the district that the records give it, and else gets the one that it lies in."""
    if one.place.kind not in _LOCALITIES or len(chain) <= len(one.place.parents):
        return one
    return replace(one, place=replace(one.place, parents=chain))


def _survey(dump: Dump, ground: Ground) -> list[tuple[Row, tuple[str, ...]]]:
    """Seats and second-order units of the dump, with where they lie."""
    table = features()
    rows = [row for row in dump.rows() if row.code in table.seats or row.code in table.districts]
    return list(zip(rows, ground.parents([(row.lon, row.lat) for row in rows], dump.country), strict=True))


def _seats(
    units: Sequence[Entry], localities: Iterable[Entry], survey: Iterable[tuple[Row, tuple[str, ...]]]
) -> dict[str, str]:
    """Place id → the district whose seat it is, where the records do not say and only one place will do."""
    keys = {one.place.id: key(one.place.name) for one in units if one.place.kind is Kind.DISTRICT}
    candidates: defaultdict[str, set[tuple[int, str]]] = defaultdict(set)
    settled = {one.place.seat_of for one in localities}
    order = {code: rank for rank, code in enumerate(features().seats)}
    for row, chain in survey:
        if chain[0] in keys and row.code in order:
            candidates[chain[0]].add((order[row.code], f"gn:{row.geoname_id}"))
    for one in localities:
        district = one.place.parents[0]
        if one.place.kind in _SETTLED and keys.get(district) == key(one.place.name):
            candidates[district].add((len(order), one.place.id))
    found = {}
    for district, ranked in candidates.items():
        best = min(ranked)
        if district not in settled and sum(rank == best[0] for rank, _ in ranked) == 1:
            found[best[1]] = district
    return found


def _seated(one: Entry, seats: Mapping[str, str]) -> Entry:
    seat_of = seats.get(one.place.id)
    return replace(one, place=replace(one.place, seat_of=seat_of)) if seat_of else one


def _named(units: Sequence[Entry], survey: Iterable[tuple[Row, tuple[str, ...]]]) -> Iterator[Entry]:
    """Districts made from boundaries get the names of the second-order unit that lies there and is named alike."""
    more: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    known = {one.place.id: one for one in units}
    for row, chain in survey:
        district = known.get(chain[0])
        if row.code in features().districts and district and district.place.source == "geoboundaries":
            names = entry(row, district.place.country, ()).names
            if similarity([district.place.name], [row.name, *names]) >= SAME_NAME:
                more[chain[0]] += (row.name, *names)
    yield from (replace(one, names=(*one.names, *more[one.place.id])) for one in units)


def _new_places(dump: Dump, ground: Ground, localities: Sequence[Entry], units: Sequence[Entry]) -> Iterator[Entry]:
    """What only the dump has."""
    known = {one.place.id for one in localities}
    own = _by_key(one for one in localities if not one.place.id.startswith("gn:"))
    has_districts = any(one.place.kind is Kind.DISTRICT for one in units)
    forms = {one.place.id: {normalise(name) for name in (one.place.name, *one.names)} for one in units}
    rows = (
        row
        for row in dump.rows()
        if f"gn:{row.geoname_id}" not in known and not (has_districts and row.code in features().districts)
    )
    while batch := list(islice(rows, _BATCH)):
        for row, chain in zip(batch, ground.parents([(r.lon, r.lat) for r in batch], dump.country), strict=True):
            one = entry(row, dump.country, chain)
            if not any(_same(one.place, other) for other in own.get(key(one.place.name), ())):
                taken = {form for unit in chain for form in forms.get(unit, ())}
                yield replace(one, names=tuple(name for name in one.names if normalise(name) not in taken))


def _by_key(entries: Iterable[Entry]) -> Mapping[str, Sequence[Place]]:
    found = defaultdict(list)
    for one in entries:
        found[key(one.place.name)].append(one.place)
    return found


def _same(one: Place, other: Place) -> bool:
    """Whether a place of the dump is one of our own records, which have no GeoNames id; their names are the same."""
    kindred = one.kind is other.kind or (one.kind in _SETTLED and other.kind in _SETTLED)
    return kindred and max(abs(one.lon - other.lon), abs(one.lat - other.lat)) < _SAME_SPOT_DEGREES
