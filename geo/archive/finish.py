"""What needs all partitions of an archive: claims by month, places, control periods, and what it says of itself."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from geo.archive.about import About, about_json
from geo.archive.arrow_alone import give_back
from geo.archive.control import MapDays, buckets, write_control
from geo.archive.files import parquet_bytes
from geo.archive.folder import keep_months, keep_only
from geo.archive.layout import (
    CLAIMS_FOLDER,
    CONTROL_FOLDER,
    DATASET,
    PLACES_FILE,
    month_folder,
    part_name,
)
from geo.archive.ledger import all_done
from geo.archive.months import batches_by_month, write_month
from geo.archive.summary import days_of_map, war_of
from geo.archive.tables import places_table
from geo.export.atomic import write_whole
from geo.extent import with_units
from geo.reports.inputs import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from gazetteer import Gazetteer
    from gazetteer.place import Place
    from geo.archive.reading import Settings
    from geo.archive.summary import Summary
    from geo.engine.engine import Engine
    from geo.reports.inputs import Input

    Progress = Callable[[str, int, int], None]

MONTHS, CONTROL = "Sorting claims", "Folding claims"
# Areas of districts are some kilobytes each.
PLACE_ROWS = 512


@dataclass(frozen=True, slots=True)
class Parts:
    """All partitions of an archive.

    Attributes:
        count: How many there are.
        summary: What they amount to.
        problems: How many problems they have.
        inputs: What was read: name → SHA-256.
    """

    count: int
    summary: Summary
    problems: int
    inputs: Mapping[str, str]


def inputs_read(archive: Path, inputs: Iterable[Input], count: int) -> dict[str, str]:
    """What was read: the files that were named, and all texts together, each with a hash."""
    files = {printable(one): _file_digest(one) for one in inputs if isinstance(one, Path) and one.is_file()}
    texts = hashlib.sha256()
    for done in all_done(archive, count):
        texts.update(done.key.encode())
    return {**dict(sorted(files.items())), "all texts": texts.hexdigest()}


def periods_of_finished(archive: Path, parts: Parts, settings: Settings) -> int | None:
    """The number of control periods where the archive is finished, made of just these parts and whole, else None."""
    try:
        facts = json.loads((archive / DATASET).read_bytes())
        same = facts["inputs"] == parts.inputs and facts["made_with"] == settings.versions
        return int(facts["counts"]["control"]) if same and facts["files"] == _files(archive) else None
    except (OSError, ValueError, KeyError):
        return None


def finish(  # noqa: PLR0913, PLR0917 - the parts of a run
    archive: Path, parts: Parts, settings: Settings, engine: Engine, gazetteer: Gazetteer, progress: Progress
) -> int:
    """Write what needs all partitions.

    Args:
        archive: Its folder, all partitions done.
        parts: What they amount to.
        settings: What they were read with.
        engine: Who folds.
        gazetteer: Places.
        progress: Called with what is being done, how much is done, and how much there is.

    Returns:
        How many control periods there are.

    Raises:
        ArchiveError: A worker died while it folded.
        ExportError: A file cannot be written.
    """
    # Who folds needs neither the gazetteer nor the rules; those who read hold more of them than all that comes now.
    engine.rest()
    (archive / DATASET).unlink(missing_ok=True)
    summary = parts.summary
    war = war_of(settings.profile, summary)
    start, end = days_of_map(war, summary)
    _write_months(archive, parts.count, progress)
    places = with_units({place_id: gazetteer.get(place_id) for place_id in summary.places}, war.countries, gazetteer)
    table = places_table(tuple(places.values()), gazetteer.area, summary.places)
    write_whole(archive / PLACES_FILE, (parquet_bytes(table, PLACE_ROWS),))
    periods = _write_control(archive, places, summary, MapDays(start, end, war.stale_after_days), engine, progress)
    counts = {
        "reports": summary.reports, "claims": summary.claims, "places": len(places), "control": periods,
        "unplaced": summary.unplaced, "problems": parts.problems,
    }  # fmt: skip
    about = About(war, start, end, counts, dict(settings.versions), parts.inputs, _files(archive))
    write_whole(archive / DATASET, (about_json(about).encode(),))
    return periods


def _write_months(archive: Path, count: int, progress: Progress) -> None:
    months = batches_by_month(archive, ((done.number, done.summary.months) for done in all_done(archive, count)))
    for at, (month, batches) in enumerate(months.items(), start=1):
        parts = write_month(archive, month, batches)
        keep_only(month_folder(archive, month), {part_name(number) for number in range(parts)})
        give_back()
        progress(MONTHS, at, len(months))
    keep_months(archive / CLAIMS_FOLDER, {month_folder(archive, month).name for month in months})


def _write_control(  # noqa: PLR0913, PLR0917 - as `finish`
    archive: Path, places: Mapping[str, Place], summary: Summary, days: MapDays, engine: Engine, progress: Progress
) -> int:
    shared = buckets(places, summary.places)
    periods = 0
    for done, rows in enumerate(write_control(archive, shared, days, engine), start=1):
        periods += rows
        progress(CONTROL, done, len(shared))
    keep_only(archive / CONTROL_FOLDER, {part_name(number) for number in range(len(shared))})
    return periods


def _files(archive: Path) -> dict[str, str]:
    """What is made of all parts together, each file with its hash."""
    months, control = archive / CLAIMS_FOLDER, archive / CONTROL_FOLDER
    found = (archive / PLACES_FILE, *months.glob("month=*/part-*.parquet"), *control.glob("part-*.parquet"))
    return {path.relative_to(archive).as_posix(): _file_digest(path) for path in sorted(found)}


def _file_digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
