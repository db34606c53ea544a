"""A conflict profile: the sides of a war with their actors, colours, countries and days, read from a TOML file."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from geo.errors import ProfileError

if TYPE_CHECKING:
    from pathlib import Path

COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
ID = re.compile(r"[a-z][a-z0-9-]*")
STALE_AFTER_DAYS = 14
_Table = dict[str, Any]


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
    """

    id: str
    name: str
    colour: str
    actors: tuple[Actor, ...] = ()
    article: str = ""

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
    """

    title: str = ""
    sides: tuple[Side, ...] = ()
    countries: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    stale_after_days: int = STALE_AFTER_DAYS


def load_profile(path: Path) -> Profile:
    """Read a conflict profile.

    Args:
        path: A TOML file; `seeds/panjshir-2021.toml` is a worked example.

    Returns:
        The profile.

    Raises:
        ProfileError: The file is missing, is no TOML, or a value cannot be used; the message names it.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        message = f"{path}: there is no such profile. Give the path of a TOML file, or leave --profile out."
        raise ProfileError(message) from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        message = f"{path}: this profile cannot be read ({error}). It must be a TOML file in UTF-8."
        raise ProfileError(message) from error
    try:
        return _profile(table)
    except ProfileError as error:
        message = f"{path}: {error}"
        raise ProfileError(message) from None


def _profile(table: _Table) -> Profile:
    sides = tuple(_side(row) for row in _list(table, "side", dict))
    ids = [side.id for side in sides]
    for twice in {i for i in ids if ids.count(i) > 1}:
        message = f"two sides have the id {twice!r}. Give each side its own."
        raise ProfileError(message)
    stale = _value(table, "stale_after_days", int, STALE_AFTER_DAYS)
    start, end = _value(table, "start", date, None), _value(table, "end", date, None)
    if stale < 1:
        message = f"stale_after_days is {stale}. It must be 1 or more."
        raise ProfileError(message)
    if start and end and end < start:
        message = f"end {end} lies before start {start}. Swap them."
        raise ProfileError(message)
    return Profile(
        title=_value(table, "title", str, ""),
        sides=sides,
        countries=tuple(code.upper() for code in _list(table, "countries", str)),
        start=start,
        end=end,
        stale_after_days=stale,
    )


def _side(row: _Table) -> Side:
    side = Side(
        id=_value(row, "id", str, ""),
        name=_value(row, "name", str, ""),
        colour=_value(row, "colour", str, ""),
        actors=tuple(_actor(actor) for actor in _list(row, "actor", dict)),
        article=_value(row, "article", str, ""),
    )
    if not ID.fullmatch(side.id) or not side.name:
        message = f"a side has the id {side.id!r} and the name {side.name!r}. Each needs a name and a lower-case id."
        raise ProfileError(message)
    if not COLOUR.fullmatch(side.colour):
        message = f"side {side.id!r} has the colour {side.colour!r}. Write it as #rrggbb."
        raise ProfileError(message)
    return side


def _actor(row: _Table) -> Actor:
    actor = Actor(
        name=_value(row, "name", str, ""),
        aliases=tuple(_list(row, "aliases", str)),
        person=_value(row, "person", bool, default=False),
    )
    if not actor.name:
        message = "an actor has no name. Give each [[side.actor]] a name."
        raise ProfileError(message)
    return actor


def _value(table: _Table, key: str, kind: type, default: Any) -> Any:  # noqa: ANN401 - TOML values are of any type
    value = table.get(key, default)
    if value is not default and type(value) is not kind:
        message = f"{key} is {value!r}. It must be of type {kind.__name__}."
        raise ProfileError(message)
    return value


def _list(table: _Table, key: str, kind: type) -> list[Any]:
    values = table.get(key, [])
    if not isinstance(values, list) or not all(isinstance(value, kind) for value in values):
        message = f"{key} is {values!r}. It must be a list of {kind.__name__}."
        raise ProfileError(message)
    return values
