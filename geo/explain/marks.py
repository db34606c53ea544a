"""Marks in a sentence: places, who fights, who speaks, days, and the words that made a claim or failed to."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from gazetteer.place import Resolved, Unknown
from geo.claims.reading.antecedents import antecedents
from geo.claims.reading.parties import party_at
from geo.claims.speech.speeches import covering
from geo.explain.silence import given_by
from geo.explain.wording import could_be, days_words, place_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from gazetteer import Gazetteer
    from gazetteer.place import Resolution
    from geo.claims.claim import Claim
    from geo.claims.events.event import Event
    from geo.claims.reading.report import Step


class MarkKind(StrEnum):
    """What a marked stretch of text is."""

    PLACE = "place"
    DOUBT = "doubt"  # a name that could be several places, or is none that is known
    SIDE = "side"
    SPEECH = "speech"
    DAY = "day"
    EVENT = "event"  # the words that a claim comes from
    SILENT = "silent"  # words of control that gave no claim


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A marked stretch of a report's text.

    Attributes:
        start: First code point.
        end: One past the last; marks never overlap.
        kind: What it is.
        note: What it was read as, in a few words.
        claims: Ids of the claims that it belongs to; only for events.
    """

    start: int
    end: int
    kind: MarkKind = field(compare=False)
    note: str = field(compare=False)
    claims: tuple[str, ...] = field(compare=False, default=())


def marks(
    step: Step, events: Iterable[Event], claims: Iterable[Claim], silent: Mapping[int, str], gazetteer: Gazetteer
) -> tuple[Mark, ...]:
    """Mark a sentence.

    Args:
        step: The sentence as it was read.
        events: What happens in it.
        claims: Those of its claims that the report keeps.
        silent: Chunk → why it gave no claim.
        gazetteer: Names of units.

    Returns:
        Marks in the order of the text, not overlapping.
    """
    read = tuple(events)
    by_place = {at for event in read for at in event.places}
    by_actor = {at for event in read for at in (*event.actors, *event.opponents)}
    found = [
        *_event_marks(step, read, claims, silent),
        *_place_marks(step, by_place, gazetteer),
        *_speech_marks(step),
        *_side_marks(step, by_actor),
        *_day_marks(step),
    ]
    return tuple(_apart(found))


def _event_marks(
    step: Step, events: Iterable[Event], claims: Iterable[Claim], silent: Mapping[int, str]
) -> Iterator[Mark]:
    kept = tuple(claims)
    for at, why in silent.items():
        yield Mark(*step.passage.span(at), MarkKind.SILENT, why)
    for event in events:
        if event.at not in silent:
            ids = tuple(claim.id for claim in given_by(event, step, kept))
            yield Mark(*step.passage.span(event.at), MarkKind.EVENT, f"{event.action} (rule {event.name})", ids)


def _place_marks(step: Step, used: Collection[int], gazetteer: Gazetteer) -> Iterator[Mark]:
    for at, one in enumerate(step.passage.row):
        if one.places:
            yield from (_place_mark(resolution, gazetteer) for resolution in one.places)
        elif at in used and one.tag != "actor":
            meant = [r for r in antecedents(step.passage.row, at, step.memory) if isinstance(r, Resolved)]
            note = f"points back to {' and '.join(r.place.name for r in meant)}" if meant else "points back to no place"
            yield Mark(*step.passage.span(at), MarkKind.PLACE if meant else MarkKind.DOUBT, note)


def _place_mark(resolution: Resolution, gazetteer: Gazetteer) -> Mark:
    mention = resolution.mention
    if isinstance(resolution, Resolved):
        doubt = could_be((candidate.place for candidate in resolution.runners_up), gazetteer)
        note = "; ".join(filter(None, (place_words(resolution.place, gazetteer), doubt)))
        return Mark(mention.start, mention.end, MarkKind.PLACE, note)
    candidates = () if isinstance(resolution, Unknown) else resolution.candidates
    doubt = could_be((candidate.place for candidate in candidates), gazetteer)
    return Mark(mention.start, mention.end, MarkKind.DOUBT, f"not placed; {doubt}" if doubt else resolution.why)


def _speech_marks(step: Step) -> Iterator[Mark]:
    for speech in step.reading.speeches:
        denial = ", who denies it" if speech.denial else ""
        yield Mark(*step.passage.span(speech.at), MarkKind.SPEECH, f"says {speech.speaker.name}{denial}")


def _side_marks(step: Step, used: Collection[int]) -> Iterator[Mark]:
    for at, one in enumerate(step.passage.row):
        if one.actor is None and at not in used:
            continue
        speech = covering(step.reading.speeches, at)
        speaker = speech.speaker if speech else step.memory.inside
        party = party_at(step.passage.row, at, step.memory, speaker)
        pointing = one.actor is None or one.actor.party is None
        lead = "points back to " if pointing else ""
        yield Mark(*step.passage.span(at), MarkKind.SIDE, f"{lead}{party.name}" if party else "nobody in particular")


def _day_marks(step: Step) -> Iterator[Mark]:
    for at, one in enumerate(step.passage.row):
        if one.when and not one.when.from_main:
            yield Mark(*step.passage.span(at), MarkKind.DAY, days_words(one.when.first, one.when.last))


def _apart(found: Iterable[Mark]) -> Iterator[Mark]:
    """Of marks that overlap only the first of each; what was found first comes first."""
    taken: list[Mark] = []
    for mark in found:
        if mark.start < mark.end and all(mark.end <= other.start or other.end <= mark.start for other in taken):
            taken.append(mark)
    yield from sorted(taken)
