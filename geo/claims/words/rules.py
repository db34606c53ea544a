"""The rules of the grammar: what a verb (`verbs.toml`) or noun (`nouns.toml`) says about control of a place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from geo.claims.claim import Action
from geo.claims.words.inflect import Form, forms
from geo.claims.words.lexicon import table


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of `verbs.toml` or `nouns.toml`.

    Attributes:
        name: The table's name; kept in every claim that the rule makes.
        action: What it says happens to the place.
        frame: Where place and actor stand (see `verbs.toml`); "noun" for a noun.
        again: The word itself says that the place is taken again.
        good: The word is used only by those who welcome it.
        vowed: It counts only as a plan that somebody vows.
        place: For a noun, the prepositions that lead to the place.
        actor: For a noun, those that lead to the actor; "before", "subject" and "between" are positions.
        against: For a noun, those that lead to the opponent.
        inside: For a noun, those that make it a statement about the subject ("under siege").
        unsided: For a noun, those of its words that say enough though no side is named ("clashes").
        never_after: For a noun, words before it that make it another thing ("heart attack").
        example: A sentence for the tests, with the place in brackets.
    """

    name: str
    action: Action
    frame: str
    again: bool = False
    good: bool = False
    vowed: bool = False
    place: frozenset[str] = frozenset()
    actor: frozenset[str] = frozenset()
    against: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    unsided: frozenset[str] = frozenset()
    never_after: frozenset[str] = frozenset()
    example: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A verb phrase in one of its forms: the words that must follow its first, and what it means."""

    rest: tuple[str, ...]
    forms: frozenset[Form]
    rule: Rule
    lemma: str


@cache
def verb_rules() -> dict[str, Rule]:
    """The rules of `verbs.toml` by name, in the file's order."""
    return {
        name: Rule(
            name=name,
            action=Action(row["action"]),
            frame=row["frame"],
            again=row.get("again", False),
            good=row.get("good", False),
            vowed=row.get("vowed", False),
            example=row["example"],
        )
        for name, row in table("verbs").items()
    }


@cache
def noun_rules() -> dict[str, Rule]:
    """The rules of `nouns.toml` by name, in the file's order."""
    return {
        name: Rule(
            name=name,
            action=Action(row["action"]),
            frame=row.get("frame", "noun"),
            again=row.get("again", False),
            place=frozenset(row["place"]),
            actor=frozenset(row["actor"]),
            against=frozenset(row["against"]),
            inside=frozenset(row.get("inside", ())),
            unsided=frozenset(row.get("unsided", ())),
            never_after=frozenset(row.get("never_after", ())),
            example=row["example"],
        )
        for name, row in table("nouns").items()
    }


@cache
def rule_of_noun() -> dict[str, Rule]:
    """Noun → its rule."""
    return {noun: rule for name, rule in noun_rules().items() for noun in table("nouns")[name]["words"]}


@cache
def verb_phrases() -> dict[str, tuple[Phrase, ...]]:
    """First word, inflected → the phrases that it may begin, longest first."""
    found: dict[str, list[Phrase]] = {}
    for rule in verb_rules().values():
        if rule.frame == "presence":
            continue
        for lemma in table("verbs")[rule.name]["verbs"]:
            first, *rest = lemma.split()
            for word, kinds in forms(first).items():
                found.setdefault(word, []).append(Phrase(tuple(rest), kinds, rule, lemma))
    return {word: tuple(sorted(phrases, key=lambda p: -len(p.rest))) for word, phrases in found.items()}
