"""A report with its place names resolved → its claims, sentence by sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.chunks.group import group
from geo.claims.chunks.read import read_chunks
from geo.claims.reading.memory import overview
from geo.claims.reading.passage import Passage
from geo.claims.reading.replies import replies
from geo.claims.reading.sentence import read_sentence
from geo.claims.sentences.cut import sentences
from geo.claims.sentences.quotations import quotations
from geo.claims.speech.quoted import QuotedSpeech
from geo.claims.times.find import find_times

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from gazetteer.place import Resolution
    from geo.claims.actors.finder import ActorFinder
    from geo.claims.chunks.chunk import Row
    from geo.claims.claim import Claim
    from geo.claims.reading.memory import Memory
    from geo.claims.sentences.cut import Sentence
    from geo.reports.report import Report


def read_report(report: Report, resolutions: Iterable[Resolution], finder: ActorFinder) -> tuple[Claim, ...]:
    """Read a report's claims.

    Args:
        report: What to read.
        resolutions: What each place name in it means.
        finder: Who fights.

    Returns:
        Claims in the order of the text, each once.
    """
    rows = tuple(sentences(report.text, report.body))
    places = {resolution.mention.start: resolution for resolution in resolutions}
    memory = overview(rows, finder)
    quoted = QuotedSpeech(quotations(report.text, report.body))
    claims: dict[str, Claim] = {}
    before: tuple[Claim, ...] = ()
    for sentence in rows:
        passage = Passage(report, sentence, _row(report, sentence, places, finder, memory))
        memory.inside = quoted.speaker_in(sentence)
        reading = read_sentence(passage, memory)
        claims.update((claim.id, claim) for claim in (*reading.claims, *replies(passage, reading, before)))
        quoted.remember(sentence, reading.speaker)
        memory.read(passage.row, next((claim.actor for claim in reading.claims if claim.actor), None))
        before = reading.claims
    return tuple(claims.values())


def _row(
    report: Report,
    sentence: Sentence,
    places: Mapping[int, Resolution],
    finder: ActorFinder,
    memory: Memory,
) -> Row:
    """The sentence's chunks; where a place name is also a time ("Wednesday market"), it is the place."""
    found = find_times(report.text, sentence.start, sentence.end, report.published, memory.event)
    times = {when.start: when for when in found if when.start not in places}
    return group(read_chunks(sentence.tokens, places, times, finder), finder)
