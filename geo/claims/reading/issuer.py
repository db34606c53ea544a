"""Whose statement a report is: "Statement of the Military Command of the TDF" speaks for the TDF throughout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.claim import Claimant
from geo.claims.sentences.tokens import words_of
from geo.claims.words.lexicon import word_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.claims.actors.span import ActorSpan
    from geo.claims.sentences.cut import Sentence

_LONGEST = 25


def issuer(named: Sequence[Sequence[ActorSpan]], rows: Sequence[Sentence]) -> Claimant | None:
    """Who issues a statement that opens by saying so.

    Args:
        named: Who is named in each sentence.
        rows: The sentences.

    Returns:
        The party whose statement it is; None for any other report.
    """
    if not rows or len(rows[0].tokens) > _LONGEST:
        return None
    tokens = rows[0].tokens
    at = next((i for i, token in enumerate(tokens[:3]) if token.lower in word_list("attribution", "statements")), None)
    if at is None or at + 1 >= len(tokens) or tokens[at + 1].lower not in {"of", "by", "from"}:
        return None
    sides = [(span, span.party) for span in named[0] if span.party and span.start > at]
    if not sides:
        return None
    span, party = sides[-1]
    begin = at + 2 + (tokens[at + 2].lower == "the")
    return Claimant(words_of(tokens, begin, span.end), "party", party.id)
