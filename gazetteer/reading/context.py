"""Which countries and provinces a text speaks of, as far as its names tell."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from gazetteer.place import Candidate, Kind, Place
from gazetteer.reading.fame import EXACT
from gazetteer.tables.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from gazetteer.reading.tokens import Token

_COUNTRY_VOTES, _PROVINCE_VOTES, _CITY_VOTES, _AMBIGUOUS_VOTES, _DEMONYM_VOTES = 3.0, 2.0, 1.0, 0.5, 1.0
_BIG_CITY, _LARGE, _TOWN = 300_000, 100_000, 15_000
_LEAST_SHARE, _LEAST_VOTES = 0.12, 2.0
_WIDE = (Kind.COUNTRY, Kind.REGION)
_OWN_NAME, _MOST_PROVINCES = 1.5, 30


def countries_in(tokens: Sequence[Token], names: Sequence[tuple[Candidate, ...]]) -> Mapping[str, float]:
    """Weigh the countries that a text speaks of.

    Args:
        tokens: The words, for demonyms ("Afghan").
        names: The candidates of each name found.

    Returns:
        Country code → share of the evidence, 0 to 1, to which a repeated name adds less each time; countries
        with little of it are left out.
    """
    votes: defaultdict[str, float] = defaultdict(float)
    known = lexicon().demonyms
    people = Counter(known[token.lower] for token in tokens if token.named and token.lower in known)
    for code, count in people.items():
        votes[code] += _DEMONYM_VOTES * math.log2(1 + count)
    found = {candidates[0].place.id: candidates for candidates in names if candidates}
    counts = Counter(candidates[0].place.id for candidates in names if candidates)
    for first, count in counts.items():
        for code, weight in _votes(found[first]).items():
            votes[code] += weight * math.log2(1 + count)
    total = sum(votes.values())
    return {code: n / total for code, n in votes.items() if n >= _LEAST_VOTES and n / total >= _LEAST_SHARE}


def provinces_in(names: Iterable[tuple[Candidate, ...]], interest: Collection[str]) -> Mapping[str, float]:
    """Weigh the provinces that a text speaks of.

    A province's name speaks for it, any other name for all provinces that have it, a country's or region's for none.

    Args:
        names: The candidates of each name, every name once.
        interest: ISO codes of the countries in question; where a name has places there, only they count.

    Returns:
        Province id → share of the evidence, 0 to 1.
    """
    votes: defaultdict[str, float] = defaultdict(float)
    for candidates in names:
        exact = [c for c in candidates if c.score >= EXACT]
        if any(c.place.kind in _WIDE and c.score == 1 for c in exact):
            continue
        near = [c for c in exact if c.place.country in interest] or exact
        named = {c.place.id for c in near if c.place.kind is Kind.PROVINCE and c.score == 1}
        if named:
            # Sanaa lies in a province of another name than Sanaa province, Washington in another than the state.
            named |= {province for c in near if c.place.population >= _LARGE and (province := province_of(c.place))}
        found = named or {province for c in near if (province := province_of(c.place))}
        for province in found if len(found) <= _MOST_PROVINCES else ():
            votes[province] += (_OWN_NAME if named else 1.0) / len(found)
    total = sum(votes.values())
    return {province: n / total for province, n in votes.items()}


def province_of(place: Place) -> str | None:
    """Id of the province that a place is or lies in."""
    if place.kind is Kind.PROVINCE:
        return place.id
    return place.parents[-2] if len(place.parents) > 1 else None


def _votes(candidates: tuple[Candidate, ...]) -> dict[str, float]:
    exact = [c.place for c in candidates if c.score >= EXACT]
    countries = {place.country for place in exact if place.kind is Kind.COUNTRY}
    provinces = {place.country for place in exact if place.kind is Kind.PROVINCE}
    if countries:
        # "Georgia" is two: what else the text names must tell.
        return {} if provinces - countries else dict.fromkeys(countries, _COUNTRY_VOTES)
    if len(provinces) == 1:
        return dict.fromkeys(provinces, _PROVINCE_VOTES)
    big = {place.country for place in exact if place.population >= _BIG_CITY}
    if len(big) == 1:
        namesakes = any(place.country not in big for place in exact if place.population >= _TOWN)
        return dict.fromkeys(big, _AMBIGUOUS_VOTES if namesakes else _CITY_VOTES)
    everywhere = {c.place.country for c in candidates if c.score == 1 or c.place.population >= _TOWN}
    everywhere.discard("")
    return dict.fromkeys(everywhere, _CITY_VOTES) if len(everywhere) == 1 else {}
