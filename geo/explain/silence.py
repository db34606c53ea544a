"""Why words of control gave no claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazetteer.place import Ambiguous, Kind, Resolved, Unknown
from geo.claims.claim import Assertion
from geo.claims.reading.antecedents import antecedents
from geo.claims.reading.assertion import assertion_of
from geo.claims.reading.filling import INFERRED
from geo.claims.speech.speeches import covering

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from gazetteer.place import Resolution
    from geo.claims.claim import Claim
    from geo.claims.events.event import Event
    from geo.claims.reading.report import Step

_CONTROL = frozenset({"verb", "noun"})
_CLOSING = "\"”\u2019')"


def silences(step: Step, events: Iterable[Event], kept: Collection[Claim]) -> dict[int, str]:
    """Why words of control gave no claim.

    Args:
        step: The sentence as it was read.
        events: What happens in it.
        kept: Those of its claims that the report keeps.

    Returns:
        Chunk of the word → one sentence.
    """
    read = {event.at: event for event in events}
    found = {at: _why(step, event) for at, event in read.items() if not given_by(event, step, kept)}
    idle = (at for at, one in enumerate(step.passage.row) if one.tag in _CONTROL and at not in read)
    return found | dict.fromkeys(idle, "No place that it happens to was found.")


def given_by(event: Event, step: Step, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Those of a sentence's claims that an event gave."""
    spans = [step.passage.span(at) for at in event.places]
    rules = {event.name, f"{event.name}{INFERRED}"}
    return tuple(
        claim
        for claim in claims
        if claim.rule in rules and any(start <= claim.place_start < end for start, end in spans)
    )


def _why(step: Step, event: Event) -> str:
    row, text = step.passage.row, step.passage.text.rstrip(_CLOSING)
    if given_by(event, step, step.claims):
        return "Another sentence says the same, and by whom."
    if text.endswith("?"):
        return "A question claims nothing."
    how = assertion_of(row, event)
    if how is None:
        return "It is not said to be so: only asked, wished, or what might have been."
    if how[1] is Assertion.PLANNED and _denied(step, event):
        return "Only plans or orders are denied: nothing is said of the place."
    if event.rule.vowed and how[1] is not Assertion.PLANNED:
        return "To come back to a place is not to take it; only a vow to come back is read."
    unusable = [why for at in event.places for why in _without_place(step, at)]
    return unusable[0] if unusable else "The words do not say who does it."


def _denied(step: Step, event: Event) -> bool:
    speech = covering(step.reading.speeches, event.at)
    return speech is not None and speech.denial


def _without_place(step: Step, at: int) -> Iterator[str]:
    """Why none of the places that a chunk names can be claimed; nothing where one can."""
    row = step.passage.row
    meant = row[at].places or antecedents(row, at, step.memory)
    whys = [_unusable(resolution) for resolution in meant]
    if not whys:
        yield f"“{row[at].text}” points back to no place named before."
    elif all(whys):
        yield whys[0]


def _unusable(resolution: Resolution) -> str:
    name = resolution.mention.text
    if isinstance(resolution, Unknown):
        return f"“{name}” is in no gazetteer."
    if isinstance(resolution, Ambiguous):
        return f"“{name}” could be several places, and the report does not say which."
    if isinstance(resolution, Resolved) and (resolution.place.kind is Kind.COUNTRY or not resolution.place.country):
        return f"“{name}” is too wide: nobody is said to hold a whole country or more."
    return ""
