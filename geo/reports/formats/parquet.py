"""Apache Parquet: one report a row."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from geo.errors import ReportError
from geo.reports.formats.columns import map_columns
from geo.reports.formats.rows import row_draft

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyarrow import NativeFile

    from geo.reports.draft import Draft, Refusal
    from geo.reports.options import ReadingOptions

# What is read at once: of long reports a megabyte or two.
BATCH = 256
_LETTERS = 60


def read(data: bytes, options: ReadingOptions) -> Iterator[Draft | Refusal]:
    """Read a table.

    Args:
        data: The raw bytes.
        options: Columns that a person named; the limit of rows.

    Yields:
        A draft a row, its part the row's number from 1.

    Raises:
        ReportError: It is no Parquet, has no column for text or date, or too many rows.
    """
    import pyarrow as pa  # noqa: PLC0415 - a third of a second that other formats do not need

    for number, part in enumerate(rows(pa.BufferReader(data), options), start=1):
        if number > options.limits.rows:
            reason = f"it has more than {options.limits.rows:,} rows"
            raise ReportError(reason, "Split it")
        yield part


def rows(source: NativeFile, options: ReadingOptions) -> Iterator[Draft | Refusal]:
    """Read a table some rows at a time, however many it has.

    Args:
        source: The opened file.
        options: Columns that a person named.

    Yields:
        A draft a row, its part the row's number from 1.

    Raises:
        ReportError: It is no Parquet, or has no column for text or date.
    """
    import pyarrow as pa  # noqa: PLC0415 - as above
    import pyarrow.parquet as pq  # noqa: PLC0415 - as above

    number = 0
    try:
        file = pq.ParquetFile(source)
        mapped = map_columns(file.schema_arrow.names, options.columns)
        for batch in file.iter_batches(BATCH, columns=sorted(set(mapped.values())), use_threads=False):
            for row in batch.to_pylist():
                number += 1
                yield row_draft({name: _plain(cell) for name, cell in row.items()}, mapped, f"row {number}")
    except (pa.ArrowException, OSError, MemoryError) as error:
        reason = f"it cannot be read as Parquet ({' '.join(str(error).split())[:_LETTERS]})"
        raise ReportError(reason, "Write it anew, or as JSON lines") from None


def count(source: NativeFile) -> int:
    """How many rows a table says it has.

    Raises:
        ReportError: It is no Parquet.
    """
    import pyarrow as pa  # noqa: PLC0415 - as above
    import pyarrow.parquet as pq  # noqa: PLC0415 - as above

    try:
        return int(pq.ParquetFile(source).metadata.num_rows)
    except (pa.ArrowException, OSError, MemoryError):
        return 1


def _plain(value: Any) -> str:  # noqa: ANN401 - a table holds anything
    """A value as text: words, numbers and days as they are, nothing for what is nested or missing."""
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
