"""The speaker that a stretch of chunks names: name, kind and side."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.claims.chunks.chunk import tag_at
from geo.claims.claim import Claimant
from geo.claims.sentences.tokens import words_of
from geo.claims.words.lexicon import word_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.claims.chunks.chunk import Chunk, Row
    from geo.claims.sentences.tokens import Token

_LONGEST_NAME = 80
_SHORT_PHRASE = 4
_MARKS = " \"“”'\u2019,-\u2013—"
_WORD = re.compile(r"[\w\u2019'-]+")
_KINDS = ("media", "resident", "official")


def speaker(
    row: Row, tokens: Sequence[Token], start: int, end: int, *, last: Claimant | None = None
) -> Claimant | None:
    """Read chunks [start, end) as a speaker.

    Args:
        row: The sentence.
        tokens: Its tokens.
        start: First chunk.
        end: One past the last.
        last: Who "he" and "they" are.

    Returns:
        The speaker; None where the words name nobody who could speak.
    """
    if start >= end:
        return None
    part = list(row[start:end])
    if part[-1].word in word_list("attribution", "pronouns"):
        return last
    if part[0].tag == "and" and len(part) > 1:
        part = part[1:]
    part = _without_preposition(part)
    side = next((one.actor.party.id for one in part if one.actor and one.actor.party), None)
    head = _head(part, apposed=tag_at(row, end) == "comma")
    kind = _kind(_words(part), side)
    pointed = any(one.actor and not one.actor.party and not one.actor.vague for one in part)
    if pointed and kind == "source":
        kind = "party"
    named = side or kind != "source" or any(one.capital for one in head) or _plain(part)
    if not named and not _words(part) & word_list("attribution", "source"):
        return None
    name = words_of(tokens, head[0].start, head[-1].end).strip(_MARKS)
    return Claimant(name[:_LONGEST_NAME], kind, side if kind == "party" else None)


def _plain(part: Sequence[Chunk]) -> bool:
    """Whether the words are nothing but a short noun phrase: "aid workers", "two former soldiers"."""
    return len(part) <= _SHORT_PHRASE and all(one.tag in {"det", "word", "number"} for one in part)


def _words(part: Sequence[Chunk]) -> set[str]:
    return {word for one in part for word in _WORD.findall(one.word)}


def _without_preposition(part: list[Chunk]) -> list[Chunk]:
    """In "in Kabul the governor said" the speaker begins behind what opens the sentence."""
    if part[0].tag != "prep":
        return part
    begins = [at for at, one in enumerate(part) if one.tag in {"det", "actor"}]
    return part[begins[-1] :] if begins else part


def _head(part: list[Chunk], *, apposed: bool) -> list[Chunk]:
    """The name without apposition ("Soroush, a senior correspondent, said") or what opens ("Notably, he said")."""
    commas = [at for at, one in enumerate(part) if one.tag == "comma"]
    if apposed and commas and not any(one.capital or one.tag in {"det", "actor"} for one in part[commas[0] + 1 :]):
        # "The army, however, said": what stands between commas is no name.
        return part[: commas[0]] or part
    if len(commas) == 1 and not apposed:
        return part[commas[0] + 1 :] or part[: commas[0]]
    if commas and commas[0]:
        return _named_first(part, commas)
    relative = next((at for at, one in enumerate(part) if one.tag == "rel"), None)
    return part[:relative] if relative else part


def _named_first(part: list[Chunk], commas: list[int]) -> list[Chunk]:
    """Of "A resistance commander, Hamid, …" both, for the name comes second; of "Hamid, a commander, …" the first."""
    first, second = part[: commas[0]], part[commas[0] + 1 : [*commas, len(part)][1]]
    role_first = any(one.capital for one in second) and _kind({one.word for one in first}, None) != "source"
    return part[: commas[0] + 1 + len(second)] if role_first else first


def _kind(words: set[str], side: str | None) -> str:
    if side and not words & word_list("attribution", "bystanders"):
        return "party"
    return next((kind for kind in _KINDS if words & word_list("attribution", kind)), "source")
