"""Names: the normal form under which spellings are the same, and the coarser romanisation key under which they meet."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from anyascii import anyascii

from gazetteer.data_files import data_table

KEY_MARK = "~"
_APOSTROPHES = re.compile("['`\u2018\u2019\u02bb\u02bc\u02be\u02bf\u00b4]")
_NOT_ALPHANUMERIC = re.compile("[^a-z0-9]+")
_DOUBLED = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Romanisation:
    """The rules of the key as read from `data/romanisation.toml`.

    Attributes:
        ezafe: Words dropped between two others.
        articles: Words dropped before another.
        elements: Spelling of a word → the spelling that stands for it.
        endings: End of a word → the ending that stands for it.
        ending: Matches the longest such end.
        letters: Group of letters → what stands for it.
        letter: Matches the longest such group.
    """

    ezafe: frozenset[str]
    articles: frozenset[str]
    elements: dict[str, str]
    endings: dict[str, str]
    ending: re.Pattern[str]
    letters: dict[str, str]
    letter: re.Pattern[str]


@lru_cache(maxsize=1 << 14)
def normalise(name: str) -> str:
    """Reduce a name in any script to lower-case ASCII words with one space between them.

    Args:
        name: As written ("Pol-e Ḩeşār", "Харків", "پنجشیر").

    Returns:
        The normal form ("pol e hesar", "kharkiv", "pnjshyr"); empty where no letter or digit is left. Idempotent.
    """
    if not name.isascii():
        name = anyascii(_APOSTROPHES.sub("", unicodedata.normalize("NFKC", name)))
    plain = _APOSTROPHES.sub("", name.lower())
    return plain if plain.isalpha() else _NOT_ALPHANUMERIC.sub(" ", plain).strip()


@lru_cache(maxsize=1 << 14)
def key(name: str) -> str:
    """Reduce a name to the romanisation key under which its spellings meet.

    Args:
        name: As written, in any script.

    Returns:
        Lower-case ASCII letters and digits without spaces; empty where the name has none.
    """
    return key_of_normal(normalise(name))


def key_of_normal(normal: str) -> str:
    """The romanisation key of a name that `normalise` has been through already."""
    rules = romanisation()
    words = _bare_words(normal.split(), rules)
    return _DOUBLED.sub(r"\1", "".join(map(_reduce, words)))


@cache
def romanisation() -> Romanisation:
    """Read the rules from the data file, once."""
    table = data_table("romanisation.toml")
    endings, letters = _inverted(table["endings"]), _inverted(table["letters"])
    return Romanisation(
        ezafe=frozenset(table["ezafe"]),
        articles=frozenset(table["articles"]),
        elements=_inverted(table["elements"]),
        endings=endings,
        ending=re.compile(f"(?<=.)(?:{_longest_first(endings)})$"),
        letters=letters,
        letter=re.compile(_longest_first(letters)),
    )


def _bare_words(words: list[str], rules: Romanisation) -> list[str]:
    last = len(words) - 1
    return [
        word
        for place, word in enumerate(words)
        if not (place < last and word in rules.articles) and not (0 < place < last and word in rules.ezafe)
    ]


@lru_cache(maxsize=16384)
def _reduce(word: str) -> str:
    rules = romanisation()
    element = rules.elements.get(word)
    word = element or rules.ending.sub(lambda found: rules.endings[found[0]], word)
    return rules.letter.sub(lambda found: rules.letters[found[0]], word)


def _inverted(table: dict[str, list[str]]) -> dict[str, str]:
    return {spelling: form for form, spellings in table.items() for spelling in spellings}


def _longest_first(spellings: dict[str, str]) -> str:
    return "|".join(sorted(map(re.escape, spellings), key=lambda spelling: (-len(spelling), spelling)))
