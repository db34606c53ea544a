"""Claims written as one line each, for tables of cases."""

from __future__ import annotations

from datetime import date

from gazetteer.place import Kind, Place
from geo.claims.claim import Action, Assertion, Attribution, Claim, Claimant, DateBasis, Party

START, END = date(2021, 8, 15), date(2021, 9, 11)
COUNTRY = Place("XX", "Country", Kind.COUNTRY, 69, 35, "XX")
PROVINCE = Place("XX01", "Province", Kind.PROVINCE, 69, 35, "XX", ("XX",))
WEST = Place("XX0101", "West", Kind.DISTRICT, 68, 35, "XX", ("XX01", "XX"))
EAST = Place("XX0102", "East", Kind.DISTRICT, 70, 35, "XX", ("XX01", "XX"))
SEAT = Place("gn:1", "Seat", Kind.TOWN, 68.1, 35.1, "XX", ("XX0101", "XX01", "XX"), seat_of="XX0101")
VILLAGE = Place("gn:2", "Village", Kind.VILLAGE, 68.2, 35.2, "XX", ("XX0101", "XX01", "XX"))
CAPITAL = Place("gn:3", "Capital", Kind.CITY, 70.1, 35.1, "XX", ("XX0102", "XX01", "XX"), seat_of="XX01")
PLACES = {place.id: place for place in (COUNTRY, PROVINCE, WEST, EAST, SEAT, VILLAGE, CAPITAL)}
NAMES = {place.name: place for place in PLACES.values()}


def august(day: int) -> date:
    """The day of August 2021; 32 and above reach into September."""
    return date.fromordinal(date(2021, 8, 1).toordinal() + day - 1)


def claim(words: str, *, report: str = "r", deaths: int | None = None) -> Claim:
    """Build a claim from words such as `West red takes 20 by media`.

    The words are: place, side, action, days (`20`, `18/20`, `../20` or `20/..`), then any of: `from SIDE` (opponent),
    `says SIDE` (a side's own speaker claims it), `by media`, `by party` (of no known side), `denied`, `planned`,
    `again`, `published DAY`, `undated` (the day is only the report's).
    """
    name, side, action, days, *rest = words.split()
    options = dict(zip(rest, [*rest[1:], ""], strict=False))
    first, _, last = days.partition("/")
    start = None if first == ".." else august(int(first))
    end = start if not last else None if last == ".." else august(int(last))
    quote = f"{name} {action} {words}"
    return Claim(
        report=report,
        place=NAMES[name],
        place_text=name,
        place_start=0,
        action=Action(action),
        actor=None if side == "-" else party(side),
        opponent=party(options["from"]) if "from" in options else None,
        assertion=Assertion(next((word for word in rest if word in {"denied", "planned"}), "asserted")),
        attribution=_attribution(options),
        claimant=_claimant(options),
        event_start=start,
        event_end=end,
        date_text=days,
        date_basis=DateBasis.PUBLISHED if "undated" in rest else DateBasis.EXPLICIT,
        published=august(int(options["published"])) if "published" in options else max(filter(None, (start, end))),
        quote=quote,
        start=0,
        end=len(quote),
        rule="test",
        recapture="again" in rest,
        deaths_low=deaths,
        deaths_high=deaths,
        casualties_text=f"{deaths} killed" if deaths else "",
    )


def party(side: str) -> Party:
    """A side as a party to the war."""
    return Party(side, side.capitalize(), f"the {side} fighters")


def _attribution(options: dict[str, str]) -> Attribution:
    if "says" in options or options.get("by") == "party":
        return Attribution.CLAIMED
    return Attribution.REPORTED if "by" in options else Attribution.STATED


def _claimant(options: dict[str, str]) -> Claimant | None:
    if "says" in options:
        return Claimant(f"Speaker {options['says']}", "party", options["says"])
    return Claimant(f"some {options['by']}", options["by"]) if "by" in options else None
