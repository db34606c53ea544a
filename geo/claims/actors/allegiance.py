"""Whose armed people are, said behind them: "forces loyal to Haftar", "soldiers of the 59 Division"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from geo.claims.words.lexicon import table, word_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.claims.sentences.tokens import Token


def membership(tokens: Sequence[Token], at: int) -> int:
    """One past "of", "from" or "belonging to" at token `at`; `at` itself where they do not stand."""
    return at + _longest("membership", tokens, at)


def loyalty(tokens: Sequence[Token], at: int) -> int:
    """One past "loyal to", "commanded by" or the like at token `at`; `at` itself where they do not stand."""
    return at + _longest("loyalty", tokens, at)


def leader(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """The name that begins at token `at`, behind titles: "renegade General KHALIFA HAFTAR".

    Returns:
        Half-open tokens of the name; empty where none stands there.
    """
    titles = word_list("actors", "titles")
    while at < len(tokens) and (tokens[at].lower in titles or (tokens[at].text == "." and tokens[at - 1].capital)):
        at += 1
    end = at
    while end < len(tokens) and tokens[end].capital and tokens[end].text[0].isalpha():
        end += 1
    return at, end


@cache
def _phrases(key: str) -> dict[str, list[tuple[str, ...]]]:
    """First word → the phrases that it begins, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(table("actors")[key], key=len, reverse=True):
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return found


def _longest(key: str, tokens: Sequence[Token], at: int) -> int:
    """Number of tokens from `at` on that make a phrase of a list, 0 if none."""
    if at >= len(tokens):
        return 0
    rows = _phrases(key).get(tokens[at].lower, ())
    return next((len(row) for row in rows if tuple(t.lower for t in tokens[at : at + len(row)]) == row), 0)
