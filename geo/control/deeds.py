"""What each claim did to the state of a place on a day, in the order of days. Ready for JSON."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from geo.claims.claim import Action, Assertion
from geo.control.inquiry import runs, state_on
from geo.control.live import FIGHT_DAYS, Live
from geo.control.signals import Effect, event_day, signals
from geo.control.telling import named_source
from geo.control.wording import day_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.claims.claim import Claim
    from geo.control.casebook import Casebook
    from geo.control.inquiry import Inquiry


class Outcome(StrEnum):
    """What became of a claim by a day."""

    COUNTS = "counts"
    CONFIRMS = "confirms"
    REPEATS = "repeats"
    DENIED = "denied"
    SUPERSEDED = "superseded"
    STALE = "stale"
    OVERRULED = "overruled"
    UNBACKED = "unbacked"
    IDLE = "idle"


@dataclass(frozen=True, slots=True)
class Deed:
    """What a claim did.

    Attributes:
        claim: Its id.
        day: The day from which it speaks, ISO 8601.
        place: Id of the place that it is on: the place asked for, its seat, or a unit above.
        outcome: What became of it.
        by: Id of the claim that superseded, denied or was confirmed, else empty.
        sentence: The same in words; the names in it come from reports and profile.
    """

    claim: str
    day: str
    place: str
    outcome: Outcome
    by: str
    sentence: str


@dataclass(frozen=True, slots=True)
class _Fate:
    """Outcome, sentence and the other claim of a deed."""

    outcome: Outcome
    sentence: str
    by: str = ""


def deeds(place_id: str, day: date, ask: Inquiry) -> tuple[Deed, ...]:
    """Tell what each claim did.

    Args:
        place_id: Id of a place of the map.
        day: The day.
        ask: The findings and the basis.

    Returns:
        Every claim on the place, its seat and the units above that speaks of `day` or of a day before it and may
        still bear on it, by day.

    Raises:
        ClaimlineError: There is no such place.
    """
    place = ask.book.place(place_id)
    behind = frozenset(state_on(place_id, day, ask).claims)
    found: dict[str, Deed] = {}
    for unit in (place_id, *place.parents):
        lived = runs(unit, day, ask)
        for claim in _spoken(unit, day, lived, ask):
            found.setdefault(claim.id, _deed(claim, day, lived, behind, ask))
    return tuple(sorted(found.values(), key=lambda deed: (deed.day, deed.claim)))


def _spoken(unit: str, day: date, lived: Iterable[Live], ask: Inquiry) -> list[Claim]:
    """Claims on a unit that may bear on a day, and those of the last days that have no effect."""
    oldest = day.toordinal() - ask.book.profile.stale_after_days
    bearing = {one.signal.claim for one in lived}
    said = [one for one in ask.book.spoken.get(unit, ()) if one.id in ask.origins and event_day(one) <= day]
    return [one for one in said if one.id in bearing or event_day(one).toordinal() >= oldest]


def _deed(claim: Claim, day: date, lived: tuple[Live, ...], behind: frozenset[str], ask: Inquiry) -> Deed:
    now, own = day.toordinal(), claim.id
    mine = [one for one in lived if one.signal.claim == own]
    alive = [one for one in mine if one.first <= now < one.stop]
    if not mine:
        fate = _without_effect(claim, ask)
    elif not alive:
        fate = _ended(mine[0], ask)
    elif own not in behind:
        fate = _Fate(Outcome.OVERRULED, _overruled(alive[0], ask.book))
    else:
        fate = _alive(alive, [one for one in lived if one.first <= now < one.stop], ask)
    return Deed(own, event_day(claim).isoformat(), claim.place.id, fate.outcome, fate.by, fate.sentence)


def _alive(mine: list[Live], alive: list[Live], ask: Inquiry) -> _Fate:
    """What a claim behind the state does, among all that count beside it."""
    denial = _denial(mine, alive)
    if denial:
        return _Fate(Outcome.DENIED, f"Denied by {_who(denial, ask.book)}.", denial)
    earlier = _earlier(mine[0], alive)
    apart = [one for one in earlier if ask.origins[one].isdisjoint(ask.origins[mine[0].signal.claim])]
    if apart:
        return _Fate(Outcome.CONFIRMS, f"Confirms {_who(apart[0], ask.book)}.", apart[0])
    if earlier:
        who = _who(earlier[0], ask.book)
        return _Fate(Outcome.REPEATS, f"Says the same as {who}, not independently.", earlier[0])
    return _Fate(Outcome.COUNTS, "Counts on this day.")


def _without_effect(claim: Claim, ask: Inquiry) -> _Fate:
    if not any(True for _ in signals(claim, ask.book.places)):
        return _Fate(Outcome.IDLE, _idle(claim))
    side = ask.basis.side
    if side:
        return _Fate(Outcome.UNBACKED, f"Left out: not the word of {ask.book.side_words(side)}.")
    return _Fate(Outcome.UNBACKED, "Left out: no independent source says the same.")


def _idle(claim: Claim) -> str:
    """Why a claim says nothing of control."""
    if claim.partial:
        return "Changes nothing: it is about an unnamed part of the place."
    if claim.assertion is Assertion.PLANNED:
        return "Changes nothing: it is planned, not done."
    if claim.assertion is Assertion.DENIED:
        return "Changes nothing: a denial by a party to the war, or of no hold on the place."
    if claim.action is Action.ADVANCES:
        return "Changes nothing: an advance takes no place."
    return "Changes nothing: it names no side."


def _ended(run: Live, ask: Inquiry) -> _Fate:
    if run.ended_by:
        day = day_words(date.fromordinal(run.stop), run.signal.day.year)
        sentence = f"Superseded on {day} by {_who(run.ended_by, ask.book)}."
        return _Fate(Outcome.SUPERSEDED, sentence, run.ended_by)
    if run.signal.effect is Effect.FIGHTS:
        return _Fate(Outcome.STALE, f"Over: fighting counts for {FIGHT_DAYS} days.")
    return _Fate(Outcome.STALE, f"Stale after {ask.book.profile.stale_after_days} days.")


def _overruled(run: Live, book: Casebook) -> str:
    """Why a claim that is live is not behind the state."""
    if run.signal.effect is Effect.SURROUNDS:
        return "Changes nothing: nobody else is said to have the place alone."
    if run.signal.effect is Effect.FIGHTS:
        return "Changes nothing here: fighting reaches no further than its own place, and takes two sides."
    if run.signal.effect is Effect.DENIED:
        return f"Changes nothing: {' and '.join(map(book.side_words, run.signal.sides))} is not the one that has it."
    return "Overruled: claims on the place itself, or on a unit nearer to it, come first."


def _denial(mine: list[Live], alive: list[Live]) -> str:
    """Id of a claim that denies what these say, or empty."""
    sides = {one.signal.sides for one in mine if one.signal.effect is Effect.HAS}
    denials = (one.signal for one in alive if one.signal.effect is Effect.DENIED)
    return next((one.claim for one in denials if one.sides in sides), "")


def _earlier(run: Live, alive: list[Live]) -> list[str]:
    """Ids of the claims of earlier days that say the same, in the order of days."""
    said = (run.signal.effect, run.signal.sides)
    earlier = (one.signal for one in alive if one.signal.day < run.signal.day)
    return [one.claim for one in earlier if (one.effect, one.sides) == said]


def _who(claim_id: str, book: Casebook) -> str:
    claim = book.claims[claim_id]
    day = day_words(event_day(claim), claim.published.year)
    source = named_source(claim, book)
    return source if source.endswith(day) else f"{source} ({day})"
