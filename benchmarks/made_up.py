"""Made-up places by the million: plausible names, seeded, to try the index at the size of all GeoNames."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from gazetteer.data_files import data_table
from gazetteer.entry import Entry
from gazetteer.place import Kind, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

_ONSETS = (
    "b",
    "ch",
    "d",
    "dr",
    "f",
    "g",
    "gh",
    "h",
    "j",
    "k",
    "kh",
    "l",
    "m",
    "n",
    "p",
    "q",
    "r",
    "s",
    "sh",
    "st",
    "t",
    "v",
    "y",
    "z",
)
_VOWELS = ("a", "a", "e", "i", "o", "u", "ay", "ou")
_CODAS = ("", "", "", "b", "d", "k", "l", "m", "n", "n", "r", "r", "s", "sh", "t", "v", "z")
_FIRST_WORDS = ("Al", "Deh", "Kafr", "Qala", "Novo", "San", "Tel", "Upper")
_ALTERNATE_SHARE, _FIRST_WORD_SHARE = 0.3, 0.25
_COUNTRIES = ("AF", "BR", "CN", "ET", "FR", "IN", "MM", "SD", "SY", "UA", "US", "YE")


def made_up_places(count: int, seed: int) -> Iterator[Entry]:
    """Make places up.

    Args:
        count: How many.
        seed: The same seed gives the same places.

    Yields:
        Villages anywhere, three in ten with another name; half of them in countries whose spellings vary.
    """
    dice = random.Random(seed)  # noqa: S311 - made-up names are no secret
    romanised = set(data_table("scripts.toml")["romanised"])
    countries = sorted(_COUNTRIES, key=lambda code: (code not in romanised, code))
    for number in range(count):
        place = Place(
            id=f"made-up:{number}",
            name=made_up_name(dice),
            kind=Kind.VILLAGE,
            lon=round(dice.uniform(-180, 180), 5),
            lat=round(dice.uniform(-60, 75), 5),
            country=dice.choice(countries),
            population=dice.randrange(20_000),
            source="made-up",
        )
        yield Entry(place, (made_up_name(dice),) if dice.random() < _ALTERNATE_SHARE else ())


def made_up_name(dice: random.Random) -> str:
    """A name of two to four syllables, now and then with a word before it."""
    syllables = (dice.choice(_ONSETS) + dice.choice(_VOWELS) + dice.choice(_CODAS) for _ in range(dice.randint(2, 4)))
    name = "".join(syllables).capitalize()
    return f"{dice.choice(_FIRST_WORDS)} {name}" if dice.random() < _FIRST_WORD_SHARE else name
