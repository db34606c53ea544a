"""All evidence of a map, for the file that stands alone: of each place only the days on which something changes."""

from __future__ import annotations

import json
from bisect import bisect_right
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from geo.control.signals import event_day
from geo.map.evidence import account, heading
from geo.map.full_report import report_record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.map.evidence import Desk, Json

ONE_DAY = timedelta(days=1)


def all_evidence(at: Desk, labels: Mapping[str, str]) -> Json:
    """What there is to read about every place on every day.

    Args:
        at: The desk.
        labels: The places that can be chosen, with their labels.

    Returns:
        `places` (id, label, name, native, kind), `about` (place id to chapters, each in force from day number `from`
        to the next), `silent` (the one chapter of all other places) and `items` (the quotes; chapters name their
        numbers) and `reports` (those that are quoted, whole).
    """
    items: dict[str, int] = {}
    spoken = [place for place in labels if at.model["runs"].get(place) or at.book.spoken.get(place)]
    silent = next((place for place in labels if place not in spoken), None)
    first = date.fromisoformat(at.model["start"])
    return {
        "places": [{"id": place, "label": label} | heading(at, place) for place, label in labels.items()],
        "about": {place: _chapters(at, place, items) for place in spoken},
        "silent": _numbered(account(at, silent, first), items) if silent else None,
        "items": [json.loads(text) for text in items],
        "reports": {report: report_record(at.book.reports[report]) for report in _quoted(items, at)},
    }


def _quoted(items: Mapping[str, int], at: Desk) -> list[str]:
    return sorted({json.loads(text)["report"] for text in items} & at.book.reports.keys())


def _chapters(at: Desk, place: str, items: dict[str, int]) -> list[Json]:
    start = date.fromisoformat(at.model["start"])
    found: list[Json] = []
    for day in change_days(at, place):
        chapter = _numbered(account(at, place, day), items)
        if not found or chapter != {key: value for key, value in found[-1].items() if key != "from"}:
            found.append({"from": (day - start).days} | chapter)
    return found


def change_days(at: Desk, place: str) -> list[date]:
    """The days of the map on which what there is to read about a place can change, the first day among them.

    These are the days on which its status changes, a claim about it or the unit it inherits from begins or becomes
    stale, and a year begins.
    """
    start = date.fromisoformat(at.model["start"])
    end = start + timedelta(days=at.model["days"])
    periods = at.book.periods[place]
    units = {place, *(period.inherited_from or place for period in periods)}
    spoken = [event_day(claim) for unit in units for claim in at.book.spoken.get(unit, ())]
    stale = timedelta(days=at.book.profile.stale_after_days) + ONE_DAY
    years = [date(year, 1, 1) for year in range(start.year + 1, end.year + 1)]
    days = {start, *(period.start for period in periods), *spoken, *(day + stale for day in spoken), *years}
    inside = sorted(days)
    return inside[bisect_right(inside, start) - 1 : bisect_right(inside, end - ONE_DAY)]


def _numbered(chapter: Json, items: dict[str, int]) -> dict[str, Any]:
    """The chapter with its quotes moved to `items`, each once."""
    groups = [
        group | {"items": [items.setdefault(json.dumps(item, sort_keys=True), len(items)) for item in group["items"]]}
        for group in chapter["groups"]
    ]
    return chapter | {"groups": groups}
