"""Reads a conflict profile from a TOML file and refuses what it does not understand, with what to do about it."""

from __future__ import annotations

import difflib
import re
import tomllib
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from geo.errors import ProfileError
from geo.profile.names_model import found_model
from geo.profile.records import STALE_AFTER_DAYS, Actor, Profile, Side

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
ID = re.compile(r"[a-z][a-z0-9-]*")
PEOPLE = re.compile(r"[a-z]{3,}")
PROFILE_KEYS = ("title", "countries", "start", "end", "stale_after_days", "names_model", "side")
SIDE_KEYS = ("id", "name", "article", "colour", "nations", "seats", "actor")
ACTOR_KEYS = ("name", "aliases", "person")
_Table = dict[str, Any]


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
        return _with_model(replace(_profile(table), id=path.stem), path.parent)
    except ProfileError as error:
        message = f"{path}: {error}"
        raise ProfileError(message) from None


def _profile(table: _Table) -> Profile:
    _check_keys(table, PROFILE_KEYS, "the profile")
    sides = tuple(_side(row) for row in _list(table, "side", dict))
    ids = [side.id for side in sides]
    for twice in {i for i in ids if ids.count(i) > 1}:
        message = f"two sides have the id {twice!r}. Give each side its own."
        raise ProfileError(message)
    _check_owners(sides)
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
        countries=tuple(_country(code) for code in _list(table, "countries", str)),
        start=start,
        end=end,
        stale_after_days=stale,
        names_model=_value(table, "names_model", str, ""),
    )


def _with_model(profile: Profile, beside: Path) -> Profile:
    if not profile.names_model:
        return profile
    found = found_model(profile.names_model, beside)
    return replace(profile, names_model=found.name, names_model_version=found.version)


def _check_owners(sides: Iterable[Side]) -> None:
    """Refuse a name or nation of two sides: which of them a report means would be chance."""
    owners: dict[str, str] = {}
    for side in sides:
        named = (name for actor in side.actors for name in (actor.name, *actor.aliases))
        for name in {one.lower().removeprefix("the ") for one in (*named, side.name, *side.nations)}:
            other = owners.setdefault(name, side.id)
            if other != side.id:
                message = f"{name!r} names two sides, {other!r} and {side.id!r}. Leave it with one of them."
                raise ProfileError(message)


def _side(row: _Table) -> Side:
    _check_keys(row, SIDE_KEYS, f"side {row.get('id', '')!r}")
    side = Side(
        id=_value(row, "id", str, ""),
        name=_value(row, "name", str, ""),
        colour=_value(row, "colour", str, ""),
        actors=tuple(_actor(actor) for actor in _list(row, "actor", dict)),
        article=_value(row, "article", str, ""),
        nations=tuple(_nation(nation) for nation in _list(row, "nations", str)),
        seats=tuple(_list(row, "seats", str)),
    )
    if not ID.fullmatch(side.id) or not side.name:
        message = f"a side has the id {side.id!r} and the name {side.name!r}. Each needs a name and a lower-case id."
        raise ProfileError(message)
    if not COLOUR.fullmatch(side.colour):
        message = f"side {side.id!r} has the colour {side.colour!r}. Write it as #rrggbb."
        raise ProfileError(message)
    return side


def _actor(row: _Table) -> Actor:
    _check_keys(row, ACTOR_KEYS, f"actor {row.get('name', '')!r}")
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


def _check_keys(table: _Table, known: tuple[str, ...], where: str) -> None:
    """Refuse a key that nothing reads: a misspelt one would silently change the map."""
    for key in table:
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            hint = f"Did you mean {near[0]!r}?" if near else f"It may have: {', '.join(known)}."
            message = f"{where} has the key {key!r}, which means nothing. {hint}"
            raise ProfileError(message)


def _country(code: str) -> str:
    if code.upper() not in _country_codes():
        message = f"countries names {code!r}. Write ISO 3166-1 alpha-2 codes, such as UA."
        raise ProfileError(message)
    return code.upper()


def _nation(nation: str) -> str:
    if nation not in _country_codes() and not PEOPLE.fullmatch(nation):
        message = f"nations names {nation!r}. Write ISO 3166-1 alpha-2 codes, such as UA, or a people, such as kurdish."
        raise ProfileError(message)
    return nation


@cache
def _country_codes() -> frozenset[str]:
    """ISO 3166-1 alpha-2 codes, from Unicode CLDR."""
    from babel import Locale  # noqa: PLC0415 - only a profile that names countries pays for it

    return frozenset(code for code in map(str, Locale("en").territories) if code.isalpha() and len(code) == 2)  # noqa: PLR2004 - alpha-2
