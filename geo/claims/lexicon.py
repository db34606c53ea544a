"""The word lists of the grammar, read once from the TOML files beside this module."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from geo.claims.claim import Action
from geo.claims.inflect import Form, forms


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of `verbs.toml` or `nouns.toml`.

    Attributes:
        name: The table's name; kept in every claim that the rule makes.
        action: What it says happens to the place.
        frame: Where place and actor stand (see `verbs.toml`); "noun" for a noun.
        again: The word itself says that the place is taken again.
        good: The word is used only by those who welcome it.
        place: For a noun, the prepositions that lead to the place.
        actor: For a noun, those that lead to the actor; "before" and "subject" are positions.
        against: For a noun, those that lead to the opponent.
        inside: For a noun, those that make it a statement about the subject ("under siege").
        example: A sentence for the tests.
    """

    name: str
    action: Action
    frame: str
    again: bool = False
    good: bool = False
    place: frozenset[str] = frozenset()
    actor: frozenset[str] = frozenset()
    against: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    example: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A verb phrase in one of its forms: the words that must follow its first, and what it means."""

    rest: tuple[str, ...]
    forms: frozenset[Form]
    rule: Rule
    lemma: str


def read(name: str) -> dict[str, Any]:
    """A word list by the name of its file, without `.toml`."""
    return tomllib.loads(resources.files("geo.claims").joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def verb_rules() -> tuple[Rule, ...]:
    """The rules of `verbs.toml`, in the file's order."""
    return tuple(
        Rule(
            name=name,
            action=Action(row["action"]),
            frame=row["frame"],
            again=row.get("again", False),
            good=row.get("good", False),
            example=row["example"],
        )
        for name, row in read("verbs").items()
    )


@cache
def noun_rules() -> dict[str, Rule]:
    """Noun → its rule in `nouns.toml`."""
    found = {}
    for name, row in read("nouns").items():
        rule = Rule(
            name=name,
            action=Action(row["action"]),
            frame=row.get("frame", "noun"),
            again=row.get("again", False),
            place=frozenset(row["place"]),
            actor=frozenset(row["actor"]),
            against=frozenset(row["against"]),
            inside=frozenset(row.get("inside", ())),
            example=row["example"],
        )
        found.update(dict.fromkeys(row["words"], rule))
    return found


@cache
def verb_phrases() -> dict[str, tuple[Phrase, ...]]:
    """First word, inflected → the phrases that it may begin, longest first."""
    found: dict[str, list[Phrase]] = {}
    tables = read("verbs")
    for rule in verb_rules():
        for lemma in tables[rule.name]["verbs"]:
            first, *rest = lemma.split()
            for word, kinds in forms(first).items():
                found.setdefault(word, []).append(Phrase(tuple(rest), kinds, rule, lemma))
    return {word: tuple(sorted(phrases, key=lambda p: -len(p.rest))) for word, phrases in found.items()}


@cache
def cues(table: str, key: str) -> frozenset[str]:
    """A list of `cues.toml`."""
    return frozenset(read("cues")[table][key])


@cache
def verb_cues(table: str, key: str) -> dict[str, str]:
    """A list of verbs of `cues.toml`: every form → the verb."""
    found = {}
    for lemma in read("cues")[table][key]:
        first, *rest = lemma.split()
        for word in forms(first):
            found[" ".join([word, *rest])] = lemma
    return found


@cache
def tag_phrases() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word → (all words, tag) of the small words in `cues.toml`, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for tag, phrases in read("cues")["tags"].items():
        for phrase in phrases:
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, tag))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in found.items()}


@cache
def kinds() -> dict[str, str]:
    """Noun that names a kind of place → the kind."""
    return {noun: kind for kind, nouns in read("cues")["kinds"].items() for noun in nouns}
