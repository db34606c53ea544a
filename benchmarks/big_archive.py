"""A made-up archive of a long war, seeded: a million claims on some thousand places, written as an archive has them.

`python -m benchmarks.big_archive FOLDER [--claims 1000000] [--places 1200]`, over 1,500 days. Places are those of the
gazetteer. Each has a holder that changes every few months; most claims say who that is, some are the rival's, some
tell of fighting, some are denied or a party's own word. The control periods are those of the product's fold.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from datetime import date, timedelta
from itertools import groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from benchmarks.invented_claims import FILLER, OPENING, claim_rows, place_columns
from benchmarks.invented_war import A_REPORT, COUNTRY, DAYS, FIRST, PROFILE, drawn
from gazetteer import Gazetteer
from gazetteer.place import Kind, Place
from geo.archive.about import About, about_json
from geo.archive.files import CLAIM_ROWS, REPORT_ROWS
from geo.archive.layout import (
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
from geo.holdings.overview import keep_overview

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PLACES_USED = 1_200
UNITS = (Kind.COUNTRY, Kind.PROVINCE, Kind.DISTRICT)
TOWNS = (Kind.CITY, Kind.TOWN, Kind.VILLAGE)
CONTROL_ROWS, PART_ROWS, PART_PLACES = 4_096, 50_000, 100


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
    table = claim_rows(drawn(claims, among), among)
    _write_months(folder, table)
    _write_reports(folder, table)
    _write_control(folder, table, every)
    _write_rest(folder, table, every)
    keep_overview(folder)
    return folder


def coloured(gazetteer: Gazetteer, count: int) -> dict[str, Place]:
    """The country with its provinces and districts, and of its towns and villages so many that `count` are claimed."""
    found = [place for kind in UNITS for place in gazetteer.places(COUNTRY, kind)]
    narrow = [place for kind in TOWNS for place in gazetteer.places(COUNTRY, kind)]
    found += narrow[: max(0, count + 1 - len(found))]
    return {place.id: place for place in sorted(found, key=lambda place: place.id)}


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
    spots = place_columns(tuple(places.values()))
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
