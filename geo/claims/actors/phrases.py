"""Phrases of the lists in `actors.toml`, found at a token."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from geo.claims.words.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.claims.sentences.tokens import Token


@cache
def phrases(key: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word → the phrases of a list that it begins, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in table("actors")[key]:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(rows, key=len, reverse=True)) for first, rows in found.items()}


def phrase_length(key: str, tokens: Sequence[Token], at: int) -> int:
    """Number of tokens from `at` on that make a phrase of a list, 0 if none."""
    if at >= len(tokens):
        return 0
    for words in phrases(key).get(tokens[at].lower, ()):
        if len(words) == 1 or tuple(token.lower for token in tokens[at : at + len(words)]) == words:
            return len(words)
    return 0
