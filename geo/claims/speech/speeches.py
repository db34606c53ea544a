"""Everything that a sentence puts into somebody's mouth."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from geo.claims.chunks.chunk import tag_at
from geo.claims.clauses.asides import before_aside
from geo.claims.speech.extent import said_end, speaker_end, speaker_start
from geo.claims.speech.order import closes_sentence, inverted, is_inserted, unspoken
from geo.claims.speech.speaker import speaker
from geo.claims.words.lexicon import first_words, word_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.claims.chunks.chunk import Row
    from geo.claims.claim import Claimant
    from geo.claims.sentences.tokens import Token

_LONGEST_PHRASE = 4
_FINITE = frozenset({"be", "have", "do", "modal", "verb", "say", "neg"})
_BEHIND_SPEAKER = frozenset({"comma", "sub", "dash", "time", "say", "prep"})


@dataclass(frozen=True, slots=True)
class Speech:
    """Somebody's words.

    Attributes:
        start: First chunk of what is said.
        end: One past its last.
        speaker: Who says it.
        denial: What is said is denied.
        at: The chunk of the verb of saying.
    """

    start: int
    end: int
    speaker: Claimant
    denial: bool
    at: int


def speeches(row: Row, tokens: Sequence[Token], last: Claimant | None) -> tuple[Speech, ...]:
    """Everything that a sentence puts into somebody's mouth.

    Args:
        row: The sentence.
        tokens: Its tokens.
        last: The speaker named last before it, for "he said".

    Returns:
        Speeches in order; one may lie within another ("Soroush, citing former officials").
    """
    found: list[Speech] = []
    sources = first_words("attribution", "according")
    # Most chunks are neither; those of several words are looked at by their first.
    likely = [at for at, one in enumerate(row) if one.tag == "say" or one.word.partition(" ")[0] in sources]
    for at in likely:
        if row[at].tag == "say":
            speech = _cited(row, tokens, at) or _said(row, tokens, at, last)
        else:
            speech = _according(row, tokens, at)
        if speech:
            found.append(speech)
            last = speech.speaker
    return tuple(found)


def covering(found: Sequence[Speech], at: int) -> Speech | None:
    """The innermost speech that holds chunk `at`, or None."""
    inside = [speech for speech in found if speech.start <= at < speech.end and speech.at != at]
    return min(inside, key=lambda speech: (speech.end - speech.start, speech.start), default=None)


def hearsay(row: Row) -> bool:
    """Whether "reportedly", "unconfirmed" or the like stands in the sentence."""
    words = f" {' '.join([one.word for one in row])} "
    return any(map(words.__contains__, _hearsay()))


@cache
def _hearsay() -> tuple[str, ...]:
    """The cues as they stand among other words."""
    return tuple(f" {cue} " for cue in word_list("attribution", "hearsay"))


def _said(row: Row, tokens: Sequence[Token], at: int, last: Claimant | None) -> Speech | None:
    """The speech of the verb of saying at chunk `at`."""
    if unspoken(row, at):
        return None
    denial = row[at].say in word_list("assertion", "denial")
    quoted = _quoted(row, tokens, at)
    if quoted:
        return Speech(at + 1, said_end(row, at), quoted, denial, at)
    who = _speaker_behind(row, tokens, at, last) if inverted(row, at) else None
    if who:
        return Speech(0, at, who, denial, at)
    inserted = is_inserted(row, at)
    closes = inserted or closes_sentence(row, at)
    # "The Houthis, who hold X, denied": the speaker stands before what commas enclose.
    verb = before_aside(row, at - 1) + 1
    start = speaker_start(row, verb, closes=closes and verb == at)
    end = speaker_end(row, start, verb)
    adding = row[at].word.endswith("ing") and tag_at(row, at - 1) == "comma" and any(c.tag == "say" for c in row[:at])
    # "The army denied losing X AND SAID …"
    again = tag_at(row, at - 1) == "and" and _speaks_before(row, at)
    shared = adding or again or (start >= end and tag_at(row, at - 1) == "and")
    if shared:
        # "The ministry did not mention X, but SAID …": who the sentence is about says so.
        who = last if adding or _speaks_before(row, at) else _subject(row, tokens, start) or last
    else:
        who = speaker(row, tokens, start, end, last=_he(row, tokens, start, end) or last)
    if not who:
        return None
    first, stop = (0, start) if closes else (at + 1, said_end(row, at))
    if inserted:
        first, stop = 0, len(row)
    if tag_at(row, start - 1) == "quote" and any(one.tag == "quote" for one in row[at:]):
        # "…," he said, "…": what is said stands on both sides.
        first, stop = 0, len(row)
    return Speech(first, stop, who, denial, at)


def _quoted(row: Row, tokens: Sequence[Token], at: int) -> Claimant | None:
    """The speaker of "quoted a councillor AS SAYING": whoever is quoted."""
    if not (row[at].word.endswith("ing") and row[at - 1].word == "as"):
        return None
    quoting = next((i for i in range(at - 2, -1, -1) if row[i].tag == "say"), -1)
    return speaker(row, tokens, quoting + 1, at - 1) if quoting >= 0 else None


def _speaks_before(row: Row, at: int) -> bool:
    return any(one.tag == "say" for one in row[:at])


def _subject(row: Row, tokens: Sequence[Token], stop: int) -> Claimant | None:
    """Whom a sentence is about, where they could speak."""
    verb = next((i for i in range(stop) if row[i].tag in _FINITE), 0)
    subject = speaker(row, tokens, 0, verb)
    return subject if subject and subject.kind in {"official", "party"} else None


def _he(row: Row, tokens: Sequence[Token], start: int, end: int) -> Claimant | None:
    """Who "he" or "she" is: whom the sentence is about ("The governor was cautious: … , he told Reuters")."""
    if end - start != 1 or row[start].word not in {"he", "she"} or row[0].tag == "quote":
        return None
    subject = _subject(row, tokens, start)
    # "Soldiers entered X, HE SAID": one person is none of them.
    last = subject.name.lower().split()[-1] if subject else ""
    several = last in word_list("actors", "members") and last not in word_list("actors", "spokesmen")
    return None if several else subject


def _speaker_behind(row: Row, tokens: Sequence[Token], at: int, last: Claimant | None) -> Claimant | None:
    """The speaker of "…, said a local official on Friday"."""
    ends = (i for i in range(at + 1, len(row)) if row[i].tag in _BEHIND_SPEAKER or row[i].word == ".")
    return speaker(row, tokens, at + 1, next(ends, len(row)), last=last)


def _according(row: Row, tokens: Sequence[Token], at: int) -> Speech | None:
    """The speech of "according to …" at chunk `at`."""
    length = _begins(row, at, word_list("attribution", "according"))
    if not length:
        return None
    begin = at + length
    ends = (i for i in range(begin, len(row)) if row[i].tag in {"comma", "sub", "rel"} or row[i].word in {".", ";"})
    stop = next(ends, len(row))
    who = speaker(row, tokens, begin, stop)
    if not who:
        return None
    if all(one.tag in {"adv", "comma", "and"} for one in row[:at]):
        return Speech(stop, len(row), who, denial=False, at=at)
    return Speech(0, at, who, denial=False, at=at)


def _cited(row: Row, tokens: Sequence[Token], at: int) -> Speech | None:
    """The speech of whoever is cited between commas: "The radio, CITING officers, said X had fallen"."""
    stop = next((i for i in range(at + 1, len(row)) if row[i].tag == "comma"), len(row))
    enclosed = tag_at(row, at - 1) == "comma" and tag_at(row, stop + 1) in {"say", "that"}
    if not enclosed or not _begins(row, at, word_list("attribution", "according")):
        return None
    who = speaker(row, tokens, at + 1, stop)
    # "… reported, quoting an officer, THAT X had fallen"
    begin = stop + (tag_at(row, stop + 1) == "say")
    return Speech(begin + 1, said_end(row, begin), who, denial=False, at=at) if who else None


def _begins(row: Row, at: int, phrases: frozenset[str]) -> int:
    """Number of chunks from `at` on that make one of the phrases, 0 if none."""
    for length in range(min(_LONGEST_PHRASE, len(row) - at), 0, -1):
        if " ".join(one.word for one in row[at : at + length]) in phrases:
            return length
    return 0
