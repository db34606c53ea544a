"""Why a place has its state on a day, in plain words made from the claims behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.claims.claim import Attribution
from geo.control.period import Status
from geo.control.signals import Effect, Signal, signals
from geo.control.wording import day_words, when_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from geo.claims.claim import Claim
    from geo.control.casebook import Casebook
    from geo.control.period import ControlPeriod

# The order in which the claims behind a state are told, and how each is put; wording that fits any side's name.
TOLD = {
    Effect.HAS: {"takes": "taken by", "holds": "held by", "repels": "held against an attack by", "loses": "passed to"},
    Effect.LEFT: {"loses": "left by"},
    Effect.SURROUNDS: {"besieges": "surrounded by"},
    Effect.FIGHTS: {"fights": "fought over by"},
}


@dataclass(frozen=True, slots=True)
class Explanation:
    """The state of a place on a day in words.

    Attributes:
        headline: One sentence: the state, who has the place, and since when.
        account: What the claims behind it say, in whole sentences; empty where there are none.
        since: First day of the state, at the earliest the first day of the map.
    """

    headline: str
    account: str
    since: date

    def __str__(self) -> str:
        """Headline and account as one text."""
        return f"{self.headline} {self.account}".strip()


def explain(place_id: str, day: date, book: Casebook) -> Explanation:
    """Explain the state of a place on a day.

    Args:
        place_id: Id of a place that has control periods.
        day: The day; one outside the map means its nearest day.
        book: The findings.

    Returns:
        The explanation. It quotes no report; the names of claimants in it come from reports.

    Raises:
        ClaimlineError: There is no such place.
    """
    period = book.period(place_id, day)
    since = _since(period, book)
    return Explanation(_headline(period, since, book), _account(period, book), since)


def _since(period: ControlPeriod, book: Casebook) -> date:
    """The first day of the run of periods with the same state, though on other claims."""
    since = period.start
    for earlier in reversed(book.periods[period.place]):
        if earlier.end != since:
            continue
        if _state(earlier) != _state(period):
            break
        since = earlier.start
    return since


def _state(period: ControlPeriod) -> tuple[object, ...]:
    return (period.status, period.holder, period.rivals, period.inherited_from)


def _headline(period: ControlPeriod, since: date, book: Casebook) -> str:
    holder = book.side_name(period.holder) if period.holder else ""
    rivals = _listed(book.side_name(side) for side in period.rivals)
    from_start = since == book.periods[period.place][0].start
    time = f"since {day_words(since, period.start.year)}{' or before' if from_start else ''}"
    if period.status is Status.UNKNOWN:
        return _unknown(period, time, book, from_start=from_start)
    state = {
        Status.HELD: f"Held by {holder} {time}",
        Status.CLAIMED: f"Claimed by {holder} {time}",
        Status.CONTESTED: f"Contested {time}",
        Status.BESIEGED: f"Besieged {time}: held by {holder}, surrounded by {rivals}",
    }[period.status]
    unit = book.places.get(period.inherited_from) if period.inherited_from else None
    return f"{state}, as claimed of {unit.name} ({unit.kind}) as a whole." if unit else f"{state}."


def _unknown(period: ControlPeriod, time: str, book: Casebook, *, from_start: bool) -> str:
    if period.claims:
        return f"Unknown {time}: a side is said to have left."
    if from_start:
        return "Unknown: no claim about it counts on this day."
    return f"Unknown {time}: no claim about it is newer than {book.profile.stale_after_days} days."


def _account(period: ControlPeriod, book: Casebook) -> str:
    """One sentence for each thing that the claims behind a period say of each side."""
    about = {period.place, *book.place(period.place).parents}
    told: dict[tuple[Effect, tuple[str, ...]], list[tuple[Signal, Claim]]] = {}
    for claim in (book.claims[claim_id] for claim_id in period.claims):
        for signal in signals(claim, book.places):
            if signal.place in about:
                told.setdefault((signal.effect, signal.sides), []).append((signal, claim))
    order = sorted(told, key=lambda key: (list(TOLD).index(key[0]), min(one.day for one, _ in told[key]), key[1]))
    return " ".join(_sentence(told[key], about, book) for key in order)


def _sentence(said: list[tuple[Signal, Claim]], about: set[str], book: Casebook) -> str:
    """What several claims say alike, told by the best of them."""
    signal, claim = min(said, key=lambda one: (not one[0].strong, not one[0].dated, one[0].day, one[1].id))
    sides = _listed(book.side_name(side) for side in signal.sides)
    deed = TOLD[signal.effect].get(claim.action, "")
    source = _source(claim, book)
    where = f", of {claim.place.name}" if claim.place.id not in about else ""
    return (
        f"{claim.attribution.capitalize()} as {deed} {sides} {when_words(claim, claim.published.year)}"
        f" ({source}{where}){_backing([one for one, _ in said])}."
    )


def _source(claim: Claim, book: Casebook) -> str:
    """Who says so: the claimant, else the report's publisher, else the report."""
    report = book.reports.get(claim.report)
    if claim.claimant is None:
        return (report and report.publisher) or "the report itself"
    side = claim.claimant.side
    name = book.side_name(side) if side else ""
    if claim.attribution is Attribution.CLAIMED and name.casefold() not in claim.claimant.name.casefold():
        return f"{claim.claimant.name}, {name}"
    return claim.claimant.name


def _backing(said: list[Signal]) -> str:
    """How many more say it, and whether anybody but the side itself does."""
    more = len({signal.claim for signal in said}) - 1
    others = f"; {more} more {'claim says' if more == 1 else 'claims say'} so" if more else ""
    partisan = not any(signal.strong for signal in said)
    return f"{others}; nobody else confirms it" if partisan else others


def _listed(names: Iterable[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    every = tuple(names)
    return " and ".join(filter(None, (", ".join(every[:-1]), *every[-1:])))
