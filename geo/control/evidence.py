"""What there is to read about a place on a day: every claim that is fresh, grouped by who says it. Ready for JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.claims.claim import Action, Assertion, Attribution
from geo.control.explain import explain
from geo.control.signals import event_day, signals
from geo.control.telling import sentence_case, word_of
from geo.control.wording import when_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from geo.claims.claim import Claim
    from geo.control.casebook import Casebook
    from geo.control.period import ControlPeriod

MOVING = frozenset({Action.FIGHTS, Action.BESIEGES, Action.ADVANCES})


@dataclass(frozen=True, slots=True)
class Quote:
    """One claim as it is shown. Days are ISO 8601; text that comes from reports is verbatim and untrusted.

    Attributes:
        claim: Id of the claim.
        text: The sentence of the report.
        mark_start: Offset of the place's name in `text`, in code points.
        mark_end: One past its end.
        place: Name of the place that the claim is on: the place asked for, its seat, or a unit above it.
        action: What happens, in Claimline's word (`takes`).
        sides: Ids of the sides it speaks of: who acts, then against whom.
        badge: Whose word it is: `stated`, `claimed` or `reported`.
        claimant: Who says so, empty for the reporter's own voice.
        when: The event's days in words.
        event_start: First day, empty where open.
        event_end: Last day, empty where open.
        date_text: The words of the report that the days were read from, empty where there are none.
        date_basis: What the days rest on: `explicit`, `relative` or `published`.
        published: Day of the report.
        report: Id of the report.
        publisher: As the report says, else empty.
        title: As the report says, else empty.
        url: As the report says, else empty.
        start: Offset of `text` in the report's text, in code points.
        end: One past its end.
        casualties: The words about casualties, else empty.
        behind: The state of the place on this day rests on it.
    """

    claim: str
    text: str
    mark_start: int
    mark_end: int
    place: str
    action: str
    sides: tuple[str, ...]
    badge: str
    claimant: str
    when: str
    event_start: str
    event_end: str
    date_text: str
    date_basis: str
    published: str
    report: str
    publisher: str
    title: str
    url: str
    start: int
    end: int
    casualties: str
    behind: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Quotes under one heading; `side` is the id of the side whose colour marks it, or empty."""

    heading: str
    side: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """All there is to read about a place on a day.

    Attributes:
        place: Id of the place.
        day: The day, ISO 8601.
        status: State of control.
        holder: Id of the side that has it, or empty.
        rivals: Ids of the other sides involved.
        inherited_from: Name of the unit whose claims reach it, or empty.
        since: First day of the state, ISO 8601.
        headline: The state in one sentence.
        account: What the claims behind it say.
        groups: Quotes by who says them, in a fixed order, none empty.
    """

    place: str
    day: str
    status: str
    holder: str
    rivals: tuple[str, ...]
    inherited_from: str
    since: str
    headline: str
    account: str
    groups: tuple[Group, ...]


def evidence(place_id: str, day: date, book: Casebook) -> Evidence:
    """Gather what there is to read about a place on a day.

    Args:
        place_id: Id of a place that has control periods.
        day: The day; one outside the map means its nearest day.
        book: The findings.

    Returns:
        State, explanation and quotes: the claims behind the state, and all others on the place, its seat or the unit
        that it inherits from that are not older than the staleness limit. Of each sentence one quote a heading.

    Raises:
        ClaimlineError: There is no such place.
    """
    period = book.period(place_id, day)
    explained = explain(place_id, day, book)
    unit = book.places.get(period.inherited_from) if period.inherited_from else None
    return Evidence(
        place=place_id,
        day=day.isoformat(),
        status=period.status.value,
        holder=period.holder or "",
        rivals=period.rivals,
        inherited_from=unit.name if unit else "",
        since=explained.since.isoformat(),
        headline=explained.headline,
        account=explained.account,
        groups=_groups(period, day, book),
    )


def _groups(period: ControlPeriod, day: date, book: Casebook) -> tuple[Group, ...]:
    headings = list(_headings(book))
    found: dict[tuple[str, str], dict[tuple[str, int, str], Claim]] = {heading: {} for heading in headings}
    # Newest first; the claims behind the state before the others of their day.
    fresh = sorted(
        _fresh(period, day, book), key=lambda claim: (-event_day(claim).toordinal(), claim.id not in period.claims)
    )
    for claim in fresh:
        heading = _heading(claim, book)
        found.setdefault(heading, {}).setdefault((claim.report, claim.start, claim.place.id), claim)
    return tuple(
        Group(heading, side, tuple(_quote(claim, period, day, book) for claim in claims.values()))
        for (heading, side), claims in found.items()
        if claims
    )


def _fresh(period: ControlPeriod, day: date, book: Casebook) -> Iterator[Claim]:
    """Claims behind a period, then the others that are known on its place and not stale, each once."""
    oldest = day.toordinal() - book.profile.stale_after_days
    spoken = (*book.spoken.get(period.place, ()), *book.spoken.get(period.inherited_from or "", ()))
    fresh = {claim.id: claim for claim in spoken if oldest <= event_day(claim).toordinal() <= day.toordinal()}
    yield from (fresh | {claim_id: book.claims[claim_id] for claim_id in period.claims}).values()


def _headings(book: Casebook) -> Iterator[tuple[str, str]]:
    """The headings in their order, with the side that marks each."""
    sides = [side.id for side in book.profile.sides]
    yield from ((_say(side, book), side) for side in sides)
    yield from ((f"For {book.side_words(side)}", side) for side in sides)
    yield from (
        (heading, "") for heading in ("Fighting and movements", "No side named", "Others say", "Denied", "Planned")
    )


def _say(side: str, book: Casebook) -> str:
    return sentence_case(word_of(book.side_name(side)))


def _heading(claim: Claim, book: Casebook) -> tuple[str, str]:
    """Under which heading a claim belongs."""
    if claim.assertion is not Assertion.ASSERTED:
        return ("Denied" if claim.assertion is Assertion.DENIED else "Planned"), ""
    speaker = claim.claimant.side if claim.claimant else None
    if claim.attribution is Attribution.CLAIMED or speaker:
        return (_say(speaker, book), speaker) if speaker else ("Others say", "")
    if claim.action in MOVING:
        return "Fighting and movements", ""
    favoured = next((one.sides[0] for one in signals(claim, book.places) if one.effect.value == "has"), None)
    if favoured:
        return f"For {book.side_words(favoured)}", favoured
    return (f"Against {book.side_words(claim.actor.id)}", claim.actor.id) if claim.actor else ("No side named", "")


def _quote(claim: Claim, period: ControlPeriod, day: date, book: Casebook) -> Quote:
    report = book.reports.get(claim.report)
    mark = claim.place_start - claim.start
    return Quote(
        claim=claim.id,
        text=claim.quote,
        mark_start=mark,
        mark_end=mark + len(claim.place_text),
        place=claim.place.name,
        action=claim.action.value,
        sides=tuple(party.id for party in (claim.actor, claim.opponent) if party),
        badge=claim.attribution.value,
        claimant=claim.claimant.name if claim.claimant else "",
        when=when_words(claim, day.year),
        event_start=claim.event_start.isoformat() if claim.event_start else "",
        event_end=claim.event_end.isoformat() if claim.event_end else "",
        date_text=claim.date_text,
        date_basis=claim.date_basis.value,
        published=claim.published.isoformat(),
        report=claim.report,
        publisher=(report and report.publisher) or "",
        title=(report and report.title) or "",
        url=(report and report.url) or "",
        start=claim.start,
        end=claim.end,
        casualties=claim.casualties_text,
        behind=claim.id in period.claims,
    )
