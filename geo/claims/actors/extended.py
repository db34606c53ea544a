"""A name of a side with the nouns that follow it: "Taliban fighters", "Massoud's men", "Al Qaeda-linked militants"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.actors.owned import members_end
from geo.claims.actors.span import ActorSpan
from geo.claims.claim import Party
from geo.claims.sentences.tokens import words_of
from geo.claims.words.lexicon import word_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.claims.actors.names import Name
    from geo.claims.sentences.tokens import Token


def _allied_end(tokens: Sequence[Token], at: int) -> int:
    """One past the armed people that are named by whom they belong to: "Al Qaeda-LINKED MILITANTS"."""
    if at + 1 < len(tokens) and tokens[at].lower.removeprefix("-") in word_list("actors", "allied"):
        stop = members_end(tokens, at + 1)
        return stop if stop > at + 1 else at
    return at


def extended(tokens: Sequence[Token], at: int, name: Name) -> ActorSpan:
    """A name with the nouns that follow: "Taliban fighters", "Massoud's men"."""
    end = _allied_end(tokens, at + len(name.words))
    has_owned = end + 1 < len(tokens) and tokens[end].lower in {"'s", "'"}
    stop = members_end(tokens, end + 1) if has_owned else members_end(tokens, end)
    stop = end if stop == end + 1 and has_owned else stop
    speaks = stop > end and tokens[stop - 1].lower in word_list("actors", "spokesmen")
    person = (name.person and stop == end) or speaks
    state = name.state and word_list("actors", "group").isdisjoint(token.lower for token in tokens[at:stop])
    return ActorSpan(at, stop, Party(name.id, name.name, words_of(tokens, at, stop)), person, state=state)
