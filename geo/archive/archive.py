"""An archive that is open for reading: its places and the footers of its files are in memory, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from geo.archive.about import About, about_json, read_about
from geo.archive.layout import (
    CLAIMS,
    CLAIMS_FOLDER,
    CONTROL,
    CONTROL_FOLDER,
    PLACES,
    PLACES_FILE,
    PROBLEMS,
    REPORTS,
    REPORTS_FOLDER,
    UNPLACED,
    UNPLACED_FOLDER,
)
from geo.archive.other_rows import places_of
from geo.archive.row_groups import RowGroups, row_groups
from geo.errors import ClaimlineError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from gazetteer.place import Place


@dataclass(frozen=True, slots=True)
class Archive:
    """An open archive.

    Attributes:
        folder: Where it lies.
        about: What it says of itself.
        places: Every place that is coloured, by id.
        spoken: How many claims are on each place that has any.
        claims: The claims, to be asked by place and days.
        control: The control periods, to be asked by place.
        unplaced: Names that found no place.
        open_reports: Reads the footers of the reports' files, once.
    """

    folder: Path
    about: About
    places: Mapping[str, Place]
    spoken: Mapping[str, int]
    claims: RowGroups
    control: RowGroups
    unplaced: RowGroups
    open_reports: Callable[[], RowGroups]

    @property
    def reports(self) -> RowGroups:
        """The reports, to be asked by id and day of publication; so many that the map need not wait for them."""
        return self.open_reports()

    @property
    def problems(self) -> Path:
        """The list of what was not read, a JSON object a line."""
        return self.folder / PROBLEMS

    @property
    def fingerprint(self) -> str:
        """Changes whenever a file of the archive is written anew."""
        files = (file for part in (self.claims, self.control) for file in part.files)
        facts = ("\t".join(map(str, (file.path.name, *file.stamp))) for file in files)
        return "\n".join((about_json(self.about), *facts))


def open_archive(folder: Path) -> Archive:
    """Open an archive.

    Args:
        folder: Its folder.

    Returns:
        The archive.

    Raises:
        ClaimlineError: It is no archive that is finished, or a file of it cannot be read.
    """
    about = read_about(folder)
    try:
        table = pq.read_table(folder / PLACES_FILE, schema=PLACES)
        return Archive(
            folder=folder,
            about=about,
            places={place.id: place for place in places_of(table)},
            spoken=_spoken(table),
            claims=row_groups(_files(folder / CLAIMS_FOLDER), CLAIMS, ("place_id", "day", "published")),
            control=row_groups(_files(folder / CONTROL_FOLDER), CONTROL, ("place_id",)),
            unplaced=row_groups(_files(folder / UNPLACED_FOLDER), UNPLACED, ("report",)),
            open_reports=cache(partial(_reports, folder)),
        )
    except (OSError, pa.ArrowException, KeyError) as error:
        message = f"{folder}: the archive cannot be read ({error}). Let `claimline extract` make it anew."
        raise ClaimlineError(message) from error


def _reports(folder: Path) -> RowGroups:
    return row_groups(_files(folder / REPORTS_FOLDER), REPORTS, ("report", "published"))


def _files(folder: Path) -> tuple[Path, ...]:
    return tuple(folder.glob("**/*.parquet"))


def _spoken(places: pa.Table) -> dict[str, int]:
    counts = zip(places["place_id"].to_pylist(), places["claims"].to_pylist(), strict=True)
    return {place: count for place, count in counts if count}
