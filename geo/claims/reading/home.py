"""The state at home in a report: "the army" and "the government" of a report on Sudan are Sudan's."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gazetteer.place import Resolved
from geo.claims.actors.armed import adjectives
from geo.claims.actors.span import GOVERNMENT, ActorSpan, slug
from geo.claims.words.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from gazetteer.place import Resolution
    from geo.claims.actors.finder import ActorFinder
    from geo.claims.claim import Party
    from geo.claims.sentences.tokens import Token


@dataclass(frozen=True, slots=True)
class Home:
    """The state in whose country a report's places lie.

    Attributes:
        party: The state, by the name that the report has for it, else the country's.
        same: Ids that mean it: "the government", the country, its army.
    """

    party: Party
    same: frozenset[str]


def home_of(
    named: Sequence[Sequence[ActorSpan]], resolutions: Iterable[Resolution], finder: ActorFinder
) -> Home | None:
    """The state that a report means by "the army" and "the government".

    Args:
        named: Who is named in each sentence.
        resolutions: What each place name of the report means.
        finder: Knows the states, and the sides of the profile.

    Returns:
        The state of the country where more than half of the places lie; None where there is none or where the profile
        has a side of its own for the government.
    """
    code = _code(resolutions)
    if code is None or GOVERNMENT in finder.sides:
        return None
    party = _called(named, code, finder.sides) or finder.state(code)
    same = frozenset({GOVERNMENT, code.lower(), _army(code)} - finder.sides)
    return Home(party, same) if party else None


def settled(
    spans: Iterable[ActorSpan],
    tokens: Sequence[Token],
    places: Collection[int],
    home: Home | None,
    finder: ActorFinder,
) -> list[ActorSpan]:
    """Give the state's armed people their state, and take from places what only looks like a leader's people.

    Args:
        spans: Those who fight in a sentence.
        tokens: The sentence.
        places: First code points of the place names.
        home: The state at home.
        finder: Knows the seats of governments.

    Returns:
        The same spans: "the army" is the state's, and "Mosul's fighters" are nobody's in particular.
    """
    return [_settled(_of_seat(span, tokens, finder) or _without_place(span, tokens, places), home) for span in spans]


def _of_seat(span: ActorSpan, tokens: Sequence[Token], finder: ActorFinder) -> ActorSpan | None:
    """Armed people of a government that is called by its seat: "MOSCOW's troops" are Russia's."""
    owns = span.owned and span.start + 1 < span.end and tokens[span.start + 1].lower == "'s"
    seated = finder.seated(tokens[span.start].text) if owns and span.party else None
    return replace(span, party=replace(seated, text=span.party.text), state=True) if seated and span.party else None


def _without_place(span: ActorSpan, tokens: Sequence[Token], places: Collection[int]) -> ActorSpan:
    """Of "Nyala's garrison" the garrison, who are nobody's in particular; the place is one."""
    party = span.party
    if not (span.owned and party and party.id == slug(party.name)):
        return span
    inside = next((at for at in range(span.start + 1, span.end) if tokens[at].start in places), None)
    if inside is not None and tokens[inside - 1].lower == "of":
        # "Rebels of Aleppo" are of a place, not of somebody.
        return replace(span, end=inside - 1, party=None, vague=True, owned=False)
    if tokens[span.start].start not in places:
        return span
    behind = next((at + 1 for at in range(span.start, span.end - 1) if tokens[at].lower == "'s"), span.end - 1)
    return replace(span, start=behind, party=None, vague=True, owned=False, state=True)


def _settled(span: ActorSpan, home: Home | None) -> ActorSpan:
    party = span.party
    if party and home and party.id in home.same:
        return replace(span, party=replace(home.party, text=party.text), state=True)
    return span


def _code(resolutions: Iterable[Resolution]) -> str | None:
    """Code of the country in which more than half of the report's places lie."""
    countries = Counter(one.place.country for one in resolutions if isinstance(one, Resolved) and one.place.country)
    code, most = countries.most_common(1)[0] if countries else ("", 0)
    return code if 2 * most > countries.total() else None


def _called(named: Iterable[Iterable[ActorSpan]], home: str, sides: frozenset[str]) -> Party | None:
    """The party by which the report itself calls the state at home, first in the text."""
    found = (span for spans in named for span in spans if span.party and span.party.id not in sides)
    return next((span.party for span in found if _is_home(span, home)), None)


def _is_home(span: ActorSpan, home: str) -> bool:
    """Whether armed people are the home state's: "Syrian troops", not "Syrian rebels"."""
    party = span.party
    if party is None:
        return False
    if party.id in {home.lower(), _army(home)}:
        return True
    return span.state and adjectives().get(party.text.split()[0].lower()) == home


def _army(home: str) -> str:
    return str(table("actors")["armies"].get(home, ""))
