"""Numbered units of an army: "the 59 Division", "the 42nd Motorized Rifle Division"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.claims.words.lexicon import word_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.claims.sentences.tokens import Token

_NUMBER = re.compile(r"\d{1,4}(?:st|nd|rd|th)?")
# "114th SEPARATE MOTORIZED RIFLE Brigade"
_MOST_BETWEEN = 5


def unit_end(tokens: Sequence[Token], at: int) -> int:
    """One past the numbered unit that begins at token `at`; `at` itself where none does."""
    if at >= len(tokens) or not _NUMBER.fullmatch(tokens[at].lower):
        return at
    nouns = word_list("actors", "units")
    for end in range(at + 1, min(at + 2 + _MOST_BETWEEN, len(tokens))):
        if tokens[end].lower in nouns:
            return end + 1
        if not tokens[end].capital:
            return at
    return at
