"""The claims of all partitions to the files of each month, in order of place: part by part, never all at once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import ipc

from geo.archive.files import CLAIM_ROWS, parquet_bytes
from geo.archive.layout import CLAIMS, month_folder, part_name, read_file
from geo.export.atomic import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

# What is sorted at once, and one file then holds; more only where one place has more claims in one month.
MOST_ROWS = 100_000
ORDER = [("place_id", "ascending"), ("event_start", "ascending"), ("id", "ascending")]


@dataclass(frozen=True, slots=True)
class Batch:
    """Where the claims of a month lie that a partition gave: a file, the number of the batch in it, and its rows."""

    file: Path
    number: int
    rows: int

    def read(self, columns: list[str] | None = None) -> pa.Table:
        """The claims.

        Args:
            columns: Which columns; None for all.
        """
        kept = None if columns is None else [CLAIMS.get_field_index(name) for name in columns]
        options = ipc.IpcReadOptions(included_fields=kept, use_threads=False)
        with pa.memory_map(str(self.file)) as source:
            found = ipc.open_file(source, options=options)
            return pa.Table.from_batches([found.get_batch(self.number)])


def batches_by_month(archive: Path, months: Iterable[tuple[int, Mapping[str, int]]]) -> dict[str, list[Batch]]:
    """Where the claims of each month lie.

    Args:
        archive: Its folder.
        months: Numbers of the partitions in order, each with its months and their numbers of claims.

    Returns:
        Months in order, the batches of each in the order of the partitions.
    """
    found: dict[str, list[Batch]] = {}
    for number, counts in months:
        # One path for all: of a hundred thousand reports there are a hundred thousand batches.
        file = read_file(archive, number)
        for at, (month, rows) in enumerate(sorted(counts.items())):
            found.setdefault(month, []).append(Batch(file, at, rows))
    return dict(sorted(found.items()))


def write_month(archive: Path, month: str, batches: list[Batch], most_rows: int = MOST_ROWS) -> int:
    """Write the claims of a month.

    Args:
        archive: Its folder.
        month: Of the events.
        batches: Where they lie.
        most_rows: How many are sorted at once.

    Returns:
        How many files they fill.

    Raises:
        ExportError: A file cannot be written.
    """
    folder = month_folder(archive, month)
    folder.mkdir(parents=True, exist_ok=True)
    number = 0
    for number, (first, last) in enumerate(_ranges(batches, most_rows), start=1):
        rows = pa.concat_tables([_between(batch.read(), first, last) for batch in batches])
        # Sorting keeps rows that are equal in the order of the partitions.
        write_whole(folder / part_name(number - 1), (parquet_bytes(rows.sort_by(ORDER), CLAIM_ROWS),))
    return number


def _ranges(batches: list[Batch], most_rows: int) -> Iterator[tuple[str, str | None]]:
    """First and last place of each file, so that none has too many rows; None for the last of all."""
    if sum(batch.rows for batch in batches) <= most_rows:
        yield "", None
        return
    counts = Counter[str]()
    for batch in batches:
        counts.update(batch.read(["place_id"])["place_id"].to_pylist())
    places = sorted(counts)
    first, rows = 0, 0
    for at, place in enumerate(places):
        if rows and rows + counts[place] > most_rows:
            yield places[first], places[at - 1]
            first, rows = at, 0
        rows += counts[place]
    yield places[first], places[-1]


def _between(rows: pa.Table, first: str, last: str | None) -> pa.Table:
    if last is None:
        return rows
    place = rows["place_id"]
    return rows.filter(pc.and_(pc.greater_equal(place, first), pc.less_equal(place, last)))
