"""The state at home in a report: "the army" and "the government" of a report on Sudan are Sudan's."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from gazetteer.place import Resolved
from geo.claims.actors.armed import adjectives
from geo.claims.claim import Party
from geo.claims.words.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gazetteer.place import Resolution
    from geo.claims.actors.span import ActorSpan

GOVERNMENT = "government"


def at_home(
    named: Sequence[Sequence[ActorSpan]], resolutions: Iterable[Resolution], sides: frozenset[str]
) -> list[list[ActorSpan]]:
    """Give the army and the government of no named country the name that the report has for the state at home.

    Args:
        named: Who is named in each sentence.
        resolutions: What each place name of the report means.
        sides: Ids of the profile's sides; where one of them is the government, nothing changes.

    Returns:
        The same, with one party for "Sudanese troops", "the SAF" and "the army" where most places lie in Sudan.
    """
    home = _home(resolutions)
    state = None if home is None or GOVERNMENT in sides else _state(named, home, sides)
    if state is None or home is None:
        return [list(spans) for spans in named]
    same = {GOVERNMENT, home.lower(), _army(home)} - sides
    return [[_renamed(span, state, same) for span in spans] for spans in named]


def _home(resolutions: Iterable[Resolution]) -> str | None:
    """Code of the country in which more than half of the report's places lie."""
    countries = Counter(one.place.country for one in resolutions if isinstance(one, Resolved) and one.place.country)
    code, most = countries.most_common(1)[0] if countries else ("", 0)
    return code if 2 * most > countries.total() else None


def _state(named: Iterable[Iterable[ActorSpan]], home: str, sides: frozenset[str]) -> Party | None:
    """The party by which the report itself calls the state at home, first in the text."""
    parties = (span.party for spans in named for span in spans if span.party)
    return next((party for party in parties if party.id not in sides and _is_home(party, home)), None)


def _is_home(party: Party, home: str) -> bool:
    return party.id in {home.lower(), _army(home)} or adjectives().get(party.text.split()[0].lower()) == home


def _army(home: str) -> str:
    return str(table("actors")["armies"].get(home, ""))


def _renamed(span: ActorSpan, state: Party, same: set[str]) -> ActorSpan:
    if span.party is None or span.party.id not in same:
        return span
    return replace(span, party=Party(state.id, state.name, span.party.text), state=True)
