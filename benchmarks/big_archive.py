"""A made-up archive of a long war, seeded: a million claims on some thousand places, written as an archive has them.

`python -m benchmarks.big_archive FOLDER [--claims 1000000] [--places 1200]`, over 1,500 days. Places are those of the
gazetteer. Each has a holder that changes every few months; most claims say who that is, some are the rival's, some
tell of fighting, some are denied, planned or a party's own word. The control periods are those of the product's fold.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import shapely

from gazetteer import Gazetteer
from gazetteer.place import Kind, Place
from geo.archive.about import About, about_json
from geo.archive.layout import (
    CLAIMS,
    CONTROL,
    CONTROL_FOLDER,
    DATASET,
    PLACES,
    PLACES_FILE,
    PROBLEMS,
    REPORTS,
    REPORTS_FOLDER,
    UNPLACED,
    UNPLACED_FOLDER,
    month_folder,
    month_of,
    part_name,
)
from geo.archive.signals import signal_columns
from geo.control.fold import fold_columns
from geo.profile import Profile, Side

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

COUNTRY, SEED = "AF", 20_261_122
FIRST, DAYS, PLACES_USED, A_REPORT = date(2018, 1, 1), 1_500, 1_200, 3
HOLDS_DAYS, FRESH_DAYS = 150, 6
OWN_WORD, DENIED, TOLD_OF_CHANGE = 0.2, 0.03, 0.7
UNITS = (Kind.COUNTRY, Kind.PROVINCE, Kind.DISTRICT)
TOWNS = (Kind.CITY, Kind.TOWN, Kind.VILLAGE)
REPORT_ROWS, CLAIM_ROWS, CONTROL_ROWS, PART_ROWS, PART_PLACES = 32, 4_096, 4_096, 50_000, 100
SIDES = ("red", "blue", "green")
PROFILE = Profile(
    title="An invented war",
    sides=(Side("red", "Red", "#D55E00"), Side("blue", "Blue", "#0072B2"), Side("green", "Green", "#009E73")),
    countries=(COUNTRY,),
)
EPOCH = date(1970, 1, 1)
# What is said while a place has a settled holder, in shares; by the holder, about the rival, or of both.
SAID = {
    "holds": (0.40, "Fighters of {actor} hold {place} and patrol its bazaar, residents said ({number})."),
    "fights": (0.25, "Clashes between {actor} and {opponent} went on near {place} for two days ({number})."),
    "advances": (0.12, "{actor} moved towards {place} from the north, a commander told reporters ({number})."),
    "repels": (0.08, "An attack of {opponent} on {place} was beaten back by {actor} overnight ({number})."),
    "takes": (0.07, "{actor} said its fighters had taken {place} after a siege of three weeks ({number})."),
    "besieges": (0.05, "Units of {actor} have cut the last road into {place}, officials said ({number})."),
    "loses": (0.03, "{actor} withdrew from {place} before dawn, according to local elders ({number})."),
}
ACTIONS = tuple(SAID)
RIVALS_DO = ("advances", "takes", "besieges")
FILLER = "The road to the north was closed, and shops stayed shut for most of the week. "
OPENING = "Correspondents spoke to residents by telephone. "


@dataclass(frozen=True, slots=True)
class Drawn:
    """Claims in the order of their publication: for each the number of its place, what is said, and when."""

    place: Ints
    action: Ints
    actor: Ints
    opponent: Ints
    day: Ints
    published: Ints
    own_word: NDArray[np.bool_]
    denied: NDArray[np.bool_]


def made_archive(folder: Path, claims: int = 1_000_000, places: int = PLACES_USED) -> Path:
    """Write the archive.

    Args:
        folder: Where; made where it is not there.
        claims: How many claims.
        places: On how many places.

    Returns:
        The folder.
    """
    every = coloured(Gazetteer.open(), places)
    among = [place for place in every.values() if place.kind is not Kind.COUNTRY]
    table = _claims(_drawn(claims, among), among)
    _write_months(folder, table)
    _write_reports(folder, table)
    _write_control(folder, table, every)
    _write_rest(folder, table, every)
    return folder


def coloured(gazetteer: Gazetteer, count: int) -> dict[str, Place]:
    """The country with its provinces and districts, and of its towns and villages so many that `count` are claimed."""
    found = [place for kind in UNITS for place in gazetteer.places(COUNTRY, kind)]
    narrow = [place for kind in TOWNS for place in gazetteer.places(COUNTRY, kind)]
    found += narrow[: max(0, count + 1 - len(found))]
    return {place.id: place for place in sorted(found, key=lambda place: place.id)}


def _drawn(count: int, among: Sequence[Place]) -> Drawn:
    draw = np.random.default_rng(SEED)
    weight = 1 / draw.permutation(np.arange(3, len(among) + 3)) ** 0.5
    weight *= [0.1 if place.kind is Kind.PROVINCE else 1 for place in among]
    place = draw.choice(len(among), count, p=weight / weight.sum())
    day = draw.integers(0, DAYS, count)
    late = draw.choice([0, 0, 0, 0, 1, 1, 2, 5, 20, 90], count)
    published = np.minimum(day + late, DAYS - 1)
    order = np.argsort(published, kind="stable")
    place, day, published = place[order], day[order], published[order]
    published = published[np.arange(count) // A_REPORT * A_REPORT]  # a report has one day
    day = np.minimum(day, published)
    holder, since = _holders(draw, place, day, len(among))
    fresh = (since < FRESH_DAYS) & (draw.random(count) < TOLD_OF_CHANGE)
    shares = [share for share, _ in SAID.values()]
    action = np.where(fresh, ACTIONS.index("takes"), draw.choice(len(ACTIONS), count, p=np.array(shares) / sum(shares)))
    rival = (holder + draw.integers(1, len(SIDES), count)) % len(SIDES)
    swapped = np.isin(action, [ACTIONS.index(name) for name in RIVALS_DO]) & ~fresh
    # A rival's claim to have taken a place is its own word, or else the line would move every day.
    own_word = (draw.random(count) < OWN_WORD) | (swapped & (action == ACTIONS.index("takes")))
    denied = draw.random(count) < DENIED
    return Drawn(place, action, np.where(swapped, rival, holder), np.where(swapped, holder, rival), day, published,
                 own_word, denied)  # fmt: skip


def _holders(draw: np.random.Generator, place: Ints, day: Ints, places: int) -> tuple[Ints, Ints]:
    """Who has each place on each day, and for how many days."""
    turns = 2 + DAYS // HOLDS_DAYS * 2
    begins = np.cumsum(draw.exponential(HOLDS_DAYS, (places, turns)), axis=1)
    side = draw.integers(0, len(SIDES), (places, turns + 1))
    turn = (begins[place] <= day[:, None]).sum(axis=1)
    began = np.where(turn > 0, begins[place, np.maximum(turn - 1, 0)], -DAYS)
    return side[place, turn], (day - began).astype(np.int64)


def _claims(drawn: Drawn, among: Sequence[Place]) -> pa.Table:
    """All claims as an archive has them, in the order of publication."""
    count = len(drawn.place)
    spots = _by_number(pa.array(np.arange(len(among))), among).take(pa.array(drawn.place))
    actor, opponent = (pa.array(SIDES).take(pa.array(side)) for side in (drawn.actor, drawn.opponent))
    names = pa.array(["Red", "Blue", "Green"])
    said = [SAID[name][1] for name in ACTIONS]
    party = [side.name for side in PROFILE.sides]
    rows = zip(*(column.tolist() for column in (drawn.action, drawn.place, drawn.actor, drawn.opponent)), strict=True)
    quotes = [
        said[action].format(actor=party[one], opponent=party[other], place=among[place].name, number=number)
        for number, (action, place, one, other) in enumerate(rows)
    ]
    starts = _starts(quotes)
    at = [quote.index(among[place].name) for quote, place in zip(quotes, drawn.place.tolist(), strict=True)]
    place_start = np.array(starts) + np.array(at)
    report = [f"r{number // A_REPORT:08}" for number in range(count)]
    action = pa.array(ACTIONS).take(pa.array(drawn.action))
    assertion = np.where(drawn.denied, "denied", "asserted")
    claimant = pc.if_else(pa.array(drawn.own_word), names.take(pa.array(drawn.actor)), pa.nulls(count, pa.string()))
    side = pc.if_else(pa.array(drawn.own_word), actor, pa.nulls(count, pa.string()))
    ids = [
        hashlib.sha256("\x1f".join(map(str, parts)).encode()).digest()[:8].hex()
        for parts in zip(
            report, spots["place_id"].to_pylist(), place_start.tolist(), action.to_pylist(), actor.to_pylist(),
            assertion.tolist(), claimant.to_pylist(), starts, (s + len(q) for s, q in zip(starts, quotes, strict=True)),
            quotes, strict=True,
        )
    ]  # fmt: skip
    days, published = _days(drawn.day), _days(drawn.published)
    columns: dict[str, Any] = {
        "id": ids, **{name: spots[name] for name in spots.column_names}, "place_text": spots["place"],
        "place_start": place_start, "runners_up": pa.array([[]] * count, pa.list_(pa.string())), "action": action,
        "actor_id": actor, "actor": names.take(pa.array(drawn.actor)), "actor_text": names.take(pa.array(drawn.actor)),
        "opponent_id": opponent, "opponent": names.take(pa.array(drawn.opponent)),
        "opponent_text": names.take(pa.array(drawn.opponent)), "recapture": np.zeros(count, bool),
        "partial": np.zeros(count, bool), "assertion": assertion,
        "attribution": np.where(drawn.own_word, "claimed", "reported"), "claimant": claimant,
        "claimant_kind": pc.if_else(pa.array(drawn.own_word), "party", pa.nulls(count, pa.string())),
        "claimant_side": side, "against_interest": np.zeros(count, bool), "day": days, "event_start": days,
        "event_end": days, "date_text": [""] * count, "date_basis": ["explicit"] * count,
        "deaths_low": pa.nulls(count, pa.int64()), "deaths_high": pa.nulls(count, pa.int64()),
        "casualties_text": [""] * count, "quote": quotes, "quote_start": starts,
        "quote_end": [s + len(q) for s, q in zip(starts, quotes, strict=True)], "report": report,
        "published": published, "publisher": [f"Paper {number // A_REPORT % 60}" for number in range(count)],
        "rule": ["invented"] * count, "confidence": np.ones(count),
    }  # fmt: skip
    return pa.table({name: columns[name] for name in CLAIMS.names}, CLAIMS)


def _by_number(numbers: pa.Array, among: Sequence[Place]) -> pa.Table:
    """The places as columns of claims."""
    points = [shapely.Point(place.lon, place.lat) for place in among]
    boxes = [dict(zip(("xmin", "ymin", "xmax", "ymax"), point.bounds, strict=True)) for point in points]
    columns = {
        "place_id": [place.id for place in among], "place": [place.name for place in among],
        "place_kind": [place.kind.value for place in among], "country": [place.country for place in among],
        "parents": [list(place.parents) for place in among], "seat_of": [place.seat_of for place in among],
        "lon": [place.lon for place in among], "lat": [place.lat for place in among],
        "geometry": shapely.to_wkb(points, byte_order=1, flavor="iso"), "bbox": boxes,
    }  # fmt: skip
    return pa.table(columns, pa.schema([CLAIMS.field(name) for name in columns])).take(numbers)


def _starts(quotes: Sequence[str]) -> list[int]:
    """Where each quote begins in the text of its report."""
    starts, at = [], 0
    for number, quote in enumerate(quotes):
        at = len(OPENING) if number % A_REPORT == 0 else at
        starts.append(at + len(FILLER))
        at = starts[-1] + len(quote) + 1
    return starts


def _days(numbers: Ints) -> pa.Array:
    return pa.array((numbers + (FIRST - EPOCH).days).astype(np.int32)).cast(pa.date32())


def _write_months(folder: Path, table: pa.Table) -> None:
    ordered = table.sort_by([(name, "ascending") for name in ("place_id", "event_start", "id")])
    months = pc.strftime(ordered["event_start"].cast(pa.timestamp("s")), "%Y-%m")
    for month in pc.unique(months).to_pylist():
        rows = ordered.filter(pc.equal(months, month))
        _write(month_folder(folder, month_of(date.fromisoformat(f"{month}-01"))) / part_name(0), rows, CLAIM_ROWS)


def _write_reports(folder: Path, table: pa.Table) -> None:
    told = zip(*(table[name].to_pylist() for name in ("report", "published", "publisher", "quote")), strict=True)
    number = 0
    while lines := list(islice(told, PART_ROWS * A_REPORT)):
        groups = [lines[at : at + A_REPORT] for at in range(0, len(lines), A_REPORT)]
        rows = pa.Table.from_pylist([_report(group) for group in groups], REPORTS)
        _write(folder / REPORTS_FOLDER / part_name(number), rows, REPORT_ROWS)
        number += 1


def _report(group: Sequence[tuple[str, date, str, str]]) -> dict[str, object]:
    name, published, publisher, _ = group[0]
    text = OPENING + "".join(f"{FILLER}{quote} " for *_, quote in group)
    return {
        "report": name, "published": published, "published_text": "", "publisher": publisher,
        "title": f"News of {published.isoformat()}, {name}", "source": f"{name}.txt", "format": "txt",
        "date_basis": "given", "published_from": "", "publisher_from": "", "title_from": "",
        "sha256": hashlib.sha256(text.encode()).hexdigest(), "claims": len(group),
        "body": [{"start": 0, "end": len(text)}], "text": text,
    }  # fmt: skip


def _write_control(folder: Path, table: pa.Table, places: Mapping[str, Place]) -> None:
    periods = fold_columns(
        signal_columns(table, places), places, start=FIRST, end=FIRST + timedelta(days=DAYS),
        stale_after_days=PROFILE.stale_after_days,
    )  # fmt: skip
    of_place = groupby(periods, lambda one: one.place)
    number = 0
    while some := [one for _, run in islice(of_place, PART_PLACES) for one in run]:
        rows = [
            {
                "place_id": one.place, "start": one.start, "end": one.end, "status": one.status.value,
                "holder_id": one.holder, "rival_ids": one.rivals, "inherited_from": one.inherited_from,
                "claim_count": len(one.claims), "claims": one.claims, "method": one.method,
            }
            for one in some
        ]  # fmt: skip
        _write(folder / CONTROL_FOLDER / part_name(number), pa.Table.from_pylist(rows, CONTROL), CONTROL_ROWS)
        number += 1


def _write_rest(folder: Path, table: pa.Table, places: Mapping[str, Place]) -> None:
    counts = {row["values"]: row["counts"] for row in pc.value_counts(table["place_id"]).to_pylist()}
    spots = _by_number(pa.array(np.arange(len(places))), tuple(places.values()))
    more = {
        "radius_km": [place.radius_km for place in places.values()],
        "native": [place.native for place in places.values()],
        "population": [place.population for place in places.values()],
        "source": [place.source for place in places.values()],
        "claims": [counts.get(place, 0) for place in places],
        "approximate": pa.nulls(len(places), pa.bool_()),
        "area_source": pa.nulls(len(places), pa.string()),
    }
    columns = {name: more[name] if name in more else spots[name] for name in PLACES.names}
    _write(folder / PLACES_FILE, pa.table(columns, PLACES), PART_ROWS)
    _write(folder / UNPLACED_FOLDER / part_name(0), UNPLACED.empty_table(), PART_ROWS)
    (folder / PROBLEMS).write_text("", encoding="utf-8")
    about = About(
        PROFILE, FIRST, FIRST + timedelta(days=DAYS),
        {"reports": -(-len(table) // A_REPORT), "claims": len(table), "places": len(places), "unplaced": 0,
         "problems": 0},
    )  # fmt: skip
    (folder / DATASET).write_text(about_json(about), encoding="utf-8")


def _write(path: Path, rows: pa.Table, group: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(rows, path, row_group_size=group, compression="zstd")


def main() -> None:
    """Write the archive into a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--places", type=int, default=PLACES_USED)
    asked = parser.parse_args()
    sys.stdout.write(f"{made_archive(asked.folder, asked.claims, asked.places)}\n")


if __name__ == "__main__":
    main()
