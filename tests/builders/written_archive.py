"""A data set written as an archive has it."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import pyarrow.parquet as pq

from geo.archive.about import About, about_json
from geo.archive.layout import (
    CONTROL_FOLDER,
    DATASET,
    PLACES_FILE,
    PROBLEMS,
    REPORTS_FOLDER,
    UNPLACED_FOLDER,
    month_folder,
    month_of,
    part_name,
)
from geo.archive.tables import claims_table, control_table, places_table, reports_table, unplaced_table
from geo.control.signals import event_day

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pyarrow as pa

    from geo.export.geometry import Outline
    from geo.pipeline import Dataset


def written_archive(
    folder: Path, data: Dataset, area: Callable[[str], Outline | None] = lambda _: None, rows: int = 4
) -> Path:
    """Row groups have so few `rows` that even small data have several."""
    claims = sorted(data.claims, key=lambda one: (one.place.id, one.event_start or event_day(one), one.id))
    publishers = {report.id: report.publisher for report in data.reports}
    for month in sorted({month_of(one.event_start) for one in claims}):
        own = [one for one in claims if month_of(one.event_start) == month]
        _write(month_folder(folder, month) / part_name(0), claims_table(own, publishers), rows)
    counts = Counter(one.report for one in data.claims)
    reports = sorted(data.reports, key=lambda one: one.id)
    taken = {report: choice.profile.id for report, choice in data.choices.items()} or None
    _write(folder / REPORTS_FOLDER / part_name(0), reports_table(reports, taken, counts), rows)
    spoken = Counter(one.place.id for one in data.claims)
    places = [data.places[key] for key in sorted(data.places)]
    _write(folder / PLACES_FILE, places_table(places, area, spoken), rows)
    # A place is in one file; the files stand for those of several workers.
    for number in range(2):
        half = [one for one in data.periods if sorted(data.places).index(one.place) % 2 == number]
        _write(folder / CONTROL_FOLDER / part_name(number), control_table(half), rows)
    _write(folder / UNPLACED_FOLDER / part_name(0), unplaced_table(data.unplaced), rows)
    problems = "".join(f"{json.dumps({'problem': problem})}\n" for problem in data.problems)
    (folder / PROBLEMS).write_text(problems, encoding="utf-8")
    (folder / DATASET).write_text(about_json(_about(data)), encoding="utf-8")
    return folder


def _about(data: Dataset) -> About:
    every = {"reports": data.reports, "claims": data.claims, "unplaced": data.unplaced, "problems": data.problems}
    return About(data.profile, data.start, data.end, {name: len(rows) for name, rows in every.items()})


def _write(path: Path, table: pa.Table, rows: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(table, path, row_group_size=rows)
