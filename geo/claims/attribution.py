"""Who says it: words of saying with their speakers, "according to", and quotations over several sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.claims.claim import Claimant
from geo.claims.lexicon import cues, verb_cues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.claims.chunks import Chunk
    from geo.claims.tokens import Token

_LONGEST_NAME = 80
_PRONOUNS = frozenset({"he", "she", "they", "it", "who", "which", "we", "i"})


@dataclass(frozen=True, slots=True)
class Speech:
    """Somebody's words.

    Attributes:
        start: First chunk of what is said.
        end: One past its last.
        speaker: Who says it, or None where only "reportedly" stands there.
        verb: The verb of saying in the infinitive, "" for "according to".
        denial: What is said is denied.
        at: The chunk of the verb.
    """

    start: int
    end: int
    speaker: Claimant | None
    verb: str
    denial: bool
    at: int


def speeches(row: Sequence[Chunk], tokens: Sequence[Token], last: Claimant | None) -> tuple[Speech, ...]:
    """Everything that a sentence puts into somebody's mouth.

    Args:
        row: The sentence.
        tokens: Its tokens.
        last: The speaker named last before it, for "he said".

    Returns:
        Speeches in order; one may lie within another ("Soroush, citing former officials").
    """
    found: list[Speech] = []
    for at, one in enumerate(row):
        speech = None
        if one.tag == "say":
            speech = _said(row, tokens, at, last)
        elif _begins(row, at, cues("attribution", "according")):
            speech = _according(row, tokens, at)
        if speech:
            found.append(speech)
            last = speech.speaker or last
    return tuple(found)


def hearsay(row: Sequence[Chunk]) -> bool:
    """Whether "reportedly", "unconfirmed" or the like stands in the sentence."""
    words = " ".join(one.word for one in row)
    return any(f" {cue} " in f" {words} " for cue in cues("attribution", "hearsay"))


def covering(found: Sequence[Speech], at: int) -> Speech | None:
    """The innermost speech that holds chunk `at`."""
    inside = [speech for speech in found if speech.start <= at < speech.end and speech.at != at]
    named = [speech for speech in inside if speech.speaker]
    return min(named or inside, key=lambda speech: (speech.end - speech.start, speech.start), default=None)


def _begins(row: Sequence[Chunk], at: int, phrases: frozenset[str]) -> int:
    """Number of chunks from `at` on that make one of the phrases, 0 if none."""
    for length in (4, 3, 2, 1):
        if " ".join(one.word for one in row[at : at + length]) in phrases and at + length <= len(row):
            return length
    return 0


def _said(row: Sequence[Chunk], tokens: Sequence[Token], at: int, last: Claimant | None) -> Speech | None:
    denial = row[at].say in cues("assertion", "denial")
    after = row[at + 1] if at + 1 < len(row) else None
    before = row[at - 1] if at else None
    if _unspoken(row, at):
        return None
    if before is not None and before.tag in {"comma", "quote"} and after is not None and _inverted(row, at):
        stop = next((i for i in range(at + 1, len(row)) if row[i].tag in {"comma", "sub", "dash", "time", "say", "prep"} or row[i].word == "."), len(row))
        speaker = _speaker(row, tokens, at + 1, stop, last)
        return Speech(0, at, speaker, row[at].say, denial, at) if speaker else None
    start = _last_comma(row, at) if _ends_sentence(row, at) else _speaker_start(row, at)
    end = _speaker_end(row, start, at)
    speaker = last if start >= end and before is not None and before.tag == "and" else _speaker(row, tokens, start, end, last)
    if not speaker:
        return None
    if start and row[start - 1].tag == "quote" and any(one.tag == "quote" for one in row[at:]):
        return Speech(0, len(row), speaker, row[at].say, denial, at)
    if _ends_sentence(row, at):
        return Speech(0, start, speaker, row[at].say, denial, at)
    return Speech(at + 1, _said_end(row, at), speaker, row[at].say, denial, at)


def _inverted(row: Sequence[Chunk], at: int) -> bool:
    """ "…, said a spokesman": nothing but the speaker follows."""
    rest = row[at + 1 :]
    return rest[0].tag in {"actor", "word", "det", "place"} and not any(one.tag in {"verb", "noun", "that", "say", "be", "have"} for one in rest[:10])


def _unspoken(row: Sequence[Chunk], at: int) -> bool:
    """ "is said to", "confirmed to be": a verb of saying in the passive has no speaker before it."""
    passive = at + 1 < len(row) and row[at + 1].tag == "to" and row[at].say not in {"vow", "pledge", "warn", "tell"}
    return passive or (at > 0 and row[at - 1].tag == "to")


def _ends_sentence(row: Sequence[Chunk], at: int) -> bool:
    """ "X has fallen, officials said on Wednesday.": nothing but a time or an addressee follows."""
    rest = [one for one in row[at + 1 :] if one.tag not in {"time", "adv", "quote"} and one.word not in {".", "reporters"}]
    if any(one.tag == "quote" for one in row[at + 1 : at + 3]) and rest:
        return False
    joined = [one for one in rest if one.tag != "comma"]
    return not joined or joined[0].tag == "sub" or (joined[0].tag in {"prep", "to"} and not any(one.tag in {"verb", "noun"} for one in joined[:6]))


def _said_end(row: Sequence[Chunk], at: int) -> int:
    """What is said runs to the next verb of saying with a subject of its own, else to the end.

    In "As A declared that X fell, B attacked" it ends with the clause.
    """
    if row[0].tag == "sub" and not any(one.tag in {"comma", "quote"} for one in row[:at]):
        return next((i for i in range(at + 1, len(row)) if row[i].tag == "comma"), len(row))
    for step in range(at + 2, len(row)):
        if row[step].tag == "say" and row[step - 1].tag in {"and", "actor"} and row[step].say not in {"vow", "show"}:
            return step
    return len(row)


def _last_comma(row: Sequence[Chunk], at: int) -> int:
    """Where the speaker begins in "X has fallen, officials said": behind the last comma or closing quotation mark."""
    comma = next((i for i in range(at - 1, -1, -1) if row[i].tag in {"comma", "quote", "dash"}), None)
    return _speaker_start(row, at) if comma is None else comma + 1


def _speaker_start(row: Sequence[Chunk], at: int) -> int:
    walls = {"say", "sub", "that", "verb"}
    start = at
    while start and row[start - 1].tag not in walls and row[start - 1].word not in {":", ";", ".", '"', "”", "“"}:
        start -= 1
    if start and row[start - 1].tag == "say" and row[start - 1].word.endswith("ing"):
        comma = next((i for i in range(start, at) if row[i].tag == "comma"), None)
        start = comma + 1 if comma is not None else start
    joined = start and row[start - 1].tag == "say" and any(one.tag == "and" for one in row[start:at])
    if joined and not any(one.tag in {"actor", "pron"} or one.capital for one in row[start:at]):
        return _speaker_start(row, start - 1)
    while start < at and row[start].tag in {"comma", "and", "quote", "adv", "time", "dash"}:
        start += 1
    return start


def _speaker_end(row: Sequence[Chunk], start: int, at: int) -> int:
    end = at
    while end > start and row[end - 1].tag in {"adv", "have", "be", "do", "neg", "modal", "time", "also", "comma", "and", "to"}:
        end -= 1
    return end


def _according(row: Sequence[Chunk], tokens: Sequence[Token], at: int) -> Speech | None:
    length = _begins(row, at, cues("attribution", "according"))
    begin = at + length
    stop = next((i for i in range(begin, len(row)) if row[i].tag in {"comma", "sub", "rel"} or row[i].word in {".", ";"}), len(row))
    speaker = _speaker(row, tokens, begin, stop, None)
    if not speaker:
        return None
    first = at == 0 or all(one.tag in {"adv", "comma", "and"} for one in row[:at])
    end = len(row) if first else at
    return Speech(stop if first else 0, end, speaker, "", denial=False, at=at)


def _speaker(row: Sequence[Chunk], tokens: Sequence[Token], start: int, end: int, last: Claimant | None) -> Claimant | None:
    if start >= end:
        return None
    part = list(row[start:end])
    if part[-1].word in _PRONOUNS:
        return last
    if part[0].tag == "prep":
        inner = max((i for i, one in enumerate(part) if one.tag == "det" or one.tag == "actor"), default=0)
        part = part[inner:] if part[inner].tag in {"det", "actor"} else part
    side = next((one.actor.party.id for one in part if one.actor and one.actor.party), None)
    head = _head(part, apposed=end < len(row) and row[end].tag == "comma")
    text = _text(tokens, head[0].start, head[-1].end)
    words = {word for one in part for word in re.findall(r"[\w’'-]+", one.word)}
    capital = any(one.capital for one in head)
    kind = _kind(words, side)
    if not capital and not side and kind == "source" and not words & cues("attribution", "source"):
        return None
    return Claimant(text[:_LONGEST_NAME], kind, side if kind == "party" else None)


def _head(part: list[Chunk], *, apposed: bool) -> list[Chunk]:
    """The name without appositions ("Tajuden Soroush, a senior correspondent, said") or what opens ("Notably, he said")."""
    cut = [i for i, one in enumerate(part) if one.tag == "comma"]
    if len(cut) == 1 and not apposed:
        return part[cut[0] + 1 :] or part[: cut[0]]
    if cut and cut[0]:
        first, second = part[: cut[0]], part[cut[0] + 1 : [*cut, len(part)][1]]
        # "A resistance commander, Hamid, …": the name may come second.
        role_first = any(one.capital for one in second) and _kind({one.word for one in first}, None) != "source"
        return part[: cut[0] + 1 + len(second)] if role_first else first
    rel = next((i for i, one in enumerate(part) if one.tag == "rel"), None)
    return part[:rel] if rel else part


def _kind(words: set[str], side: str | None) -> str:
    if side and not words & {"residents", "civilians", "locals", "villagers"}:
        return "party"
    for kind in ("media", "resident", "official"):
        if words & cues("attribution", kind):
            return kind
    return "source"


def _text(tokens: Sequence[Token], start: int, end: int) -> str:
    parts = []
    for index in range(start, end):
        gap = " " if index > start and tokens[index].start > tokens[index - 1].end else ""
        parts.append(gap + tokens[index].text)
    return "".join(parts).strip(" \"“”'’,-–—")


def denial_verb(row: Sequence[Chunk], at: int) -> bool:
    """Whether the verb of saying at chunk `at` denies."""
    return row[at].word.split()[0] in verb_cues("assertion", "denial")
