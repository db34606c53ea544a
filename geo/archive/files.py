"""Tables to the bytes of files; the same table gives the same bytes."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow import ipc

from geo.archive.layout import FORMAT
from geo.archive.tables import kinds_and_box
from geo.export.geoparquet import compact_json, geo_column

if TYPE_CHECKING:
    from collections.abc import Iterable

# What one look at a place reads of a month: some thousand claims, a megabyte or two.
CLAIM_ROWS = 4_096
# What opening one report reads, a megabyte of text in 2 ms. With fewer, reading what all the groups are takes longer
# than reading reports, and more memory than anything else on the page.
REPORT_ROWS = 128
COMPRESSION = "zstd"
# Of many small batches zstd takes longer to begin than to do.
QUICK = "lz4"


def parquet_bytes(table: pa.Table, group_rows: int) -> bytes:
    """A table as a Parquet file; with a geometry, as GeoParquet 1.1.

    Args:
        table: Of a schema of `geo.archive.layout`.
        group_rows: Rows of a row group: what is read together.

    Returns:
        The file.
    """
    metadata = {"claimline": FORMAT}
    if "geometry" in table.column_names:
        metadata["geo"] = compact_json(geo_column(*kinds_and_box(table)))
    sink = pa.BufferOutputStream()
    schema = table.schema.with_metadata(metadata)
    with pq.ParquetWriter(sink, schema, compression=COMPRESSION, write_page_index=True) as writer:
        writer.write_table(table.cast(schema), row_group_size=group_rows)
    return bytes(sink.getvalue())


def arrow_bytes(batches: Iterable[pa.Table], schema: pa.Schema) -> bytes:
    """Tables as an Arrow file in which each is a batch, so that one can be read without the others.

    Args:
        batches: Tables of the schema, none of them empty.
        schema: Their columns.

    Returns:
        The file.
    """
    sink = pa.BufferOutputStream()
    with ipc.new_file(sink, schema, options=ipc.IpcWriteOptions(compression=QUICK, use_threads=False)) as writer:
        for table in batches:
            for batch in table.combine_chunks().to_batches():
                writer.write_batch(batch)
    return bytes(sink.getvalue())


def digest(data: bytes) -> str:
    """SHA-256, hexadecimal."""
    return hashlib.sha256(data).hexdigest()
