"""Whose armed people are, said behind them: "forces loyal to Haftar", "soldiers of the 59 Division"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.actors.phrases import phrase_length
from geo.claims.words.lexicon import word_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.claims.sentences.tokens import Token


def membership(tokens: Sequence[Token], at: int) -> int:
    """One past "of" or "belonging to" at token `at`; `at` itself where they do not stand."""
    return at + phrase_length("membership", tokens, at)


def loyalty(tokens: Sequence[Token], at: int) -> int:
    """One past "loyal to", "commanded by" or the like at token `at`; `at` itself where they do not stand."""
    return at + phrase_length("loyalty", tokens, at)


def behind_titles(tokens: Sequence[Token], at: int) -> int:
    """One past the titles before a leader's name: "EASTERN-BASED COMMANDER Khalifa Haftar"."""
    titles = word_list("actors", "titles")
    while at < len(tokens) and (
        tokens[at].lower in titles or _tells_where(tokens, at) or (tokens[at].text == "." and tokens[at - 1].capital)
    ):
        at += 1
    return at


def _tells_where(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word only tells where a leader sits: "Tripoli-BASED", "EASTERN"."""
    word = tokens[at].lower
    return word.endswith("-based") or word in word_list("actors", "where") or word == "based"


def leader(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """The name that begins at token `at`, behind titles: "renegade General KHALIFA HAFTAR".

    Returns:
        Half-open tokens of the name; empty where none stands there.
    """
    at = behind_titles(tokens, at)
    end = at
    while end < len(tokens) and tokens[end].capital and tokens[end].text[0].isalpha():
        end += 1
    return at, end
