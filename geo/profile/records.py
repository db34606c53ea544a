"""A war as the reader of its reports needs to know it: sides, actors, colours, countries, days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - dataclass fields are read at run time

STALE_AFTER_DAYS = 14


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who fights or speaks for a side.

    Attributes:
        name: The usual name.
        aliases: Every other way in which reports name them.
        person: True for a single person, who speaks for the side.
    """

    name: str
    aliases: tuple[str, ...] = ()
    person: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """One side of the war: several actors, one colour.

    Attributes:
        id: Stable identifier.
        name: The usual name.
        colour: As `#rrggbb`.
        actors: Who makes up the side.
        article: What stands before the name in a sentence ("the"), empty where nothing does.
        nations: Whose government and armed people the side is: ISO 3166-1 alpha-2 codes ("UA": Ukrainian troops, Kyiv
            said), or peoples in lower case ("kurdish").
        seats: Cities whose name stands for the side where it speaks ("Sanaa said"), whatever the country's own capital.
    """

    id: str
    name: str
    colour: str
    actors: tuple[Actor, ...] = ()
    article: str = ""
    nations: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()

    @property
    def in_words(self) -> str:
        """The name within a sentence: `the Resistance`."""
        return f"{self.article} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class Profile:
    """A war as the reader of its reports needs to know it.

    Attributes:
        title: What the map is about.
        sides: The sides.
        countries: ISO 3166-1 alpha-2 codes of the countries of interest; a prior for place names, not a filter.
        start: First day of the map, or None for the first event.
        end: Last day of the map, or None for the last event.
        stale_after_days: A claim older than this says nothing about today.
        names_model: Package or folder of a spaCy model that finds more names of places; empty: none.
        names_model_version: Hash of that model's files, so that what was read with another one is known to be so.
        id: Name of its file without the ending; empty where it comes from none.
    """

    title: str = ""
    sides: tuple[Side, ...] = ()
    countries: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    stale_after_days: int = STALE_AFTER_DAYS
    names_model: str = ""
    names_model_version: str = ""
    id: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of an actor, none of which is a place's."""
        return tuple(name for side in self.sides for actor in side.actors for name in (actor.name, *actor.aliases))

    def covers(self, day: date) -> bool:
        """Whether a day lies in the profile's range."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)
