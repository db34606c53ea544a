"""A report with its place names resolved → its claims, sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from geo.claims.actors.defined import defined, with_defined
from geo.claims.chunks.group import group
from geo.claims.chunks.read import read_chunks
from geo.claims.claim import Assertion
from geo.claims.reading.home import home_of, settled
from geo.claims.reading.issuer import issuer
from geo.claims.reading.memory import Memory, overview
from geo.claims.reading.nations import without_bystanders
from geo.claims.reading.passage import Passage
from geo.claims.reading.replies import replies
from geo.claims.reading.sentence import read_sentence
from geo.claims.reading.untrue import takes_back
from geo.claims.sentences.cut import sentences
from geo.claims.sentences.quotations import quotations
from geo.claims.speech.quoted import QuotedSpeech
from geo.claims.speech.speeches import speeches
from geo.claims.times.find import find_times

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from gazetteer.place import Resolution
    from geo.claims.actors.finder import ActorFinder
    from geo.claims.actors.span import ActorSpan
    from geo.claims.claim import Claim, Claimant
    from geo.claims.reading.sentence import SentenceReading
    from geo.claims.sentences.cut import Sentence
    from geo.claims.times.when import When
    from geo.reports.report import Report, Span


# Who chooses a profile for a report asks who is named in it, and who reads it then asks again.
@lru_cache(maxsize=8)
def named_in(text: str, body: tuple[Span, ...], finder: ActorFinder) -> tuple[tuple[ActorSpan, ...], ...]:
    """Who is named in a text.

    Args:
        text: The whole text.
        body: The spans of it that are read.
        finder: Who fights.

    Returns:
        Those who fight, sentence by sentence.
    """
    return tuple(finder.find(sentence.tokens) for sentence in sentences(text, body))


@dataclass(frozen=True, slots=True)
class Step:
    """A sentence that was just read.

    Attributes:
        passage: The sentence.
        reading: What was read in it.
        claims: Its claims, and those that it denies as a reply to what was said before it.
        memory: What was read up to it. Good only until the next step is asked for.
    """

    passage: Passage
    reading: SentenceReading
    claims: tuple[Claim, ...]
    memory: Memory


def read_report(report: Report, resolutions: Iterable[Resolution], finder: ActorFinder) -> tuple[Claim, ...]:
    """Read a report's claims.

    Args:
        report: What to read.
        resolutions: What each place name in it means.
        finder: Who fights.

    Returns:
        Claims in the order of the text, each once.
    """
    memory = Memory()
    claims: dict[str, Claim] = {}
    before: tuple[Claim, ...] = ()
    for step in read_steps(report, resolutions, finder):
        memory = step.memory
        if before and not step.claims and takes_back(step.passage.row):
            claims.update((claim.id, replace(claim, assertion=Assertion.DENIED)) for claim in before)
        before = tuple(claim for claim in step.claims if claim.assertion is Assertion.ASSERTED)
        claims.update((claim.id, claim) for claim in step.claims)
    return tuple(without_bystanders(claims.values(), memory))


def read_steps(report: Report, resolutions: Iterable[Resolution], finder: ActorFinder) -> Iterator[Step]:
    """Read a report sentence by sentence.

    Args:
        report: What to read.
        resolutions: What each place name in it means.
        finder: Who fights.

    Yields:
        Its sentences in order, each with what is remembered where it stands.
    """
    rows = sentences(report.text, report.body)
    places = {resolution.mention.start: resolution for resolution in resolutions}
    found = named_in(report.text, report.body, finder)
    home = home_of(found, places.values(), finder)
    named = [settled(spans, sentence.tokens, places, home, finder) for spans, sentence in zip(found, rows, strict=True)]
    short = defined((sentence.tokens, spans) for sentence, spans in zip(rows, named, strict=True))
    named = [with_defined(sentence.tokens, spans, short) for sentence, spans in zip(rows, named, strict=True)]
    memory = overview(chain.from_iterable(named), home.party if home else None)
    memory.issuer = issuer(named, rows)
    quoted = QuotedSpeech(quotations(report.text, report.body))
    before: tuple[Claim, ...] = ()
    chunked = _Rows(rows, named, places, finder)
    for number, (sentence, actors) in enumerate(zip(rows, named, strict=True)):
        times = _times(report, sentence, places, memory)
        chunks = read_chunks(sentence.tokens, places, times, actors)
        passage = Passage(report, sentence, group(chunks, finder))
        memory.inside = quoted.speaker_in(sentence)
        if number and memory.inside is None and quoted.follows_on(sentence, rows[number - 1]):
            # "…," he said. "…": who spoke goes on.
            memory.inside = memory.speaker
        opened = quoted.opened(sentence)
        if opened and memory.inside is None:
            memory.inside = chunked.speaker_at(opened.end, number)
        reading = read_sentence(passage, memory)
        yield Step(passage, reading, (*reading.claims, *replies(passage, reading, before)), memory)
        quoted.remember(sentence, reading.speaker)
        memory.read_claims(reading.claims)
        memory.read(passage.row, next((claim.actor for claim in reading.claims if claim.actor), None))
        before = reading.claims


@dataclass(frozen=True, slots=True)
class _Rows:
    """The sentences of a report, to look ahead in."""

    sentences: tuple[Sentence, ...]
    named: Sequence[Sequence[ActorSpan]]
    places: Mapping[int, Resolution]
    finder: ActorFinder

    def speaker_at(self, offset: int, begin: int) -> Claimant | None:
        """Who speaks in the sentence in which a quotation ends: "It fell. All fled," said OMAR."""
        last = next((i for i in range(begin, len(self.sentences)) if self.sentences[i].end >= offset), None)
        if last is None or last == begin:
            return None
        tokens = self.sentences[last].tokens
        row = group(read_chunks(tokens, self.places, {}, self.named[last]), self.finder)
        return next((speech.speaker for speech in speeches(row, tokens, None)), None)


def _times(report: Report, sentence: Sentence, places: Mapping[int, Resolution], memory: Memory) -> dict[int, When]:
    """First code point of each time expression → its days; a place name that is also a time is the place."""
    found = find_times(report.text, sentence.start, sentence.end, report.published, memory.event)
    return {when.start: when for when in found if when.start not in places}
