"""Say which place each mention means, or that it is in doubt, by the words around it and the whole text."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from gazetteer.names import key, normalise
from gazetteer.place import Ambiguous, Candidate, Kind, Mention, Place, Resolution, Resolved, Unknown
from gazetteer.reading.context import countries_in, provinces_in
from gazetteer.reading.fame import EXACT, fame
from gazetteer.reading.fuzzy import near_name
from gazetteer.reading.tokens import tokenise
from gazetteer.resolve.eponyms import eponyms
from gazetteer.resolve.nearby import Contradiction, contradiction
from gazetteer.resolve.proximity import anchors, nearness
from gazetteer.resolve.qualifiers import holders_before, units_beside
from gazetteer.resolve.weigh import Beside, Context, weigh
from gazetteer.tables.endings import endings_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gazetteer.lookup import Gazetteer

_RUNNERS_UP = 5
_NEARNESS = 3.0
_MARGIN = 0.5
# A runner-up further behind than this is no doubt worth showing.
_DOUBT = 2.0
_SAME_SPOT_DEGREES = 0.05
# Longer than any ending of a name.
_FOLLOWING = 32


class _Use(NamedTuple):
    """One use of a name, as far as what it means depends on it; a tuple, for it is a key of dictionaries.

    Attributes:
        name: What is looked up.
        text: The name as written.
        kind: The kind that the words give it.
        units: Ids of the units named beside it.
        holders: Ids of the units that the name before may lie in.
    """

    name: str
    text: str
    kind: Kind | None
    units: frozenset[str]
    holders: frozenset[str]


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
    names = [_name_of(text, mention, gazetteer) for mention in mentions]
    looked_up = [gazetteer.lookup(name) for name in names]
    context = _context(text, mentions, looked_up, countries)
    units = units_beside(text, mentions, looked_up)
    # A text names the same places again and again.
    uses = [
        _Use(name, mention.text, mention.kind, units[number], holders_before(text, mentions, number, looked_up))
        for number, (name, mention) in enumerate(zip(names, mentions, strict=True))
    ]
    ranked = {use: _weighed(use, context, gazetteer) for use in dict.fromkeys(uses)}
    points = anchors([(use.text, ranked[use][0].place) for use in uses if ranked[use]])
    near = {
        use: _ranked(_near(c, use.text, points) for c in found) if len(found) > 1 else found
        for use, found in ranked.items()
    }
    settled = [near[use] for use in uses]
    against = [contradiction(text, mentions, number, settled) for number in range(len(mentions))]
    return tuple(_answer(*one) for one in zip(mentions, settled, against, strict=True))


def _ranked(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    return tuple(sorted(candidates, key=lambda c: (-c.score, c.place.id)))


def _weighed(use: _Use, context: Context, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    looked_up = gazetteer.lookup(use.name)
    found = _thinkable(looked_up, context) or _at_home(looked_up, use.text, context, gazetteer)
    found = found or _mistyped(use.text, context, gazetteer)
    beside = Beside(units=use.units, holders=use.holders, eponyms=eponyms(found))
    return _ranked(weigh(c, use.text, use.kind, beside, context) for c in found)


def _near(candidate: Candidate, name: str, points: Sequence[tuple[str, float, float]]) -> Candidate:
    gain = round(_NEARNESS * nearness(candidate.place, name, points), 3)
    reasons = (*candidate.reasons, "near the other places of the text") if gain > _MARGIN else candidate.reasons
    return Candidate(candidate.place, candidate.score + gain, reasons)


def _name_of(text: str, mention: Mention, gazetteer: Gazetteer) -> str:
    """A name to look up: with the words after it where those end a place's name ("Kabul *airport*")."""
    for ending in endings_at(normalise(text[mention.end : mention.end + _FOLLOWING]).split()):
        name = f"{mention.text} {ending}"
        found = gazetteer.lookup(name)
        if found and found[0].score >= EXACT:
            return name
    return mention.text


def _thinkable(candidates: tuple[Candidate, ...], context: Context) -> tuple[Candidate, ...]:
    """Leave out small places of countries that nothing speaks of, and villages of which a country's name is a slip."""
    interest = context.profile | context.shares.keys()
    state = any(c.place.kind is Kind.COUNTRY and c.score == 1 for c in candidates)
    kept = (c for c in candidates if not (state and c.place.kind is Kind.VILLAGE and c.score < 1))
    return tuple(c for c in kept if not interest or fame(c, interest))


def _at_home(
    candidates: tuple[Candidate, ...], name: str, context: Context, gazetteer: Gazetteer
) -> tuple[Candidate, ...]:
    """A site such as an airport is thinkable where the town of its bare name is; without a site, that town."""
    towns = _thinkable(gazetteer.lookup(name), context)
    countries = {c.place.country for c in towns}
    return tuple(c for c in candidates if c.place.country in countries) or towns


def _context(
    text: str, mentions: Sequence[Mention], looked_up: Sequence[tuple[Candidate, ...]], countries: Sequence[str]
) -> Context:
    kinds: dict[str, Counter[Kind]] = {}
    for mention in mentions:
        if mention.kind:
            kinds.setdefault(key(mention.text), Counter())[mention.kind] += 1
    shares = countries_in(tokenise(text), looked_up)
    by_name = {mention.text: found for mention, found in zip(mentions, looked_up, strict=True)}
    return Context(
        profile=frozenset(countries),
        shares=shares,
        provinces=provinces_in(by_name.values(), shares.keys() | set(countries)),
        senses={name: counts.most_common(1)[0][0] for name, counts in kinds.items()},
        forms=tuple(dict.fromkeys(normalise(m.text) for m, found in zip(mentions, looked_up, strict=True) if found)),
    )


def _mistyped(written: str, context: Context, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    name = near_name(normalise(written), context.forms)
    found = gazetteer.lookup(name) if name else ()
    return tuple(replace(c, reasons=(f"written {written!r}, a slip for {name!r}",)) for c in found)


def _answer(mention: Mention, candidates: tuple[Candidate, ...], against: Contradiction | None) -> Resolution:
    if not candidates:
        return Unknown(mention, f"The gazetteer holds no place named {mention.text!r}.")
    best, others = candidates[0], candidates[1 : 1 + _RUNNERS_UP]
    if against:
        away = f"the likeliest {best.place.name} known is {against.km:.0f} km away"
        why = f"The text puts it near {against.beside}; {away}."
        return Ambiguous(mention, (best, *others), why)
    rivals = [c for c in others if best.score - c.score < _MARGIN and not _same_spot(best.place, c.place)]
    if rivals:
        where = ", ".join(sorted({c.place.country for c in (best, *rivals)}))
        return Ambiguous(
            mention, (best, *others), f"{1 + len(rivals)} places of this name fit about equally ({where})."
        )
    near = tuple(c for c in others if best.score - c.score < _DOUBT and not _same_spot(best.place, c.place))
    return Resolved(mention, best.place, best.reasons, near)


def _same_spot(one: Place, other: Place) -> bool:
    """A unit and its seat, or two records of one town, are no rivals."""
    related = one.id in other.parents or other.id in one.parents or one.seat_of == other.id or other.seat_of == one.id
    return related or max(abs(one.lon - other.lon), abs(one.lat - other.lat)) < _SAME_SPOT_DEGREES
