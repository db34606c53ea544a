"""Finds and places names: Claimline's way, and the plainest one that people use."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from benchmarks.gold import Toponym
from gazetteer import Gazetteer, Place, Resolved, find_mentions, resolve_mentions
from gazetteer.place import Ambiguous

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from gazetteer import Mention

    Geoparser = Callable[[str], tuple[Toponym, ...]]


@cache
def opened() -> Gazetteer:
    """The gazetteer of this process."""
    return Gazetteer.open()


def in_context(text: str) -> tuple[Toponym, ...]:
    """Claimline: every mention; an ambiguous one is scored at its likeliest place, an unknown one without a point."""
    answers = resolve_mentions(text, find_mentions(text, opened()), opened())
    found = []
    for answer in answers:
        place = answer.place if isinstance(answer, Resolved) else None
        if isinstance(answer, Ambiguous):
            place = answer.candidates[0].place
        found.append(_toponym(answer.mention, place))
    return tuple(found)


def largest_population(text: str) -> tuple[Toponym, ...]:
    """The same mentions, each at the place of its name with most inhabitants, whatever the text says."""
    return most_inhabitants(text, (Toponym(one.start, one.end) for one in find_mentions(text, opened())))


def most_inhabitants(text: str, names: Iterable[Toponym]) -> tuple[Toponym, ...]:
    """Names of a text, each at the place of that name with most inhabitants; without a point where there is none."""
    found = []
    for name in names:
        places = [candidate.place for candidate in opened().lookup(text[name.start : name.end])]
        place = max(places, key=lambda place: place.population, default=None)
        found.append(Toponym(name.start, name.end, place.lon if place else None, place.lat if place else None))
    return tuple(found)


def _toponym(mention: Mention, place: Place | None) -> Toponym:
    return Toponym(mention.start, mention.end, place.lon if place else None, place.lat if place else None)
