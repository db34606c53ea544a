"""One place, one day: the state and what it rests on, with rules or sources left out on trial."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from geo.control.answer import basis_named
from geo.control.basis import CLAIMS_NAME, Basis, weigh
from geo.control.casebook import Casebook, Findings, casebook
from geo.control.clock import reach_days
from geo.control.live import FIGHT_DAYS, Live, lives
from geo.control.origins import origins
from geo.control.signals import Effect, Signal
from geo.control.state import State, state
from geo.control.timeline import by_place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

# Longer than any war: with it, nothing grows stale.
NEVER_STALE = 40_000


class Rule(StrEnum):
    """Rules of docs/method.md that can be left out on trial, each named as it reads after "without"."""

    STALENESS = "the staleness limit"
    SUPERSEDING = "later claims ending older ones"
    TOLD_AGAIN = "taking what is told again for the old event"
    OWN_WORD = "taking a party's own word as weak"
    DENIALS = "denials"
    FIGHTING = "fighting"
    SEATS = "counting a seat for its district"
    INHERITANCE = "inheriting from the units above"


@dataclass(frozen=True, slots=True)
class Inquiry:
    """All that asking about places takes; build it once a basis and ask it often.

    Attributes:
        book: The findings.
        basis: Whose word counts.
        signals: What bears on each place.
        origins: Where each claim comes from, by claim id.
    """

    book: Casebook
    basis: Basis
    signals: Mapping[str, tuple[Signal, ...]]
    origins: Mapping[str, frozenset[str]]


def inquiry(found: Findings, *, basis: str = CLAIMS_NAME, known_by: date | None = None) -> Inquiry:
    """Prepare to ask about places.

    Args:
        found: The pipeline's data set, or anything with the same fields.
        basis: `claims`, `corroborated` or the id of a side of the profile.
        known_by: Only reports published up to and on this day count; None for all.

    Raises:
        ClaimlineError: There is no such basis.
    """
    reports = [report for report in found.reports if known_by is None or report.published <= known_by]
    claims = [claim for claim in found.claims if known_by is None or claim.published <= known_by]
    return Inquiry(
        book=casebook(found),
        basis=basis_named(basis, found.profile, reports, claims),
        signals=by_place(claims, found.places),
        origins=origins(reports, claims),
    )


def state_on(place_id: str, day: date, ask: Inquiry, *, rule: Rule | None = None, origin: str | None = None) -> State:
    """The state of a place on a day.

    Args:
        place_id: Id of a place of the map.
        day: The day.
        ask: The findings and the basis.
        rule: A rule to leave out.
        origin: An origin whose claims to leave out.

    Returns:
        The state, as the fold has it where nothing is left out.
    """
    chosen = _chosen(rule, origin, ask)
    own = _counting(place_id, day, ask, chosen, rule)
    units = () if rule is Rule.INHERITANCE else ask.book.place(place_id).parents
    return state(own, ((unit, _counting(unit, day, ask, chosen, rule)) for unit in units))


def runs(
    unit: str,
    day: date,
    ask: Inquiry,
    *,
    chosen: Callable[[Iterable[Signal]], Iterable[Signal]] = tuple,
    rule: Rule | None = None,
) -> tuple[Live, ...]:
    """How long each signal on a unit counts that was said of days up to `day` and may still bear on it."""
    stale = NEVER_STALE if rule is Rule.STALENESS else ask.book.profile.stale_after_days
    found = bearing(unit, day, ask, stale)
    if not found:
        return ()
    weighed = weigh(tuple(chosen(found)), ask.basis, stale)
    return lives(weighed, stale, supersede=rule is not Rule.SUPERSEDING, told_again=rule is not Rule.TOLD_AGAIN)


def bearing(unit: str, day: date, ask: Inquiry, stale_after_days: int) -> list[Signal]:
    """The signals on a unit that were said of days up to `day` and may still bear on it."""
    oldest = day.toordinal() - reach_days(stale_after_days, FIGHT_DAYS)
    return [one for one in ask.signals.get(unit, ()) if oldest < one.day.toordinal() and one.day <= day]


def _counting(
    unit: str, day: date, ask: Inquiry, chosen: Callable[[Iterable[Signal]], Iterable[Signal]], rule: Rule | None
) -> tuple[Signal, ...]:
    now = day.toordinal()
    return tuple(one.signal for one in runs(unit, day, ask, chosen=chosen, rule=rule) if one.first <= now < one.stop)


def _chosen(rule: Rule | None, origin: str | None, ask: Inquiry) -> Callable[[Iterable[Signal]], tuple[Signal, ...]]:
    """What leaving out a rule or an origin leaves of the signals on a unit."""

    def left(one: Signal) -> bool:
        if origin is not None and origin in ask.origins[one.claim]:
            return False
        if rule is Rule.SEATS:
            return ask.book.claims[one.claim].place.id == one.place
        return (rule, one.effect) not in {(Rule.DENIALS, Effect.DENIED), (Rule.FIGHTING, Effect.FIGHTS)}

    def choose(found: Iterable[Signal]) -> tuple[Signal, ...]:
        kept = tuple(one for one in found if left(one))
        return tuple(replace(one, strong=True) for one in kept) if rule is Rule.OWN_WORD else kept

    return choose


def bearing_origins(place_id: str, day: date, ask: Inquiry) -> dict[str, tuple[str, ...]]:
    """The origins of the claims that may bear on a place on a day, each with the ids of its claims."""
    found: dict[str, set[str]] = defaultdict(set)
    for unit in (place_id, *ask.book.place(place_id).parents):
        for one in runs(unit, day, ask):
            for origin in ask.origins[one.signal.claim]:
                found[origin].add(one.signal.claim)
    return {origin: tuple(sorted(claims)) for origin, claims in sorted(found.items())}
