"""Weigh one place against a mention: name, rank, size, the kind word beside it, and where the text is."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazetteer.names import key
from gazetteer.place import Candidate, Kind, Place
from gazetteer.reading.context import province_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_LARGE_CITY = 100_000
_PROFILE, _TEXT, _QUALIFIED, _SAME_PROVINCE, _KIND, _KIN, _OTHER_KIND = 3.3, 2.5, 6.0, 7.0, 5.0, 2.5, -1.5
_EPONYM = 2.6
_FIT = {1.0: 0.0, 0.9: -1.1, 0.6: -1.2}
_RANK = {
    Kind.COUNTRY: 6.0,
    Kind.REGION: 5.0,
    Kind.PROVINCE: 3.2,
    Kind.DISTRICT: 2.2,
    Kind.CITY: 1.6,
    Kind.TOWN: 1.2,
    Kind.VILLAGE: 0.5,
    Kind.VALLEY: 1.5,
    Kind.PASS: 1.3,
    Kind.AIRPORT: 1.0,
    Kind.BASE: 1.0,
    Kind.ROAD: 1.0,
    Kind.DAM: 1.0,
    Kind.MOUNTAIN: 1.3,
    Kind.CROSSING: 1.0,
    Kind.FACILITY: 1.0,
}
# What a kind word may also mean, where no place of that very kind bears the name.
_ALSO = {
    Kind.VALLEY: (Kind.PROVINCE, Kind.DISTRICT),
    Kind.PROVINCE: (Kind.REGION, Kind.COUNTRY, Kind.DISTRICT),
    Kind.CITY: (Kind.TOWN, Kind.VILLAGE),
    Kind.TOWN: (Kind.CITY, Kind.VILLAGE),
    Kind.VILLAGE: (Kind.TOWN, Kind.CITY),
    Kind.DISTRICT: (Kind.TOWN, Kind.VILLAGE, Kind.VALLEY),
    Kind.AIRPORT: (Kind.BASE, Kind.CITY, Kind.TOWN),
    Kind.BASE: (Kind.AIRPORT, Kind.CITY, Kind.TOWN),
    Kind.DAM: (Kind.DISTRICT, Kind.TOWN, Kind.VILLAGE),
}


@dataclass(frozen=True, slots=True)
class Context:
    """What the whole text says about where it is.

    Attributes:
        profile: Countries of the conflict profile.
        shares: Country → share of the text's evidence.
        provinces: Province id → share of the text's evidence.
        senses: Romanisation key → the kind that the text once gives the name.
        forms: Normal forms of the names that the gazetteer knows.
    """

    profile: frozenset[str]
    shares: Mapping[str, float]
    provinces: Mapping[str, float]
    senses: Mapping[str, Kind]
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside one mention.

    Attributes:
        units: Ids of the units that a qualifier may mean ("X in *Y province*", "X, *Y*").
        holders: Ids of the units that the place named before it lies in ("*Buffalo*, New York").
        eponyms: Ids of the towns that a province is named after, among what the mention may mean.
    """

    units: frozenset[str]
    holders: frozenset[str]
    eponyms: frozenset[str]


def weigh(candidate: Candidate, name: str, kind: Kind | None, beside: Beside, context: Context) -> Candidate:
    """Weigh a candidate.

    Args:
        candidate: As `Gazetteer.lookup` gives it.
        name: The name that may mean it, as written.
        kind: The kind that the words give it.
        beside: What is named beside it, and which of its places is the city that a province is named after.
        context: The whole text.

    Returns:
        The candidate with its score in this text and what moved it.
    """
    place = candidate.place
    score, reasons = _FIT.get(candidate.score, -1.0) + _standing(place), list(candidate.reasons)
    eponym = place.id in beside.eponyms
    for weight, reason in (
        _by_kind(candidate, name, kind, context, eponym=eponym),
        (_EPONYM if eponym and kind is None else 0.0, "the city of that name before its province"),
        (_PROFILE if place.country in context.profile else 0.0, "in a country of the profile"),
        (_TEXT * context.shares.get(place.country, 0.0), "in a country that the text names"),
        (_QUALIFIED if beside.units & set(place.parents) else 0.0, "in the unit named beside it"),
        (_QUALIFIED if place.id in beside.holders else 0.0, "holds the place named before it"),
        (_SAME_PROVINCE * context.provinces.get(province_of(place) or "", 0.0), "in a province that the text names"),
    ):
        if weight:
            score += weight
            reasons.append(reason)
    return Candidate(place, round(score, 3), tuple(reasons))


def _standing(place: Place) -> float:
    """Rank and size; a large city goes before the province of its name, a small one after it."""
    size = math.log10(place.population + 1)
    if place.kind is Kind.CITY and place.population >= _LARGE_CITY:
        return 0.75 * size
    inhabited = place.kind in (Kind.CITY, Kind.TOWN, Kind.VILLAGE)
    return _RANK[place.kind] + (0.25 * size if inhabited else 0.0) + (0.4 if place.seat_of else 0.0)


def _by_kind(
    candidate: Candidate, name: str, kind: Kind | None, context: Context, *, eponym: bool
) -> tuple[float, str]:
    place = candidate.place
    if kind is None:
        kind = context.senses.get(key(name))
        great = eponym or (place.kind is Kind.CITY and place.population >= _LARGE_CITY and candidate.score == 1)
        if kind is None or great:
            return (_KIND if kind and great else 0.0), "a large city"
    if place.kind is kind:
        return _KIND, f"the words say {kind}"
    if place.kind in _ALSO.get(kind, ()):
        return _KIN - 0.3 * _ALSO[kind].index(place.kind), f"the words say {kind}"
    return _OTHER_KIND, f"though the words say {kind}"
