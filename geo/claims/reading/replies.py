"""Short replies: "Kyiv denied this." denies what the sentence before it claims."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.chunks.chunk import tag_at, word_at
from geo.claims.claim import Assertion
from geo.claims.reading.filling import attribution_of
from geo.claims.words.lexicon import word_list

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.claims.chunks.chunk import Row
    from geo.claims.claim import Claim
    from geo.claims.reading.passage import Passage
    from geo.claims.reading.sentence import SentenceReading
    from geo.claims.speech.speeches import Speech

RULE = "reply.denied"
# How far before the verb of denial its negation may stand: "did not immediately deny".
_NEGATION_REACH = 3
_BEHIND_OBJECT = frozenset({"", "comma", "time", "adv", "sub", "prep", "dash", "and", "quote"})
_BEFORE_NOUN = frozenset({"det", "word", "adv"})


def replies(passage: Passage, reading: SentenceReading, before: Sequence[Claim]) -> Iterator[Claim]:
    """Denied copies of what a short reply denies.

    Args:
        passage: A sentence.
        reading: What was read in it.
        before: Claims of the sentence right before it.

    Yields:
        Each asserted claim before the reply, in this sentence ("A took X, Moscow claimed; Kyiv denied this") or else in
        the one before it, as denied by the new speaker. The quote runs to the end of the reply.
    """
    reply = _reply(passage.row, reading.speeches)
    if not reply:
        return
    end = passage.sentence.end
    for claim in _denied(passage, reading, before, reply):
        if claim.assertion is Assertion.ASSERTED and claim.claimant != reply.speaker:
            yield replace(
                claim,
                assertion=Assertion.DENIED,
                claimant=reply.speaker,
                attribution=attribution_of(reply.speaker, rumour=False),
                quote=passage.report.text[claim.start : end],
                end=end,
                rule=RULE,
            )


def _denied(passage: Passage, reading: SentenceReading, before: Sequence[Claim], reply: Speech) -> Sequence[Claim]:
    """The claims that a reply is about; an event whose place is not known still keeps it from reaching further back."""
    if any(one.tag in {"verb", "noun"} for one in passage.row[: reply.at]):
        return [claim for claim in reading.claims if claim.place_start < passage.span(reply.at)[0]]
    return before if reading.eventless else ()


def _reply(row: Row, said: Sequence[Speech]) -> Speech | None:
    """The speech that denies "this" or "the claim", None if none does."""
    for speech in said:
        negated = any(one.tag == "neg" for one in row[max(0, speech.at - _NEGATION_REACH) : speech.at])
        if speech.denial and not negated and _object_is_claim(row, speech.at + 1):
            return speech
    return None


def _object_is_claim(row: Row, at: int) -> bool:
    """Whether a verb's object at `at` is what was said before: "this", "these claims", "the reports as baseless"."""
    end = at + 1
    nouns = word_list("attribution", "reply_nouns")
    if word_at(row, at) in word_list("attribution", "reply_pronouns") and _ends(row, end):
        return True
    while tag_at(row, end) in _BEFORE_NOUN and word_at(row, end) not in nouns:
        end += 1
    return tag_at(row, at) == "det" and word_at(row, end) in nouns and _ends(row, end + 1)


def _ends(row: Row, at: int) -> bool:
    return tag_at(row, at) in _BEHIND_OBJECT or not any(char.isalnum() for char in word_at(row, at))
