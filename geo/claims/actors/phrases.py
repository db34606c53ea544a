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
    rows = phrases(key).get(tokens[at].lower) if at < len(tokens) else None
    return next((len(words) for words in rows if stand(words, tokens, at)), 0) if rows else 0


def stand(words: tuple[str, ...], tokens: Sequence[Token], at: int) -> bool:
    """Whether the words of a phrase, whose first word is known to stand at a token, stand there.

    Args:
        words: In lower case.
        tokens: The sentence.
        at: The token of the first word.

    Returns:
        Whether all of them follow each other.
    """
    count = len(words)
    if count == 1:
        return True
    # Most phrases fail at their second word.
    begun = at + count <= len(tokens) and tokens[at + 1].lower == words[1]
    return begun and all(tokens[at + i].lower == words[i] for i in range(2, count))
