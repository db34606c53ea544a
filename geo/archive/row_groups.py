"""Parquet files read by row groups: only those whose statistics allow for what is asked."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from geo.archive.bounds import bounds_of
from geo.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from geo.archive.bounds import Bounds

Span = tuple[date, date]
"""First and last day, inclusive."""
Stamp = tuple[int, int]
"""Size in bytes and time of change in nanoseconds of a file."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows are asked for; those that all given conditions hold for.

    Attributes:
        values: For a column of texts the values that it may have, in order, none of them twice.
        days: For a column of days the first and the last, inclusive.
    """

    values: Mapping[str, Sequence[str]] = field(default_factory=dict)
    days: Mapping[str, Span] = field(default_factory=dict)

    def of(self, table: pa.Table) -> pa.Table:
        """Those of some rows that are wanted."""
        for name, values in self.values.items():
            table = table.filter(pc.is_in(table[name].cast(pa.string()), pa.array(values, pa.string())))
        for name, (first, last) in self.days.items():
            table = table.filter(pc.and_(pc.greater_equal(table[name], first), pc.less_equal(table[name], last)))
        return table


def wanted(name: str, values: Collection[str], **days: Span) -> Wanted:
    """Rows with one of some texts in a column, and days within spans in others."""
    return Wanted({name: sorted(set(values))}, days)


@dataclass(frozen=True, slots=True)
class File:
    """A Parquet file and what its footer says.

    Attributes:
        path: Where it lies.
        stamp: What was at that path when the footer was read.
        rows: How many rows it has.
        group_count: In how many row groups.
        bounds: Least and greatest values of the key columns.
        footer: The whole footer, so that it is parsed once; a tenth of a megabyte. None: parsed at each reading.
    """

    path: Path
    stamp: Stamp
    rows: int
    group_count: int
    bounds: Mapping[str, Bounds]
    footer: pq.FileMetaData | None

    def groups(self, asked: Wanted) -> list[int]:
        """Numbers of the row groups that can hold what is wanted."""
        found = np.ones(self.group_count, bool)
        for name, values in asked.values.items():
            if name in self.bounds:
                found &= self.bounds[name].with_any(values)
        for name, (first, last) in asked.days.items():
            if name in self.bounds:
                found &= self.bounds[name].between(first, last)
        return [int(number) for number in np.flatnonzero(found)]

    def read(self, numbers: Sequence[int], columns: Sequence[str], coded: Sequence[str], *, threads: bool) -> pa.Table:
        """Some row groups.

        Raises:
            ArchiveError: The file is no longer the one whose footer was read, or it cannot be read.
        """
        self._check()
        try:
            with pq.ParquetFile(self.path, metadata=self.footer, read_dictionary=list(coded)) as opened:
                table = opened.read_row_groups(list(numbers), columns=list(columns), use_threads=threads)
        except (OSError, pa.ArrowException) as error:
            self._check()
            message = f"{self.path}: the file cannot be read ({error}). Let `claimline extract` make the archive anew."
            raise ArchiveError(message) from error
        self._check()  # it may have been replaced just before it was opened
        return table

    def _check(self) -> None:
        with suppress(OSError):  # it is gone, and so changed
            if _stamp(self.path) == self.stamp:
                return
        message = f"{self.path}: the archive was changed meanwhile by another run. Reload it once that is done."
        raise ArchiveError(message)


@dataclass(frozen=True, slots=True, weakref_slot=True)
class RowGroups:
    """The files of one table, in the order of their names. Can be read by several threads at once."""

    files: tuple[File, ...]
    schema: pa.Schema

    @property
    def rows(self) -> int:
        """How many rows all files have."""
        return sum(file.rows for file in self.files)

    def chosen(self, asked: Wanted) -> list[tuple[File, list[int]]]:
        """The files, and the numbers of their row groups, that can hold what is wanted."""
        return [(file, numbers) for file in self.files if (numbers := file.groups(asked))]

    def tables(
        self, columns: Sequence[str], asked: Wanted, coded: Sequence[str] = (), *, threads: bool = False
    ) -> Iterator[pa.Table]:
        """Rows file by file.

        Args:
            columns: Which columns; those that are asked about must be among them.
            asked: Which rows.
            coded: Columns of texts to be read as dictionaries, which takes less time and memory.
            threads: Read columns beside each other, for somebody who waits for them.

        Yields:
            A table for each file that holds any; may be empty.

        Raises:
            ArchiveError: A file was replaced since its footer was read, or it cannot be read.
        """
        for file, numbers in self.chosen(asked):
            table = file.read(numbers, columns, coded, threads=threads)
            # Each row group has a dictionary of its own.
            yield asked.of(table.unify_dictionaries() if coded else table)

    def read(self, columns: Sequence[str], asked: Wanted) -> pa.Table:
        """All rows that are wanted, in the order of the files."""
        found = list(self.tables(columns, asked, threads=True))
        return pa.concat_tables(found) if found else self.schema.empty_table().select(list(columns))


def row_groups(
    paths: Collection[Path], schema: pa.Schema, keys: Sequence[str], *, keep_footers: bool = True
) -> RowGroups:
    """Read the footers of files.

    Args:
        paths: The files.
        schema: Their columns.
        keys: Columns by which rows are asked for.
        keep_footers: Whether quick looks matter more than memory.

    Returns:
        The files, none of their rows read.
    """
    return RowGroups(tuple(_file(path, schema, keys, keep=keep_footers) for path in sorted(paths)), schema)


def _file(path: Path, schema: pa.Schema, keys: Sequence[str], *, keep: bool) -> File:
    stamp = _stamp(path)
    metadata = pq.read_metadata(path)
    places = {metadata.schema.column(number).path: number for number in range(metadata.num_columns)}
    bounds = {key: bounds_of(metadata, places[key], schema.field(key).type) for key in keys}
    return File(path, stamp, metadata.num_rows, metadata.num_row_groups, bounds, metadata if keep else None)


def _stamp(path: Path) -> Stamp:
    found = path.stat()
    return found.st_size, found.st_mtime_ns
