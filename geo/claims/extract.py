"""A report in, its claims out: sentences → chunks → events → claims, with who says it, when, and how surely."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazetteer import find_mentions, resolve_mentions
from gazetteer.place import Ambiguous, Unknown
from geo.claims.actors import ActorFinder
from geo.claims.chunks import chunk
from geo.claims.dates import find_times
from geo.claims.groups import group
from geo.claims.memory import Memory
from geo.claims.quotes import begun, continued, quotations
from geo.claims.reading import read_sentence
from geo.claims.tokens import sentences

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from gazetteer import Gazetteer
    from gazetteer.place import Resolution
    from geo.claims.chunks import Chunk
    from geo.claims.claim import Claim
    from geo.claims.tokens import Sentence
    from geo.profile import Profile
    from geo.reports.report import Report


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A name that was found but not placed.

    Attributes:
        report: Id of the report.
        text: The name as written.
        start: Its offset in the report's text.
        why: One sentence.
        candidates: Names of the places it could be, likeliest first; empty where none is known.
    """

    report: str
    text: str
    start: int
    why: str
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one report gave: its claims in the order of the text, and the names that found no place."""

    claims: tuple[Claim, ...]
    unplaced: tuple[Unplaced, ...]


def extract(report: Report, profile: Profile, gazetteer: Gazetteer) -> Extraction:
    """Read the control claims of a report.

    Args:
        report: What to read.
        profile: Names of the sides; may be empty.
        gazetteer: Where place names are looked up.

    Returns:
        Claims whose quotes are slices of the report's text, and the names that were not placed.
    """
    finder = ActorFinder(profile, {country.id: country.name for country in gazetteer.countries()})
    resolutions = _resolutions(report, profile, gazetteer)
    rows = tuple(sentences(report.text, report.body))
    memory = _overview(rows, finder)
    quoted = quotations(report.text, report.body)
    claims: dict[str, Claim] = {}
    for sentence in rows:
        row = _row(report, sentence, resolutions, finder, memory)
        goes_on, begins = continued(quoted, sentence), begun(quoted, sentence)
        memory.inside = memory.quoted.get(goes_on.start) if goes_on else None
        reading = read_sentence(report, sentence, row, memory)
        claims.update((claim.id, claim) for claim in reading.claims)
        if begins:
            memory.quoted[begins.start] = reading.speaker
        memory.read(row, next((claim.actor for claim in reading.claims if claim.actor), None))
    return Extraction(without_vaguer(claims.values()), tuple(_unplaced(report, resolutions.values())))


def without_vaguer(claims: Collection[Claim]) -> tuple[Claim, ...]:
    """Leave out claims that name nobody where the report says the same with names."""
    named = {(claim.place.id, claim.action, claim.assertion) for claim in claims if claim.actor}
    return tuple(claim for claim in claims if claim.actor or (claim.place.id, claim.action, claim.assertion) not in named)


def _resolutions(report: Report, profile: Profile, gazetteer: Gazetteer) -> dict[int, Resolution]:
    """First code point of each mention in the report's body → what it means."""
    persons = [n for side in profile.sides for actor in side.actors for n in (actor.name, *actor.aliases)]
    mentions = find_mentions(report.text, gazetteer, not_places=persons)
    inside = [m for m in mentions if any(span.start <= m.start and m.end <= span.end for span in report.body)]
    resolved = resolve_mentions(report.text, inside, gazetteer, countries=profile.countries)
    return {mention.start: resolution for mention, resolution in zip(inside, resolved, strict=True)}


def _overview(rows: Iterable[Sentence], finder: ActorFinder) -> Memory:
    """Count who is named in the whole report before reading it."""
    memory = Memory()
    for sentence in rows:
        for span in finder.find(sentence.tokens):
            if span.party:
                memory.weights[span.party.id] += 1
                memory.parties.setdefault(span.party.id, span.party)
    return memory


def _row(
    report: Report, sentence: Sentence, resolutions: Mapping[int, Resolution], finder: ActorFinder, memory: Memory
) -> tuple[Chunk, ...]:
    found = find_times(report.text, sentence.start, sentence.end, report.published, memory.event)
    times = {when.start: when for when in found if when.start not in resolutions}
    return group(chunk(sentence.tokens, resolutions, times, finder), finder)


def _unplaced(report: Report, resolutions: Iterable[Resolution]) -> Iterable[Unplaced]:
    for resolution in resolutions:
        mention = resolution.mention
        if isinstance(resolution, Unknown):
            yield Unplaced(report.id, mention.text, mention.start, resolution.why)
        elif isinstance(resolution, Ambiguous):
            names = tuple(candidate.place.name for candidate in resolution.candidates)
            yield Unplaced(report.id, mention.text, mention.start, resolution.why, names)


