"""The word lists that tell places from other names, read from the data files once."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from gazetteer.data_files import data_file, data_table
from gazetteer.names import normalise
from gazetteer.place import Kind
from gazetteer.tables.countries import demonyms


@dataclass(frozen=True, slots=True)
class KindWord:
    """A word such as "district": the kind it gives (None: a place of any kind) and whether it speaks of several."""

    kind: Kind | None
    plural: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word lists, lower case; the files of `data/` that they come from say what each is for.

    `everyday` and `name_ends` are sums of others, made once.
    """

    kinds: dict[str, KindWord]
    titles: frozenset[str]
    given_names: frozenset[str]
    organisation_heads: frozenset[str]
    nickname_heads: frozenset[str]
    bodies: frozenset[str]
    phrases: tuple[str, ...]
    speech: frozenset[str]
    addressing: frozenset[str]
    predicates: frozenset[str]
    contractions: tuple[str, ...]
    surnames: frozenset[str]
    abbreviations: frozenset[str]
    common: frozenset[str]
    everyday: frozenset[str]
    name_ends: frozenset[str]
    cues: frozenset[str]
    place_prepositions: frozenset[str]
    before_to: frozenset[str]
    between: frozenset[str]
    particles: frozenset[str]
    articles: frozenset[str]
    demonyms: dict[str, str]


@cache
def lexicon() -> Lexicon:
    """Read all lists."""
    table, names = data_table("not_places.toml"), _census_names()
    kinds = _kind_words()
    titles, heads, common = (
        frozenset(words) for words in (table["titles"], table["organisation_heads"], table["common"].split())
    )
    return Lexicon(
        kinds=kinds,
        titles=titles,
        given_names=frozenset(table["given_names"]) | names["given"] | names["both"],
        organisation_heads=heads,
        nickname_heads=frozenset(table["nickname_heads"]),
        bodies=frozenset(table["bodies"]),
        phrases=tuple(table["phrases"]),
        speech=frozenset(table["speech"]),
        addressing=frozenset(table["addressing"]),
        predicates=frozenset(table["predicates"]),
        contractions=tuple(table["contractions"]),
        surnames=names["surname"] | names["both"],
        abbreviations=frozenset(normalise(form) for forms in abbreviations().values() for form in forms),
        common=common,
        everyday=common | titles,
        name_ends=common | heads | kinds.keys(),
        cues=frozenset(table["cues"]),
        place_prepositions=frozenset(table["place_prepositions"]),
        before_to=frozenset(table["before_to"]),
        between=frozenset(table["between"]),
        particles=frozenset(table["particles"]),
        articles=frozenset(table["articles"]),
        demonyms={form.lower(): code for word, code in demonyms().items() for form in (word, f"{word}s")},
    )


def abbreviations() -> dict[str, tuple[str, ...]]:
    """Short forms of provinces ("La.") by place id."""
    return {place_id: tuple(forms) for place_id, forms in data_table("abbreviations.toml").items()}


def _census_names() -> dict[str, frozenset[str]]:
    """Names of persons in the United States, lower case, by their use: given, surname, both."""
    found: dict[str, set[str]] = {"given": set(), "surname": set(), "both": set()}
    with data_file("census_names.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            found[row["use"]].add(row["name"])
    return {use: frozenset(names) for use, names in found.items()}


def _kind_words() -> dict[str, KindWord]:
    found: dict[str, KindWord] = {}
    for name, words in data_table("kinds.toml").items():
        kind = None if name == "any" else Kind(name)
        found |= {word: KindWord(kind, plural=False) for word in words["singular"]}
        found |= {word: KindWord(kind, plural=True) for word in words["plural"]}
    return found
