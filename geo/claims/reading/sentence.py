"""One sentence's events as claims: places, parties, speaker and days filled in, or no claim at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.claims.chunks.chunk import tag_at
from geo.claims.claim import Assertion, DateBasis
from geo.claims.events.find import find_events
from geo.claims.reading.assertion import assertion_of
from geo.claims.reading.filling import Statement, claims_of
from geo.claims.reading.nations import by_nation
from geo.claims.reading.untrue import untrue
from geo.claims.speech.scare import in_scare_quotes
from geo.claims.speech.speeches import covering, hearsay, speeches
from geo.claims.words.lexicon import verb_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.chunks.chunk import Row
    from geo.claims.claim import Claim, Claimant
    from geo.claims.events.event import Event
    from geo.claims.reading.memory import Memory
    from geo.claims.reading.passage import Passage
    from geo.claims.speech.speeches import Speech

_CLOSING = "\"”\u2019')"


@dataclass(frozen=True, slots=True)
class SentenceReading:
    """What a sentence gave.

    Attributes:
        claims: Its claims in the order of the words.
        speeches: What it puts into somebody's mouth.
        speaker: Who speaks in the quotation that it leaves open.
        eventless: No word of it says that anything happens to a place.
    """

    claims: tuple[Claim, ...]
    speeches: tuple[Speech, ...]
    speaker: Claimant | None
    eventless: bool


@dataclass(frozen=True, slots=True)
class _Put:
    """How a sentence puts its events: what it puts into whose mouth, and whether all of it is hearsay."""

    said: tuple[Speech, ...]
    rumour: bool


def read_sentence(passage: Passage, memory: Memory) -> SentenceReading:
    """Read the claims of a sentence.

    Args:
        passage: The sentence.
        memory: What was read before; `speaker` and `event` are brought up to date.

    Returns:
        Its claims, and who speaks.
    """
    said = by_nation(speeches(passage.row, passage.sentence.tokens, memory.speaker), passage.row, memory)
    events = tuple(find_events(passage.row))
    memory.acting = None
    put = _Put(said, rumour=bool(events) and hearsay(passage.row))
    claims = tuple(_remembered(claim, memory) for event in events for claim in _claims(passage, event, put, memory))
    if said:
        memory.speaker = said[-1].speaker
    dated = [claim.event_end for claim in claims if claim.event_end and claim.date_basis is not DateBasis.PUBLISHED]
    memory.event = dated[-1] if dated else memory.event
    speaker = memory.inside or (said[-1].speaker if said else None)
    return SentenceReading(claims, said, speaker, eventless=not events)


def _remembered(claim: Claim, memory: Memory) -> Claim:
    """The claim itself; who acts in it is whom "they" means in the rest of the sentence."""
    memory.acting = claim.actor or memory.acting
    return claim


def _claims(passage: Passage, event: Event, put: _Put, memory: Memory) -> Iterator[Claim]:
    """The claims of one event, as whoever speaks there puts it."""
    row = passage.row
    how = assertion_of(row, event, question=_asked(passage, event))
    if not how:
        return
    action, assertion = how
    if event.rule.vowed and not (assertion is Assertion.PLANNED and _vowed(row, event)):
        return
    speech = covering(put.said, event.at)
    if speech and speech.denial and assertion is Assertion.ASSERTED:
        assertion = Assertion.DENIED
    if speech and speech.denial and assertion is Assertion.PLANNED:
        # "Denied having received orders to attack X": nothing is said of X.
        return
    if assertion is Assertion.ASSERTED and untrue(row, event):
        assertion = Assertion.DENIED
    speaker = None if _aside(row, event, speech) else (speech.speaker if speech else memory.inside or memory.issuer)
    rumour = put.rumour or in_scare_quotes(row, event.at)
    yield from claims_of(passage, event, Statement(action, assertion, speaker, rumour), memory)


def _asked(passage: Passage, event: Event) -> bool:
    """Whether the event stands in a question, also in one that is quoted: "WHY SHOULD WE LEAVE X?" he asked."""
    behind = (one.word for one in passage.row[event.at :] if one.word in {"?", "."})
    return passage.text.rstrip(_CLOSING).endswith("?") or next(behind, "") == "?"


def _vowed(row: Row, event: Event) -> bool:
    """Whether a vow leads to the event: "vowed that it would return to X"."""
    return any(one.word in verb_list("assertion", "vows") for one in row[: event.at])


def _aside(row: Row, event: Event, speech: Speech | None) -> bool:
    """Whether it is a remark of the reporter, not of whoever is reported: ", which is the last stronghold of …"."""
    back = next((i for i in range(event.start - 1, 0, -1) if row[i].tag in {"rel", "say", "sub", "that"}), 0)
    # "VOWED TO march on X, which remained under B's control"
    bound = speech is not None and tag_at(row, speech.at + 1) == "to"
    return (bound or event.voice == "predicate") and row[back].tag == "rel" and tag_at(row, back - 1) == "comma"
