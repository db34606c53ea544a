"""Say which place each mention means, or that it is in doubt, by the words around it and the whole text."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gazetteer.context import countries_in
from gazetteer.fame import fame
from gazetteer.fuzzy import near_name
from gazetteer.names import key, normalise
from gazetteer.place import Ambiguous, Candidate, Kind, Mention, Place, Resolution, Resolved, Unknown
from gazetteer.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gazetteer.index import Gazetteer

_RUNNERS_UP = 5
_MARGIN = 0.5
_SAME_SPOT_DEGREES = 0.05
_LARGE_CITY = 100_000
_PROFILE, _TEXT, _QUALIFIED, _SAME_PROVINCE, _KIND, _KIN, _OTHER_KIND = 3.0, 2.5, 4.0, 0.8, 5.0, 2.5, -1.5
_FIT = {1.0: 0.0, 0.9: -0.3, 0.6: -1.0}
_RANK = {
    Kind.COUNTRY: 6.0,
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
}
# What a kind word may also mean, where no place of that very kind bears the name.
_ALSO = {
    Kind.VALLEY: (Kind.PROVINCE, Kind.DISTRICT),
    Kind.PROVINCE: (Kind.COUNTRY, Kind.DISTRICT),
    Kind.CITY: (Kind.TOWN, Kind.VILLAGE),
    Kind.TOWN: (Kind.CITY, Kind.VILLAGE),
    Kind.VILLAGE: (Kind.TOWN, Kind.CITY),
    Kind.DISTRICT: (Kind.TOWN, Kind.VILLAGE, Kind.VALLEY),
    Kind.AIRPORT: (Kind.BASE, Kind.CITY, Kind.TOWN),
    Kind.BASE: (Kind.AIRPORT, Kind.CITY, Kind.TOWN),
}
_NAMED_WITH_KIND = frozenset({Kind.AIRPORT, Kind.BASE, Kind.PASS, Kind.ROAD, Kind.VALLEY})
_QUALIFIER_GAP = 48
# "Dawlatabad *district in northern* Faryab", "Banu*, *Baghlan"; and "Baghlan *province's* Banu".
_WITHIN = re.compile(
    r"(?:\s+[a-z]+)?(?:\s*[,(]\s*|\s*,?\s+(?:in|of|inside|within|from)\s+)(?:the\s+)?(?:[\w-]+\s+){0,2}"
)
_OWNS = re.compile(r"(?:\s+[A-Za-z]+)?['\u2019]s\s+(?:[\w-]+\s+){0,3}")


@dataclass(frozen=True, slots=True)
class _Context:
    """What the whole text says about where it is.

    Attributes:
        profile: Countries of the conflict profile.
        shares: Country → share of the text's evidence.
        provinces: Ids of the provinces that the text names.
        senses: Romanisation key → the kind that the text once gives the name.
        forms: Normal forms of the names that the gazetteer knows.
    """

    profile: frozenset[str]
    shares: Mapping[str, float]
    provinces: frozenset[str]
    senses: Mapping[str, Kind]
    forms: frozenset[str]


def resolve_mentions(
    text: str, mentions: Sequence[Mention], gazetteer: Gazetteer, *, countries: Sequence[str] = ()
) -> tuple[Resolution, ...]:
    """Resolve the mentions of one text together.

    Args:
        text: The text that the mentions come from.
        mentions: As `find_mentions` gives them.
        gazetteer: The names.
        countries: ISO 3166-1 alpha-2 codes of the countries in question: a prior, not a filter.

    Returns:
        One answer a mention, in the same order: `Resolved` with runners-up, `Ambiguous`, or `Unknown`.
    """
    looked_up = [_candidates(text, mention, gazetteer) for mention in mentions]
    context = _context(text, mentions, looked_up, countries)
    answers = []
    for number, mention in enumerate(mentions):
        found = _thinkable(looked_up[number], context) or _mistyped(mention, context, gazetteer)
        units = (_qualifiers(text, mentions, number, looked_up), context.provinces - {c.place.id for c in found})
        answers.append(_answer(mention, tuple(_weighed(c, mention, units, context) for c in found)))
    return tuple(answers)


def _candidates(text: str, mention: Mention, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    if mention.kind in _NAMED_WITH_KIND:
        following = text[mention.end : mention.end + 24].split()[:2]
        for count in range(len(following), 0, -1):
            found = gazetteer.lookup(f"{mention.text} {' '.join(following[:count])}")
            if found and found[0].place.kind is mention.kind:
                return found
    return gazetteer.lookup(mention.text)


def _thinkable(candidates: tuple[Candidate, ...], context: _Context) -> tuple[Candidate, ...]:
    """Leave out small places of countries that nothing speaks of, where something speaks of any."""
    interest = context.profile | context.shares.keys()
    return tuple(c for c in candidates if not interest or fame(c, interest))


def _context(
    text: str, mentions: Sequence[Mention], looked_up: Sequence[tuple[Candidate, ...]], countries: Sequence[str]
) -> _Context:
    kinds: dict[str, Counter[Kind]] = {}
    for mention in mentions:
        if mention.kind:
            kinds.setdefault(key(mention.text), Counter())[mention.kind] += 1
    provinces = frozenset(c.place.id for found in looked_up for c in found if c.place.kind is Kind.PROVINCE)
    return _Context(
        profile=frozenset(countries),
        shares=countries_in(tokenise(text), looked_up),
        provinces=provinces,
        senses={name: counts.most_common(1)[0][0] for name, counts in kinds.items()},
        forms=frozenset(normalise(m.text) for m, found in zip(mentions, looked_up, strict=True) if found),
    )


def _mistyped(mention: Mention, context: _Context, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    name = near_name(normalise(mention.text), context.forms)
    found = gazetteer.lookup(name) if name else ()
    return tuple(replace(c, reasons=(f"written {mention.text!r}, a slip for {name!r}",)) for c in found)


def _qualifiers(
    text: str, mentions: Sequence[Mention], number: int, looked_up: Sequence[tuple[Candidate, ...]]
) -> frozenset[str]:
    """Ids that the neighbours may mean where they stand as a qualifier: "X in Y province", "X, Y", "Y's X"."""
    ids: set[str] = set()
    for other in (number - 1, number + 1):
        if 0 <= other < len(mentions):
            first, second = sorted((mentions[number], mentions[other]))
            gap = text[first.end : second.start]
            link = _WITHIN if other > number else _OWNS
            if len(gap) <= _QUALIFIER_GAP and link.fullmatch(gap):
                ids |= {c.place.id for c in looked_up[other]}
    return frozenset(ids)


def _weighed(
    candidate: Candidate, mention: Mention, units: tuple[frozenset[str], frozenset[str]], context: _Context
) -> Candidate:
    """Weigh a candidate; `units` are the ids named beside the mention, and those of provinces named anywhere."""
    place, (beside, named) = candidate.place, units
    score, reasons = _FIT.get(candidate.score, -1.0) + _standing(place), list(candidate.reasons)
    for weight, reason in (
        _by_kind(candidate, mention, context),
        (_PROFILE if place.country in context.profile else 0.0, "in a country of the profile"),
        (_TEXT * context.shares.get(place.country, 0.0), "in a country that the text names"),
        (_QUALIFIED if beside & set(place.parents) else 0.0, "in the unit named beside it"),
        (_SAME_PROVINCE if named & set(place.parents) else 0.0, "in a province that the text names"),
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


def _by_kind(candidate: Candidate, mention: Mention, context: _Context) -> tuple[float, str]:
    place, kind = candidate.place, mention.kind
    if kind is None:
        kind = context.senses.get(key(mention.text))
        great = place.kind is Kind.CITY and place.population >= _LARGE_CITY and candidate.score == 1
        if kind is None or great:
            return (_KIND if kind and great else 0.0), "a large city"
    if place.kind is kind:
        return _KIND, f"called a {kind}"
    if place.kind in _ALSO.get(kind, ()):
        return _KIN - 0.3 * _ALSO[kind].index(place.kind), f"called a {kind}"
    return _OTHER_KIND, f"called a {kind}"


def _answer(mention: Mention, candidates: tuple[Candidate, ...]) -> Resolution:
    if not candidates:
        return Unknown(mention, f"The gazetteer holds no place named {mention.text!r}.")
    ranked = tuple(sorted(candidates, key=lambda c: (-c.score, c.place.id)))
    best, others = ranked[0], ranked[1 : 1 + _RUNNERS_UP]
    rivals = [c for c in others if best.score - c.score < _MARGIN and not _same_spot(best.place, c.place)]
    if rivals:
        where = ", ".join(sorted({c.place.country for c in (best, *rivals)}))
        return Ambiguous(
            mention, (best, *others), f"{1 + len(rivals)} places of this name fit about equally ({where})."
        )
    return Resolved(mention, best.place, best.reasons, others)


def _same_spot(one: Place, other: Place) -> bool:
    """A unit and its seat, or two records of one town, are no rivals."""
    related = one.id in other.parents or other.id in one.parents or one.seat_of == other.id or other.seat_of == one.id
    return related or max(abs(one.lon - other.lon), abs(one.lat - other.lat)) < _SAME_SPOT_DEGREES
