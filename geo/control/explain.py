"""Why a place has its state on a day, in plain words made from the claims behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.control.period import Status
from geo.control.signals import Effect, Signal, signals
from geo.control.telling import ORDER, listed, told
from geo.control.wording import day_words

if TYPE_CHECKING:
    from datetime import date

    from geo.claims.claim import Claim
    from geo.control.casebook import Casebook
    from geo.control.period import ControlPeriod


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
    holder = book.side_words(period.holder) if period.holder else ""
    rivals = listed(book.side_words(side) for side in period.rivals)
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
        return f"Unknown {time}: {_gone(period, book)}."
    if from_start:
        return "Unknown: no claim about it counts on this day."
    return f"Unknown {time}: no claim about it is newer than {book.profile.stale_after_days} days."


def _gone(period: ControlPeriod, book: Casebook) -> str:
    """Why claims count, and yet nobody is said to have the place."""
    effects = {one.effect for claim in period.claims for one in signals(book.claims[claim], book.places)}
    return (
        "the one side that is said to have it is denied it" if Effect.HAS in effects else "a side is said to have left"
    )


def _account(period: ControlPeriod, book: Casebook) -> str:
    """One sentence for each thing that the claims behind a period say of each side."""
    about = {period.place, *book.place(period.place).parents}
    alike: dict[tuple[Effect, tuple[str, ...]], list[tuple[Signal, Claim]]] = {}
    for claim in (book.claims[claim_id] for claim_id in period.claims):
        for signal in signals(claim, book.places):
            if signal.place in about:
                alike.setdefault((signal.effect, signal.sides), []).append((signal, claim))
    order = sorted(alike, key=lambda key: (ORDER.index(key[0]), min(one.day for one, _ in alike[key]), key[1]))
    return " ".join(told(alike[key], about, book) for key in order)
