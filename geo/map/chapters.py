"""All evidence of a map, for the file that stands alone: of each place only the days on which something changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from gazetteer.place import Kind
from geo.map.change_days import change_days
from geo.map.evidence import account, heading
from geo.map.full_report import report_record
from geo.map.store import Store
from geo.map.why import deed_words, reasons

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from geo.control.asking import Asking
    from geo.explain.marks import Mark
    from geo.map.evidence import Desk, Json
    from geo.map.store import Row
    from geo.reports.report import Report


@dataclass(frozen=True, slots=True)
class Told:
    """One way to look at the claims: where to read about places, and whom to ask why."""

    at: Desk
    asking: Asking


def all_evidence(
    ways: Sequence[Told], labels: Mapping[str, str], marks: Callable[[Report], Sequence[Mark]] | None = None
) -> Json:
    """What there is to read about every place on every day.

    Args:
        ways: The ways to look at the same claims, folded differently.
        labels: The places that can be chosen, with their labels.
        marks: Tells what was read in a report; None marks nothing.

    Returns:
        `places` (id, label, heading, and whether it is a district), `texts`, `items` (the quotes), `groups` of them
        and `reports` (those that are quoted, whole); all but places are named by their numbers, as `Store` has them.
        For each way `looks` has `about` (place id to chapters, each in force from its first number, a day, to the
        next; of later ways only places of which the first tells something else) and `silent` (the one chapter of all
        other places). `marked` says whether the reports have marks.
    """
    at = ways[0].at
    store = Store(at.book.reports)
    spoken = [place for place in labels if any(_is_spoken(place, one) for one in ways)]
    silent = next((place for place in labels if place not in set(spoken)), None)
    told = [{place: _chapters(one, place, store) for place in spoken} for one in ways]
    looks = [
        {
            "about": {place: found for place, found in about.items() if about is told[0] or found != told[0][place]},
            "silent": [_chapter(one, silent, _first_day(at), store)] if silent else [],
        }
        for one, about in zip(ways, told, strict=True)
    ]
    return {
        "places": [_place(place, label, at) for place, label in labels.items()],
        "looks": looks,
        "items": list(store.items),
        "groups": list(store.groups),
        "texts": list(store.texts),
        "reports": [_report(report, at, marks) for report in store.reports],
        "marked": int(marks is not None),
    }


def _place(place: str, label: str, at: Desk) -> Json:
    is_district = at.book.place(place).kind is Kind.DISTRICT
    return {"id": place, "label": label, "district": int(is_district)} | heading(at, place)


def _is_spoken(place: str, one: Told) -> bool:
    """Whether anything is ever told of a place: it has a state or a quote, or something bears on a unit above it."""
    units = (place, *one.at.book.place(place).parents)
    return any(unit in one.at.book.spoken or unit in one.asking.whole.signals for unit in units)


def _chapters(one: Told, place: str, store: Store) -> list[Row]:
    """Chapters in the order of days, none like the one before it."""
    found: list[Row] = []
    for day in change_days(one.at, place, one.asking.whole):
        chapter = _chapter(one, place, day, store)
        if not found or chapter[1:] != found[-1][1:]:
            found.append(chapter)
    return found


def _chapter(one: Told, place: str, day: date, store: Store) -> Row:
    ask = one.asking.on(day)
    told = account(one.at, place, day, deed_words(place, day, ask)) | reasons(place, day, ask)
    return store.chapter((day - _first_day(one.at)).days, told)


def _first_day(at: Desk) -> date:
    return date.fromisoformat(at.model["start"])


def _report(name: str, at: Desk, marks: Callable[[Report], Sequence[Mark]] | None) -> Json:
    report = at.book.reports.get(name)
    if report is None:
        return {}
    found = marks(report) if marks else ()
    return report_record(report) | {"marks": [(mark.start, mark.end, mark.kind.value, mark.note) for mark in found]}
