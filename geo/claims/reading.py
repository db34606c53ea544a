"""One sentence's events as claims: places, parties, speaker and days filled in, or no claim at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazetteer.place import Kind, Resolved
from geo.claims.actors import slug
from geo.claims.assertion import assertion_of
from geo.claims.attribution import Speech, covering, hearsay, speeches
from geo.claims.casualties import deaths
from geo.claims.chunks import HELD
from geo.claims.claim import Action, Assertion, Attribution, Claim, Claimant, DateBasis, Party
from geo.claims.lexicon import verb_rules
from geo.claims.nouns import held_event, noun_event
from geo.claims.verbs import verb_event

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.claims.chunks import Chunk
    from geo.claims.dates import When
    from geo.claims.events import Event
    from geo.claims.memory import Memory
    from geo.claims.tokens import Sentence
    from geo.reports.report import Report

_NEEDS_ACTOR = frozenset({Action.HOLDS, Action.ADVANCES, Action.BESIEGES})
# How much is left of a reading's directness after each step that was not said outright.
_POINTED_BACK = 0.8
_NO_ACTOR = 0.8
_RIVAL_MEANT = 0.7
# Words by which a speaker means those on the speaker's own side.
_OWN = frozenset({"we", "us", "its", "his", "our"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sentence gave: its claims, and who speaks in the quotation that it leaves open."""

    claims: tuple[Claim, ...]
    speaker: Claimant | None


def read_sentence(report: Report, sentence: Sentence, row: Sequence[Chunk], memory: Memory) -> Reading:
    """Read the claims of a sentence.

    Args:
        report: Where it stands.
        sentence: Its offsets and tokens.
        row: Its chunks.
        memory: What was read before; `speaker` and `event` are brought up to date.

    Returns:
        Its claims in the order of the words.
    """
    said = speeches(row, sentence.tokens, memory.speaker)
    question = report.text[sentence.start : sentence.end].rstrip("\"”’')").endswith("?")
    claims: list[Claim] = []
    for event in _events(row):
        how = assertion_of(row, event, question=question)
        if how:
            speech = covering(said, event.at)
            claims.extend(_claims(report, sentence, row, memory, event, how, speech))
    for speech in said:
        memory.speaker = speech.speaker or memory.speaker
    dated = [claim.event_end for claim in claims if claim.event_end and claim.date_basis is not DateBasis.PUBLISHED]
    memory.event = dated[-1] if dated else memory.event
    return Reading(tuple(claims), memory.inside or (said[-1].speaker if said else None))


def _events(row: Sequence[Chunk]) -> Iterator[Event]:
    hold = next(rule for rule in verb_rules() if rule.name == "hold")
    for at, one in enumerate(row):
        event = None
        if one.tag == "verb":
            event = verb_event(row, at) or noun_event(row, at)
        elif one.tag == "noun":
            event = noun_event(row, at)
        elif one.tag == "held" and one.word in HELD:
            event = held_event(row, at, hold)
        if event:
            yield event


def _claims(  # noqa: PLR0913 - one claim needs the report, the words, what was read before, and how it was put
    report: Report,
    sentence: Sentence,
    row: Sequence[Chunk],
    memory: Memory,
    event: Event,
    how: tuple[Action, Assertion],
    speech: Speech | None,
) -> Iterator[Claim]:
    action, assertion = how
    speaker = (speech.speaker if speech else None) or memory.inside
    if _aside(row, event):
        speaker = None
    if speech and speech.denial and assertion is Assertion.ASSERTED:
        assertion = Assertion.DENIED
    actor = _actor(row, event, memory, speaker)
    opponent = _party(row, event.opponents[0], memory) if event.opponents else None
    if opponent is None and len(event.actors) > 1:
        opponent = _party(row, event.actors[1], memory)
    when = _when(row, event, assertion, report)
    toll = deaths(report.text[sentence.start : sentence.end])
    attribution = _attribution(speaker, said=hearsay(row))
    if actor is None and (action in _NEEDS_ACTOR or (action is Action.FIGHTS and any(row[at].tag != "place" for at in event.places))):
        return
    for at in event.places:
        for resolution in row[at].places or memory.places(row, at):
            if not isinstance(resolution, Resolved) or resolution.place.kind is Kind.COUNTRY:
                continue
            text, start = _words(row, at, resolution, sentence, report)
            yield Claim(
                report=report.id,
                place=resolution.place,
                place_text=text,
                place_start=start,
                action=action,
                actor=actor,
                opponent=opponent if opponent != actor else None,
                assertion=assertion,
                attribution=attribution,
                claimant=speaker,
                event_start=when.first if when else report.published,
                event_end=when.last if when else report.published,
                date_text=report.text[when.start : when.end] if when else "",
                date_basis=when.basis if when else DateBasis.PUBLISHED,
                published=report.published,
                quote=report.text[sentence.start : sentence.end],
                start=sentence.start,
                end=sentence.end,
                rule=event.name,
                confidence=_confidence(row, at, event, actor),
                recapture=event.rule.again,
                partial=event.partial,
                runners_up=tuple(candidate.place.id for candidate in resolution.runners_up),
                deaths_low=toll.low if toll else None,
                deaths_high=toll.high if toll else None,
                casualties_text=toll.text if toll else "",
            )


def _aside(row: Sequence[Chunk], event: Event) -> bool:
    """", which is the last stronghold of …": a remark of the reporter, not of whoever is reported."""
    back = next((i for i in range(event.start - 1, 0, -1) if row[i].tag in {"rel", "say", "sub", "that"}), None)
    return event.voice == "predicate" and back is not None and row[back].tag == "rel" and row[back - 1].tag == "comma"


def _words(row: Sequence[Chunk], at: int, resolution: Resolved, sentence: Sentence, report: Report) -> tuple[str, int]:
    """The words for the place in this sentence: its name, or "the district" where the sentence points back to it."""
    mention = resolution.mention
    if row[at].tag == "place":
        return mention.text, mention.start
    start, end = sentence.tokens[row[at].start].start, sentence.tokens[row[at].end - 1].end
    return report.text[start:end], start


def _actor(row: Sequence[Chunk], event: Event, memory: Memory, speaker: Claimant | None) -> Party | None:
    party = _party(row, event.actors[0], memory, speaker) if event.actors else None
    if event.rival and party:
        return memory.rival(party)
    if event.rival and event.opponents:
        return None
    if party is None and not event.actors and event.rule.good and speaker and speaker.side:
        known = memory.parties.get(speaker.side)
        return known or Party(speaker.side, speaker.name, speaker.name)
    return party


def _party(row: Sequence[Chunk], at: int, memory: Memory, speaker: Claimant | None = None) -> Party | None:
    one = row[at]
    if speaker and one.tag in {"actor", "pron"} and one.word.split()[0] in _OWN and not (one.actor and one.actor.party):
        return memory.parties.get(speaker.side) if speaker.side else None
    if one.actor and one.actor.party:
        return one.actor.party
    if one.tag in {"actor", "pron"}:
        if one.actor and one.actor.vague:
            return None
        here = [chunk.actor for chunk in row[:at] if chunk.actor and chunk.actor.party]
        if one.word in {"he", "she", "him", "her"}:
            persons = [actor.party for actor in here if actor.person]
            return persons[-1] if persons else memory.person
        groups = [actor.party for actor in here if not actor.person]
        if groups:
            return groups[0] if here[0].party == groups[0] and not here[0].person else groups[-1]
        return here[0].party if here else memory.doer
    return None if one.tag != "word" else Party(slug(one.word), one.word.capitalize(), one.word.capitalize())


def _attribution(speaker: Claimant | None, *, said: bool) -> Attribution:
    if speaker:
        return Attribution.CLAIMED if speaker.kind == "party" else Attribution.REPORTED
    return Attribution.REPORTED if said else Attribution.STATED


def _when(row: Sequence[Chunk], event: Event, assertion: Assertion, report: Report) -> When | None:
    """The time said for an event: nearest in its clause, else one that opens the sentence, else when it was said."""
    times = [at for at, one in enumerate(row) if one.when]
    usable = [at for at in times if assertion is Assertion.PLANNED or not _future(row[at].when, report)]
    spoken = [at for at in usable if _with_speech(row, at)]
    own = [at for at in usable if at not in spoken and not _walled(row, at, event.at)]
    front = [at for at in usable if at <= 1 and at not in spoken]
    best = min(own, key=lambda at: abs(at - event.at), default=None)
    for choice in (best, *front, *spoken):
        if choice is not None:
            return row[choice].when
    return None


def _future(when: When | None, report: Report) -> bool:
    return when is not None and when.first is not None and when.first > report.published


def _with_speech(row: Sequence[Chunk], at: int) -> bool:
    """Whether a time belongs to the saying ("said on Friday", "media reports on Friday"), not to what is said."""
    before = row[at - 1] if at else None
    after = row[at + 1] if at + 1 < len(row) else None
    if before is not None and (before.tag == "say" or before.word in {"reports", "report", "statement", "tweet", "reporters"}):
        return True
    return after is not None and after.tag == "say"


def _walled(row: Sequence[Chunk], one: int, other: int) -> bool:
    low, high = sorted((one, other))
    return any(chunk.tag in {"sub", "say", "rel"} or chunk.word in {";", ":"} for chunk in row[low + 1 : high])


def _confidence(row: Sequence[Chunk], place: int, event: Event, actor: Party | None) -> float:
    value = 1.0
    if row[place].tag != "place" or any(row[i].tag == "pron" for i in event.actors):
        value *= _POINTED_BACK
    if actor is None:
        value *= _NO_ACTOR
    if event.rival:
        value *= _RIVAL_MEANT
    return round(value, 2)
