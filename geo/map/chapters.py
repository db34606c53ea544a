"""All evidence of a map, for the file that stands alone: of each place only the days on which something changes."""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from geo.control.signals import event_day
from geo.map.evidence import account, heading
from geo.map.full_report import report_record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.map.evidence import Desk, Json

ONE_DAY = timedelta(days=1)


@dataclass(slots=True)
class Store:
    """What many chapters say in the same words, each once, with its number."""

    items: dict[str, int] = field(default_factory=dict)
    texts: dict[str, int] = field(default_factory=dict)

    def item(self, item: Json) -> int:
        """Number of a quote."""
        return self.items.setdefault(json.dumps(item, sort_keys=True), len(self.items))

    def text(self, text: str) -> int:
        """Number of a sentence."""
        return self.texts.setdefault(text, len(self.texts))

    def chapter(self, told: Json) -> Json:
        """An account with its words and quotes replaced by their numbers."""
        groups = [group | {"items": [self.item(item) for item in group["items"]]} for group in told["groups"]]
        words = {name: self.text(told[name]) for name in ("headline", "account")}
        return told | words | {"groups": groups}


def all_evidence(desks: Sequence[Desk], labels: Mapping[str, str]) -> Json:
    """What there is to read about every place on every day.

    Args:
        desks: A desk for each way to look at the claims: the same claims, folded differently.
        labels: The places that can be chosen, with their labels.

    Returns:
        `places` (id, label, name, native, kind), `looks`, `items` (the quotes), `texts` (headlines and accounts;
        chapters name the numbers of both) and `reports` (those that are quoted, whole). For each desk `looks` has
        `about` (place id to chapters, each in force from day number `from` to the next; of later desks only places of
        which the first tells something else) and `silent` (the one chapter of all other places).
    """
    store, at = Store(), desks[0]
    spoken = [place for place in labels if any(_is_spoken(place, one) for one in desks)]
    silent = next((place for place in labels if place not in spoken), None)
    told = [{place: _chapters(one, place, store) for place in spoken} for one in desks]
    first = date.fromisoformat(at.model["start"])
    return {
        "places": [{"id": place, "label": label} | heading(at, place) for place, label in labels.items()],
        "looks": [
            {
                "about": {
                    place: found for place, found in about.items() if about is told[0] or found != told[0][place]
                },
                "silent": store.chapter(account(one, silent, first)) if silent else None,
            }
            for one, about in zip(desks, told, strict=True)
        ],
        "items": [json.loads(text) for text in store.items],
        "texts": list(store.texts),
        "reports": {report: report_record(at.book.reports[report]) for report in _quoted(store.items, at)},
    }


def _is_spoken(place: str, at: Desk) -> bool:
    return bool(at.model["runs"].get(place) or at.book.spoken.get(place))


def _quoted(items: Mapping[str, int], at: Desk) -> list[str]:
    return sorted({json.loads(text)["report"] for text in items} & at.book.reports.keys())


def _chapters(at: Desk, place: str, store: Store) -> list[Json]:
    start = date.fromisoformat(at.model["start"])
    found: list[Json] = []
    for day in change_days(at, place):
        chapter = store.chapter(account(at, place, day))
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
