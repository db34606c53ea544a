"""A report explained: every sentence with its marks, its claims, and why words of control gave none."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.claims.events.find import find_events
from geo.claims.extract import extract, finder_of, resolutions_of
from geo.claims.reading.report import read_steps
from geo.explain.marks import marks
from geo.explain.silence import silences

if TYPE_CHECKING:
    from gazetteer import Gazetteer
    from geo.claims.claim import Claim
    from geo.claims.reading.report import Step
    from geo.explain.marks import Mark
    from geo.profile import Profile
    from geo.reports.report import Report


@dataclass(frozen=True, slots=True)
class SentenceAccount:
    """A sentence of a report, and what was read in it.

    Attributes:
        start: First code point in the report's text.
        end: One past its last.
        marks: In order, not overlapping, all within the sentence.
        claims: The claims that it gave, in order.
        silences: One line for each word of control that gave no claim, naming the word.
    """

    start: int
    end: int
    marks: tuple[Mark, ...]
    claims: tuple[Claim, ...]
    silences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A report, and what was read in each of its sentences, in order."""

    report: Report
    sentences: tuple[SentenceAccount, ...]

    @property
    def marks(self) -> tuple[Mark, ...]:
        """All marks of the report, in order, not overlapping."""
        return tuple(mark for sentence in self.sentences for mark in sentence.marks)


def explain(report: Report, profile: Profile, gazetteer: Gazetteer) -> Explanation:
    """Tell what was read in a report, and why.

    Args:
        report: What to read.
        profile: Names of the sides; may be empty.
        gazetteer: Where place names are looked up.

    Returns:
        The same claims as `geo.claims.extract.extract` gives, each with its sentence.
    """
    # Whatever later sentences make of a claim, it ends where the sentence does that it was read in.
    claims: dict[int, list[Claim]] = defaultdict(list)
    for claim in extract(report, profile, gazetteer).claims:
        claims[claim.end].append(claim)
    steps = read_steps(report, resolutions_of(report, profile, gazetteer), finder_of(profile, gazetteer))
    read = (_account(step, tuple(claims[step.passage.sentence.end]), gazetteer) for step in steps)
    return Explanation(report, tuple(read))


def _account(step: Step, kept: tuple[Claim, ...], gazetteer: Gazetteer) -> SentenceAccount:
    sentence, row = step.passage.sentence, step.passage.row
    events = tuple(find_events(row))
    silent = silences(step, events, kept)
    found = marks(step, events, kept, silent, gazetteer)
    lines = tuple(f"“{row[at].text}”: {why}" for at, why in sorted(silent.items()))
    return SentenceAccount(sentence.start, sentence.end, found, kept, lines)
