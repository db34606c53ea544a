"""All places that a name may mean, ranked as in a text that says nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazetteer.place import Candidate, Kind
from gazetteer.resolve.proximity import nearness
from gazetteer.resolve.weigh import Beside, Context, weigh
from gazetteer.tables.lexicon import lexicon

if TYPE_CHECKING:
    from gazetteer.lookup import Gazetteer
    from gazetteer.place import Place

_NEARNESS = 3.0
_NOTEWORTHY = 0.5


def find(
    name: str, gazetteer: Gazetteer, *, country: str | None = None, near: Place | None = None
) -> tuple[Candidate, ...]:
    """Find the places of a name.

    Args:
        name: In any script and spelling, with or without a kind word ("Banu district").
        gazetteer: The names.
        country: ISO 3166-1 alpha-2 code; places elsewhere are left out.
        near: Places near this one are likelier.

    Returns:
        Candidates with score and reasons, the likeliest first.
    """
    bare, kind = _without_kind(name, gazetteer)
    context = Context(profile=frozenset(), shares={}, provinces={}, senses={}, forms=())
    around = frozenset({near.id, *near.parents}) if near else frozenset()
    beside = Beside(units=around, holders=frozenset(), eponyms=frozenset())
    found = (
        _nearer(weigh(c, bare, kind, beside, context), near)
        for c in gazetteer.lookup(bare)
        if country in (None, c.place.country)
    )
    return tuple(sorted(found, key=lambda c: (-c.score, c.place.id)))


def _without_kind(name: str, gazetteer: Gazetteer) -> tuple[str, Kind | None]:
    """Split "Banu district" into the name and the kind, unless the words together are a name."""
    head, _, last = name.strip().rpartition(" ")
    word = lexicon().kinds.get(last.lower())
    if not head or word is None or gazetteer.lookup(name):
        return name.strip(), None
    return head, word.kind


def _nearer(candidate: Candidate, near: Place | None) -> Candidate:
    if near is None:
        return candidate
    gain = round(_NEARNESS * nearness(candidate.place, "", [(near.name, near.lon, near.lat)]), 3)
    reasons = (*candidate.reasons, f"near {near.name}") if gain > _NOTEWORTHY else candidate.reasons
    return Candidate(candidate.place, round(candidate.score + gain, 3), reasons)
