"""An event and how it is put → one claim for each of its places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazetteer.place import Kind, Resolved
from geo.claims.claim import Action, Assertion, Attribution, Claim, Claimant, DateBasis, Party
from geo.claims.events.event import SIDED
from geo.claims.reading.antecedents import antecedents, seat_named
from geo.claims.reading.casualties import Deaths, deaths
from geo.claims.reading.days import when_of
from geo.claims.reading.inferring import inferred
from geo.claims.reading.parties import actor_of, opponent_of
from geo.claims.words.lexicon import word_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gazetteer.place import Place
    from geo.claims.chunks.chunk import Row
    from geo.claims.events.event import Event
    from geo.claims.reading.memory import Memory
    from geo.claims.reading.passage import Passage

# Ends the name of a rule where who does it was not said, but told by what was read before.
INFERRED = ".inferred"
# How much is left of a reading's directness after each step that was not said outright.
_POINTED_BACK = 0.8
_NO_ACTOR = 0.8
_RIVAL_MEANT = 0.7


@dataclass(frozen=True, slots=True)
class Statement:
    """How an event is put: what happens, whether it is so, who says it, and whether it is only rumoured."""

    action: Action
    assertion: Assertion
    speaker: Claimant | None
    rumour: bool


def claims_of(passage: Passage, event: Event, put: Statement, memory: Memory) -> Iterator[Claim]:
    """Fill in an event's claims.

    Args:
        passage: The sentence.
        event: Read from it.
        put: How the sentence puts the event.
        memory: What was read before.

    Yields:
        One claim for each place that is resolved and not too wide; none where a side is needed and not named.
    """
    report, sentence, row = passage.report, passage.sentence, passage.row
    actor = actor_of(row, event, memory, put.speaker)
    alone = (put.assertion is Assertion.DENIED and not event.actors) or _stands_alone(row, event, put.action)
    toll = deaths(passage.text) or Deaths(None, None, "")
    for at, resolution in _places(passage, event, memory):
        doer = actor or inferred(event, resolution.place, memory, put.assertion)
        if doer is None and not alone:
            continue
        text, start = _words(passage, at, resolution)
        when = when_of(row, event, put.assertion, report.published, place=at)
        yield Claim(
            report=report.id,
            place=resolution.place,
            place_text=text,
            place_start=start,
            action=put.action,
            actor=doer,
            opponent=opponent_of(row, event, memory, doer),
            assertion=put.assertion,
            attribution=attribution_of(put.speaker, rumour=put.rumour),
            claimant=put.speaker,
            event_start=when.first if when else report.published,
            event_end=when.last if when else report.published,
            date_text=report.text[when.start : when.end] if when else "",
            date_basis=when.basis if when else DateBasis.PUBLISHED,
            published=report.published,
            quote=passage.text,
            start=sentence.start,
            end=sentence.end,
            rule=event.name if doer is actor else f"{event.name}{INFERRED}",
            confidence=_confidence(row, at, event, actor),
            recapture=event.rule.again,
            partial=event.partial or _is_part(passage, event, at),
            runners_up=tuple(candidate.place.id for candidate in resolution.runners_up),
            deaths_low=toll.low,
            deaths_high=toll.high,
            casualties_text=toll.text,
        )


def attribution_of(speaker: Claimant | None, *, rumour: bool) -> Attribution:
    """Whose word it is: a party's, a third party's (also "reportedly"), or the reporter's own."""
    if speaker:
        return Attribution.CLAIMED if speaker.kind == "party" else Attribution.REPORTED
    return Attribution.REPORTED if rumour else Attribution.STATED


def _stands_alone(row: Row, event: Event, action: Action) -> bool:
    """Whether an event is worth a claim though nobody is known who does it."""
    if action is Action.FIGHTS:
        return all(row[at].tag == "place" for at in event.places)
    return action not in SIDED


def _places(passage: Passage, event: Event, memory: Memory) -> Iterator[tuple[int, Resolved]]:
    """The event's places with the chunks that name them or point back to them."""
    row = passage.row
    for at in event.places:
        for named in row[at].places or antecedents(row, at, memory):
            resolution = seat_named(row, at, named, memory) if _is_seat(passage, at) else named
            if isinstance(resolution, Resolved) and not _too_wide(resolution.place):
                yield at, resolution


def _is_seat(passage: Passage, at: int) -> bool:
    """Whether a chunk is "the CAPITAL of X"."""
    one = passage.row[at]
    first = passage.sentence.tokens[one.start].lower
    return one.tag == "place" and one.partial and first in word_list("places", "seats")


def _is_part(passage: Passage, event: Event, at: int) -> bool:
    """Whether a statement is about a part of the place: "THE PORT of X is in their hands"."""
    state = event.voice == "predicate" and event.action in {Action.HOLDS, Action.TAKES}
    return state and passage.row[at].partial and not _is_seat(passage, at)


def _too_wide(place: Place) -> bool:
    """Whether nobody can mean to hold it: a country, or a region of several ("the Middle East")."""
    return place.kind is Kind.COUNTRY or not place.country


def _words(passage: Passage, at: int, resolution: Resolved) -> tuple[str, int]:
    """The words for the place in this sentence: its name, or "the district" where the sentence points back to it."""
    if resolution in passage.row[at].places:
        return resolution.mention.text, resolution.mention.start
    start, end = passage.span(at)
    return passage.report.text[start:end], start


def _confidence(row: Row, place: int, event: Event, actor: Party | None) -> float:
    value = 1.0
    if row[place].tag != "place" or any(row[at].tag == "pron" for at in event.actors):
        value *= _POINTED_BACK
    if actor is None:
        value *= _NO_ACTOR
    if event.rival:
        value *= _RIVAL_MEANT
    return round(value, 2)
