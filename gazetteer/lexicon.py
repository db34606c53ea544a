"""The word lists that tell places from other names, read from the data files once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from gazetteer.countries import demonyms
from gazetteer.data_files import data_table
from gazetteer.place import Kind


@dataclass(frozen=True, slots=True)
class KindWord:
    """A word such as "district": the kind it gives (None: a place of any kind) and whether it speaks of several."""

    kind: Kind | None
    plural: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word lists, lower case; `data/not_places.toml` and `data/kinds.toml` say what each is for."""

    kinds: dict[str, KindWord]
    titles: frozenset[str]
    given_names: frozenset[str]
    organisation_heads: frozenset[str]
    nickname_heads: frozenset[str]
    regions: tuple[str, ...]
    common: frozenset[str]
    cues: frozenset[str]
    place_prepositions: frozenset[str]
    between: frozenset[str]
    particles: frozenset[str]
    articles: frozenset[str]
    demonyms: dict[str, str]


@cache
def lexicon() -> Lexicon:
    """Read all lists."""
    table = data_table("not_places.toml")
    return Lexicon(
        kinds=_kind_words(),
        titles=frozenset(table["titles"]),
        given_names=frozenset(table["given_names"]),
        organisation_heads=frozenset(table["organisation_heads"]),
        nickname_heads=frozenset(table["nickname_heads"]),
        regions=tuple(table["regions"]),
        common=frozenset(table["common"].split()),
        cues=frozenset(table["cues"]),
        place_prepositions=frozenset(table["place_prepositions"]),
        between=frozenset(table["between"]),
        particles=frozenset(table["particles"]),
        articles=frozenset(table["articles"]),
        demonyms={form.lower(): code for word, code in demonyms().items() for form in (word, f"{word}s")},
    )


def _kind_words() -> dict[str, KindWord]:
    found: dict[str, KindWord] = {}
    for name, words in data_table("kinds.toml").items():
        kind = None if name == "any" else Kind(name)
        found |= {word: KindWord(kind, plural=False) for word in words["singular"]}
        found |= {word: KindWord(kind, plural=True) for word in words["plural"]}
    return found
