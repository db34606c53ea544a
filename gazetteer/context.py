"""Which countries a text speaks of, as far as its names tell."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from gazetteer.fame import EXACT
from gazetteer.lexicon import lexicon
from gazetteer.place import Candidate, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from gazetteer.tokens import Token

_COUNTRY_VOTES, _PROVINCE_VOTES, _CITY_VOTES, _DEMONYM_VOTES = 3.0, 2.0, 1.0, 1.0
_BIG_CITY, _TOWN = 300_000, 15_000
_LEAST_SHARE, _LEAST_VOTES = 0.12, 2.0


def countries_in(tokens: Sequence[Token], names: Iterable[tuple[Candidate, ...]]) -> Mapping[str, float]:
    """Weigh the countries that a text speaks of.

    Args:
        tokens: The words, for demonyms ("Afghan").
        names: The candidates of each name found.

    Returns:
        Country code → share of the evidence, 0 to 1; countries with little of it are left out.
    """
    votes: defaultdict[str, float] = defaultdict(float)
    known = lexicon().demonyms
    for token in tokens:
        if token.named and (code := known.get(token.lower)):
            votes[code] += _DEMONYM_VOTES
    for candidates in names:
        for code, weight in _votes(candidates).items():
            votes[code] += weight
    total = sum(votes.values())
    return {code: n / total for code, n in votes.items() if n >= _LEAST_VOTES and n / total >= _LEAST_SHARE}


def _votes(candidates: tuple[Candidate, ...]) -> dict[str, float]:
    exact = [c.place for c in candidates if c.score >= EXACT]
    countries = {place.country for place in exact if place.kind is Kind.COUNTRY}
    if countries:
        return dict.fromkeys(countries, _COUNTRY_VOTES)
    provinces = {place.country for place in exact if place.kind is Kind.PROVINCE}
    if len(provinces) == 1:
        return dict.fromkeys(provinces, _PROVINCE_VOTES)
    big = {place.country for place in exact if place.population >= _BIG_CITY}
    if len(big) == 1:
        return dict.fromkeys(big, _CITY_VOTES)
    everywhere = {c.place.country for c in candidates if c.score == 1 or c.place.population >= _TOWN}
    return dict.fromkeys(everywhere, _CITY_VOTES) if len(everywhere) == 1 else {}
