"""The wars of made-up reports: their sides under all names, and the provinces with towns that they are fought over."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazetteer.place import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gazetteer import Gazetteer
    from gazetteer.place import Place
    from geo.profile import Profile, Side

TOWNS = (Kind.CITY, Kind.TOWN, Kind.VILLAGE)
PEOPLE = ("forces", "troops", "fighters")
ARMED = {"forces", "fighters", "troops", "militia", "militias", "brigades", "army", "rebels", "group", "front", "guard"}
FEWEST_TOWNS, MOST_TOWNS = 3, 40


@dataclass(frozen=True, slots=True)
class Front:
    """A province with its towns, the larger first, and its districts."""

    province: str
    towns: tuple[str, ...]
    weights: tuple[int, ...]
    districts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class War:
    """A war with the names of its two main sides and its fronts."""

    profile: Profile
    sides: tuple[tuple[str, ...], tuple[str, ...]]
    speakers: tuple[tuple[str, ...], tuple[str, ...]]
    fronts: tuple[Front, ...]


def war_of(profile: Profile, gazetteer: Gazetteer) -> War:
    """A war of the library, with the names of its first two sides and the fronts in its first country."""
    sides = profile.sides[:2]
    names = tuple(tuple(_names(side)) for side in sides)
    speakers = tuple(tuple(_speakers(side)) for side in sides)
    fronts = tuple(front for code in profile.countries[:1] for front in _fronts(code, gazetteer))
    return War(profile, (names[0], names[1]), (speakers[0], speakers[1]), fronts)


def _names(side: Side) -> Iterator[str]:
    """What the armed people of a side are called: "the Rapid Support Forces", "Ukrainian troops"."""
    for name in (side.name, *(actor.name for actor in side.actors if not actor.person)):
        if "(" in name or " and " in name:
            continue
        bare = name.removeprefix("the ")
        if bare.split()[-1].lower() in ARMED:
            yield f"the {bare}"
        else:
            yield from (f"{bare} {people}" for people in PEOPLE)


def _speakers(side: Side) -> Iterator[str]:
    yield f"a spokesman for {side.in_words}"
    yield from (actor.name for actor in side.actors if actor.person)


def _fronts(country: str, gazetteer: Gazetteer) -> Iterator[Front]:
    """The provinces with enough towns, each with its largest."""
    names = {place.id: place.name for place in gazetteer.places(country, Kind.PROVINCE)}
    towns: dict[str, list[Place]] = defaultdict(list)
    districts: dict[str, list[str]] = defaultdict(list)
    for kind in TOWNS:
        for place in gazetteer.places(country, kind):
            for unit in names.keys() & set(place.parents):
                towns[unit].append(place)
    for place in gazetteer.places(country, Kind.DISTRICT):
        for unit in names.keys() & set(place.parents):
            districts[unit].append(place.name)
    for unit, name in sorted(names.items()):
        largest = sorted(towns[unit], key=lambda place: (-place.population, place.id))[:MOST_TOWNS]
        if len(largest) >= FEWEST_TOWNS:
            weights = tuple(math.isqrt(max(10_000, place.population)) for place in largest)
            yield Front(name, tuple(place.name for place in largest), weights, tuple(districts[unit]))
