"""A sentence that a person marks, to a claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.claims.claim import Action, Assertion, Attribution, Claim, Claimant, DateBasis, Party
from geo.errors import ReviewError

if TYPE_CHECKING:
    from datetime import date

    from gazetteer.place import Place
    from geo.reports.report import Report

RULE = "marked by a person"


@dataclass(frozen=True, slots=True)
class Marked:
    """What a person says of a sentence.

    Attributes:
        start: Offset of the sentence in the report's text, in code points.
        end: One past its last code point.
        place: The place it is about.
        place_text: The words of the sentence that mean the place.
        action: What happens.
        actor: Who does it, or None.
        opponent: Against whom, or None.
        assertion: Asserted, denied or planned.
        attribution: Whose word it is.
        claimant: Who says so, or None for the reporter's own voice.
        event_start: First day, inclusive; None for the report's day.
        event_end: Last day, inclusive; None for the first day.
    """

    start: int
    end: int
    place: Place
    place_text: str
    action: Action
    actor: Party | None = None
    opponent: Party | None = None
    assertion: Assertion = Assertion.ASSERTED
    attribution: Attribution = Attribution.STATED
    claimant: Claimant | None = None
    event_start: date | None = None
    event_end: date | None = None


def marked_claim(report: Report, marked: Marked) -> Claim:
    """The claim that a marked sentence makes.

    Args:
        report: The report.
        marked: What the person says of it.

    Returns:
        The claim; its quote is the sentence, verbatim.

    Raises:
        ReviewError: The span lies outside the text, or does not hold the place's words.
    """
    if not 0 <= marked.start < marked.end <= len(report.text):
        message = f"Characters {marked.start}-{marked.end} are no part of {report.id}. Mark a sentence of its text."
        raise ReviewError(message)
    at = report.text.find(marked.place_text, marked.start, marked.end) if marked.place_text else -1
    if at < 0:
        message = f"The sentence does not hold the words {marked.place_text!r}. Give those that mean the place."
        raise ReviewError(message)
    first = marked.event_start or report.published
    return Claim(
        report=report.id,
        place=marked.place,
        place_text=marked.place_text,
        place_start=at,
        action=marked.action,
        actor=marked.actor,
        opponent=marked.opponent,
        assertion=marked.assertion,
        attribution=marked.attribution,
        claimant=marked.claimant,
        event_start=first,
        event_end=marked.event_end or first,
        date_text="",
        date_basis=DateBasis.EXPLICIT if marked.event_start else DateBasis.PUBLISHED,
        published=report.published,
        quote=report.text[marked.start : marked.end],
        start=marked.start,
        end=marked.end,
        rule=RULE,
    )
