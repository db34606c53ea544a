"""The word lists of the grammar, read once from the TOML files beside this module."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from geo.claims.words.inflect import forms


@cache
def table(name: str) -> dict[str, Any]:
    """A whole word list by the name of its file, without `.toml`; not to be changed by the caller."""
    return tomllib.loads(resources.files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def word_list(name: str, key: str) -> frozenset[str]:
    """One list of a file.

    Args:
        name: The file without `.toml`.
        key: The list's key; a dot leads into a table ("parts.some").

    Returns:
        Its words, lower case.
    """
    found: Any = table(name)
    for step in key.split("."):
        found = found[step]
    return frozenset(found)


@cache
def verb_list(name: str, key: str) -> dict[str, str]:
    """One list of verbs of a file, in every form: form → infinitive."""
    found = {}
    for lemma in table(name)[key]:
        first, *rest = lemma.split()
        for word in forms(first):
            found[" ".join([word, *rest])] = lemma
    return found


@cache
def first_words(name: str, key: str) -> frozenset[str]:
    """First words of the phrases of one list: what begins none of them need not be compared with any."""
    return frozenset(phrase.split()[0] for phrase in word_list(name, key))


@cache
def first_verb_words(name: str, key: str) -> frozenset[str]:
    """First words, inflected, of one list of verbs."""
    return frozenset(phrase.split()[0] for phrase in verb_list(name, key))


@cache
def tagged_phrases() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word → (all words, tag) of the small words in `tags.toml`, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for tag, phrases in table("tags").items():
        for phrase in phrases:
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, tag))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in found.items()}


@cache
def capitals() -> dict[str, str]:
    """Name of a seat of government, lower case → code of its country."""
    return {name: code for code, names in table("capitals").items() for name in names}


@cache
def kinds() -> dict[str, str]:
    """Noun that names a kind of place → the kind."""
    return {noun: kind for kind, nouns in table("places")["kinds"].items() for noun in nouns}
