"""What would change a state: the single sources and rules that, left out, flip it; and how many districts are so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazetteer.place import Kind
from geo.control.inquiry import Rule, bearing, bearing_origins, state_on
from geo.control.period import Status
from geo.control.signals import Effect
from geo.control.wording import day_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from geo.control.casebook import Casebook
    from geo.control.inquiry import Inquiry
    from geo.control.state import State


# Kinds of origins, from what a reader knows best to what only we know; the last says something of several reports only.
KINDS = ("publisher", "agency", "report", "side", "claimant", "unnamed", "words")
SHARED = KINDS[-1]


@dataclass(frozen=True, slots=True)
class Flip:
    """A source or rule without which a place would be in another state. Ready for JSON.

    Attributes:
        kind: `source` or `rule`.
        dropped: What was left out, in words.
        claims: Ids of the claims that go with a source; empty for a rule.
        status: The state without it.
        holder: Id of the side that would have the place, or empty.
        sentence: The same in a sentence.
    """

    kind: str
    dropped: str
    claims: tuple[str, ...]
    status: str
    holder: str
    sentence: str


@dataclass(frozen=True, slots=True)
class FragileDay:
    """The districts whose state hangs on a single source on a day (ISO 8601), and how many have a state at all."""

    day: str
    count: int
    known: int
    places: tuple[str, ...]


def flips(place_id: str, day: date, ask: Inquiry) -> tuple[Flip, ...]:
    """What would change the state of a place.

    Args:
        place_id: Id of a place of the map.
        day: The day.
        ask: The findings and the basis.

    Returns:
        Single sources first, then rules, each without which status or holder would differ. Sources whose claims are
        the same are told once.

    Raises:
        ClaimlineError: There is no such place.
    """
    now = state_on(place_id, day, ask)
    sources = (
        _flip("source", origin_words(origin, ask.book), claims, changed, ask.book)
        for origin, claims in _single_sources(place_id, day, ask)
        if _differs(changed := state_on(place_id, day, ask, origin=origin), now)
    )
    rules = (
        _flip("rule", rule.value, (), changed, ask.book)
        for rule in _touching(place_id, day, ask)
        if _differs(changed := state_on(place_id, day, ask, rule=rule), now)
    )
    return (*sources, *rules)


def _touching(place_id: str, day: date, ask: Inquiry) -> Iterator[Rule]:
    """The rules that have anything to act on; leaving out another changes nothing, and asking takes long."""
    stale = ask.book.profile.stale_after_days
    own, *above = (tuple(bearing(unit, day, ask, stale)) for unit in (place_id, *ask.book.place(place_id).parents))
    every = [one for found in (own, *above) for one in found]
    effects = {one.effect for one in every}
    touched = {
        Rule.STALENESS: any(unit in ask.signals for unit in (place_id, *ask.book.place(place_id).parents)),
        Rule.SUPERSEDING: len(every) > 1,
        Rule.TOLD_AGAIN: not all(one.dated for one in every),
        Rule.OWN_WORD: not all(one.strong for one in every),
        Rule.DENIALS: Effect.DENIED in effects,
        Rule.FIGHTING: Effect.FIGHTS in effects,
        Rule.SEATS: any(ask.book.claims[one.claim].place.id != one.place for one in every),
        Rule.INHERITANCE: any(above),
    }
    yield from (rule for rule in Rule if touched[rule])


def fragile(day: date, ask: Inquiry) -> FragileDay:
    """The districts whose state hangs on a single source on a day.

    Args:
        day: The day.
        ask: The findings and the basis.

    Returns:
        The districts that would have another status or holder without one source; unknown ones do not count.
    """
    districts = [place.id for place in ask.book.places.values() if place.kind is Kind.DISTRICT]
    states = {place: state_on(place, day, ask) for place in districts if _spoken_of(place, ask)}
    known = {place: now for place, now in states.items() if now.status is not Status.UNKNOWN}
    found = tuple(sorted(place for place, now in known.items() if _hangs(place, day, now, ask)))
    return FragileDay(day.isoformat(), len(found), len(known), found)


def _spoken_of(place: str, ask: Inquiry) -> bool:
    return any(unit in ask.signals for unit in (place, *ask.book.place(place).parents))


def _hangs(place: str, day: date, now: State, ask: Inquiry) -> bool:
    return any(
        _differs(state_on(place, day, ask, origin=origin), now) for origin, _ in _single_sources(place, day, ask)
    )


def _single_sources(place: str, day: date, ask: Inquiry) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Origins of different claims; of those with the same claims, the one that a reader knows best."""
    by_claims: dict[tuple[str, ...], list[str]] = {}
    for origin, claims in bearing_origins(place, day, ask).items():
        reports = {ask.book.claims[claim].report for claim in claims}
        if len(reports) == 1 and origin.partition(":")[0] == SHARED:
            continue
        by_claims.setdefault(claims, []).append(origin)
    for claims, alike in by_claims.items():
        yield min(alike, key=lambda origin: (KINDS.index(origin.partition(":")[0]), origin)), claims


def origin_words(origin: str, book: Casebook) -> str:
    """An origin in words: `AFP`, `the report of 22 August`, `the word of the Taliban`."""
    kind, _, name = origin.partition(":")
    if kind == "side":
        return f"the word of {book.side_words(name)}"
    if kind == "report":
        return _report_words(name, book)
    if kind == "publisher":
        spelt = (one.publisher for one in book.reports.values() if one.publisher)
        return next((one.strip() for one in spelt if one.casefold().strip() == name), name)
    plain = {"unnamed": "unnamed sources", "words": "one sentence printed in several reports", "agency": name.upper()}
    return plain.get(kind, name.title())


def _report_words(name: str, book: Casebook) -> str:
    report = book.reports.get(name)
    if report is None:
        return f"the report {name}"
    title = f" “{report.title}”" if report.title else ""
    return f"the report{title} of {day_words(report.published, report.published.year)}"


def _differs(one: State, other: State) -> bool:
    return (one.status, one.holder) != (other.status, other.holder)


def _flip(kind: str, dropped: str, claims: Iterable[str], changed: State, book: Casebook) -> Flip:
    holder = f" by {book.side_words(changed.holder)}" if changed.holder else ""
    return Flip(
        kind=kind,
        dropped=dropped,
        claims=tuple(claims),
        status=changed.status.value,
        holder=changed.holder or "",
        sentence=f"Without {dropped} it would be {changed.status.value}{holder}.",
    )
