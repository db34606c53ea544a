"""The words around a name: what kind of place they say it is, and whether they speak of a place at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazetteer.tables.lexicon import KindWord, lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazetteer.mentions.hits import Hit
    from gazetteer.place import Kind
    from gazetteer.reading.tokens import Token

_LIST_GAP = re.compile(r"\s*(?:,|/|&|,?\s*\b(?:and|or)\b|,\s*(?:and|or)\s+(?:the\s+)?)\s*")
_DASH = re.compile(r"\s*[-\u2010-\u2015:(]+\s*")
_APPOSITION = re.compile(r"\s*[-\u2010-\u2015,(]\s*")
_APPOSITION_WORDS = 4
_NEAR = 3


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a name.

    Attributes:
        kind: The kind that the words give it.
        is_place: A kind word stands beside it, also one that leaves the kind open ("area").
        cue: A word such as "near" or "captured" stands before it.
        preposition: That word is one that hardly stands before persons.
        listed: It stands in a list with another name.
    """

    kind: Kind | None = None
    is_place: bool = False
    cue: bool = False
    preposition: bool = False
    listed: bool = False


def surroundings(text: str, tokens: Sequence[Token], hits: Sequence[Hit]) -> tuple[Surroundings, ...]:
    """Read what stands around each name; a list shares its kind word.

    Args:
        text: The text that the tokens come from.
        tokens: Its words.
        hits: Names in order.

    Returns:
        One answer a name, in the same order.
    """
    groups = _groups(text, tokens, hits)
    answers = {}
    for group in groups:
        after = _after(tokens, hits[group[-1]].last)
        before = _before(tokens, hits[group[0]].first, listed=len(group) > 1)
        shared = next((word for word in (after, before) if word and word.plural), None)
        for number in group:
            own = _after(tokens, hits[number].last) or _apposition(tokens, hits[number].last)
            own = own or _before(tokens, hits[number].first, listed=False)
            word = own if own and not own.plural else shared or own
            cue, preposition = _cue(tokens, hits[group[0]].first)
            answers[number] = Surroundings(
                word.kind if word else None, word is not None, cue, preposition, len(group) > 1
            )
    return tuple(answers[number] for number in range(len(hits)))


def _groups(text: str, tokens: Sequence[Token], hits: Sequence[Hit]) -> list[list[int]]:
    groups: list[list[int]] = []
    for number, hit in enumerate(hits):
        if groups:
            before = hits[groups[-1][-1]]
            gap = text[tokens[before.last - 1].end : tokens[hit.first].start]
            if len(gap) < 12 and _LIST_GAP.fullmatch(gap):  # noqa: PLR2004 - ", and the "
                groups[-1].append(number)
                continue
        groups.append([number])
    return groups


def _after(tokens: Sequence[Token], last: int) -> KindWord | None:
    """The kind word after a name: "Banu *district*", "Shindand *air base*"."""
    kinds = lexicon().kinds
    if last < len(tokens) and tokens[last].joined:
        word = kinds.get(tokens[last].lower)
        if word is None and tokens[last].lower in ("air", "military", "border", "mountain") and last + 1 < len(tokens):
            word = kinds.get(tokens[last + 1].lower)
        return word
    return None


def _apposition(tokens: Sequence[Token], last: int) -> KindWord | None:
    """The kind word of an apposition: "Andarab - a southern *district* in ...", singular only."""
    if last + 1 >= len(tokens) or not _APPOSITION.fullmatch(tokens[last].gap) or tokens[last].lower not in ("a", "an"):
        return None
    for token in tokens[last + 1 : last + 1 + _APPOSITION_WORDS]:
        word = lexicon().kinds.get(token.lower)
        if word or not token.joined or token.named:
            return word if word and not word.plural else None
    return None


def _before(tokens: Sequence[Token], first: int, *, listed: bool) -> KindWord | None:
    """The kind word before: "the *village* of X", "the *districts* of X, Y", "districts - X, Y", "the *city* X"."""
    if first == 0:
        return None
    back, of = first - 1, False
    if tokens[back].lower == "the" and back:
        back -= 1
    if tokens[back].lower == "of" and back:
        back, of = back - 1, True
    word = lexicon().kinds.get(tokens[back].lower)
    if word is None or tokens[back].named:
        return None
    named_itself = back > 0 and tokens[back - 1].named and tokens[back].joined and not tokens[back - 1].opens
    gap = tokens[first].gap
    if word.plural:
        return word if listed and (of or _DASH.fullmatch(gap)) else None
    if named_itself or (word.kind is None and not of):
        return None
    return word if of or gap == " " else None


def _cue(tokens: Sequence[Token], first: int) -> tuple[bool, bool]:
    words = lexicon()
    for back in range(first - 1, max(-1, first - 1 - _NEAR), -1):
        token, following = tokens[back], tokens[back + 1]
        if not following.joined:
            return False, False
        if back and tokens[back - 1].lower in words.before_to and token.lower == "to":
            return False, False
        if token.lower in words.cues:
            return True, token.lower in words.place_prepositions
        if token.lower not in words.between:
            return False, False
    return False, False
