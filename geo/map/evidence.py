"""What the evidence panel shows of a place on a day, ready for JSON."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from geo.claims.claim import Assertion
from geo.control.casebook import Casebook, casebook
from geo.control.clock import Clock
from geo.control.evidence import Evidence, Quote, evidence
from geo.control.wording import day_words
from geo.map.full_report import report_words
from geo.map.nearby import nearest
from geo.map.places import kind_line, rough_words, within

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from gazetteer import Gazetteer
    from gazetteer.place import Place
    from geo.claims.claim import Claim
    from geo.pipeline import Dataset
    from geo.reports.report import Report

Json = dict[str, Any]
NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Desk:
    """What reading about a place needs; built once for a map.

    Attributes:
        book: Claims and periods by place.
        gazetteer: Names of units.
        model: The page model: sides' colours, styles, and each place's run of days.
        spoken: Ids of the places that somebody speaks of on any day.
        clock: With `KNOWN` a day shows only what was published up to and on it.
    """

    book: Casebook
    gazetteer: Gazetteer
    model: Mapping[str, Any]
    spoken: Collection[str]
    clock: Clock = Clock.EVENT


def desk(dataset: Dataset, gazetteer: Gazetteer, model: Mapping[str, Any], clock: Clock = Clock.EVENT) -> Desk:
    """Prepare to read about places.

    Args:
        dataset: Claims and control periods.
        gazetteer: Names of units.
        model: The page model of the same data.
        clock: By which day the periods were folded.

    Returns:
        The desk.
    """
    book = casebook(dataset)
    return Desk(book, gazetteer, model, book.spoken.keys(), clock)


def panel(at: Desk, place: str, day: date, deeds: Mapping[str, str] = NONE) -> Json:
    """What the panel shows of a place on a day.

    Args:
        at: The desk.
        place: Id of a place of the map.
        day: A day of the map.
        deeds: What each claim did on that day, in a sentence, by claim id.

    Returns:
        A JSON-ready table: name and kind, the status in words, the place's run of days, and quotes by who says them.
        Text from reports is in it as it was written.
    """
    strip = {
        "days": at.model["days"],
        "day": (day - date.fromisoformat(at.model["start"])).days,
        "run": at.model["runs"].get(place, ()),
        "styles": at.model["styles"],
    }
    return heading(at, place) | account(at, place, day, deeds) | {"strip": strip}


def heading(at: Desk, place: str) -> Json:
    """Name, kind and doubt about its point; for a place that nobody speaks of, the nearest of which somebody does."""
    record = at.book.place(place)
    named = {"name": record.name, "native": record.native or "", "kind": kind_line(record, at.gazetteer)}
    return named | {"rough": rough_words(record), "nearest": _nearest(at, record)}


def _nearest(at: Desk, place: Place) -> Json | None:
    if place.id in at.spoken:
        return None
    near = nearest(place, (at.book.places[one] for one in at.spoken if one in at.book.places))
    if near is None:
        return None
    label = f"{near.place.name}, {within(near.place, at.gazetteer)}"
    return {"id": near.place.id, "label": label, "km": round(near.distance_km)}


def account(at: Desk, place: str, day: date, deeds: Mapping[str, str] = NONE) -> Json:
    """The status in words, and the quotes by who says them, each with what it did where that is given."""
    found = evidence(place, day, at.book)
    colours = at.model["sides"]
    return {
        "headline": found.headline,
        "account": found.account,
        "groups": [
            {
                "heading": group.heading,
                "colour": colours.get(group.side, ""),
                "items": _told_once(item(quote, found, at) | _deed(quote, deeds) for quote in quotes),
            }
            for group in found.groups
            if (quotes := [quote for quote in group.quotes if _known(quote, day, at.clock)])
        ],
    }


def _told_once(items: Iterable[Json]) -> list[Json]:
    """Of items with the same words, as copies of a report have them, the first, with the number of other reports."""
    alike: dict[tuple[object, ...], list[Json]] = defaultdict(list)
    for one in items:
        alike[one["before"], one["marked"], one["after"], *one["badges"], *one["facts"]].append(one)
    counted = ((every[0], len({one["report"] for one in every}) - 1) for every in alike.values())
    return [one | ({"copies": copies} if copies else {}) for one, copies in counted]


def _deed(quote: Quote, deeds: Mapping[str, str]) -> Json:
    return {"deed": deeds[quote.claim]} if quote.claim in deeds else {}


def _known(quote: Quote, day: date, clock: Clock) -> bool:
    return clock is not Clock.KNOWN or quote.published <= day.isoformat()


def item(quote: Quote, about: Evidence, at: Desk) -> Json:
    """One quote with its badges, who says it of when, what is in doubt, and where it stands."""
    claim = at.book.claims[quote.claim]
    facts = (quote.claimant, _about(claim, about, at), _when(quote), deaths_words(claim))
    kinds = [quote.badge] + ([claim.assertion.value] if claim.assertion is not Assertion.ASSERTED else [])
    return {
        "before": quote.text[: quote.mark_start],
        "marked": quote.text[quote.mark_start : quote.mark_end],
        "after": quote.text[quote.mark_end :],
        "badges": kinds,
        "facts": list(filter(None, facts)),
        "doubt": _doubt(claim, at.gazetteer),
        "source": _source(quote, at.book.reports.get(quote.report)),
        "report": quote.report,
        "start": quote.start,
        "end": quote.end,
    }


def deaths_words(claim: Claim) -> str:
    """What a claim says of casualties in its own words, and how many deaths those words allow; empty without any."""
    words, deaths = claim.casualties_text, _deaths(claim.deaths_low, claim.deaths_high)
    if not words:
        return f"{deaths}, as claimed" if deaths else ""
    return f"casualties as claimed: “{words}” ({deaths})" if deaths else f"casualties as claimed: “{words}”"


def _deaths(low: int | None, high: int | None) -> str:
    if high is None:
        return f"at least {_dead(low)}" if low else ""
    if not low:
        return f"at most {_dead(high)}"
    return _dead(low) if low == high else f"{low} to {_dead(high)}"


def _dead(number: int) -> str:
    return "1 death" if number == 1 else f"{number} deaths"


def _doubt(claim: Claim, gazetteer: Gazetteer) -> str:
    """What else the name could have meant."""
    others = [gazetteer.get(place) for place in claim.runners_up]
    names = "; ".join(f"{one.name}, {within(one, gazetteer)}" for one in others)
    return f"“{claim.place_text}” could also be {names}" if names else ""


def _when(quote: Quote) -> str:
    """The event's days, and the words that they were read from."""
    grounds = f"from “{quote.date_text}”" if quote.date_text else "the day of publication"
    return f"{quote.when} ({grounds})"


def _source(quote: Quote, report: Report | None) -> str:
    day = day_words(date.fromisoformat(quote.published), 0)  # no report is of the year 0: the year is always named
    called = report_words(report) if report else "a report"
    return f"{called} · published {day}"


def _about(claim: Claim, about: Evidence, at: Desk) -> str:
    """Of what place the words are, where that is not plainly the one asked for: its seat, or a unit above it."""
    place = claim.place
    if place.id != about.place:
        is_seat = place.seat_of == about.place
        return f"about {place.name}, its seat" if is_seat else f"about {place.name} ({place.kind}) as a whole"
    if claim.place_text.casefold() == place.name.casefold():
        return ""
    meant = (candidate.place for candidate in at.gazetteer.lookup(claim.place_text))
    seat = next((one for one in meant if one.seat_of == place.id and one.name != place.name), None)
    return f"about {seat.name}, its seat" if seat else ""
