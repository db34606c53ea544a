"""GeoParquet 1.1 (https://geoparquet.org/releases/v1.1.0/)."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

from geo.export.geometry import around, box_of
from geo.export.layers import Shape
from geo.export.spooled import spooled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from geo.export.contents import Contents
    from geo.export.geometry import Box
    from geo.export.layers import Layer

CORNERS = ("xmin", "ymin", "xmax", "ymax")


def geoparquet(contents: Contents, layer: Layer) -> Iterator[bytes]:
    """Write a layer as GeoParquet; one without a geometry is plain Parquet.

    Args:
        contents: What to write.
        layer: Which rows, with which geometry.

    Yields:
        Bytes; the same contents give the same bytes.
    """
    yield from spooled("layer.parquet", partial(_write, contents, layer))


def _write(contents: Contents, layer: Layer, path: Path) -> None:
    import pyarrow as pa  # noqa: PLC0415 - a third of a second that other formats do not need
    import pyarrow.parquet as pq  # noqa: PLC0415 - as above

    from geo.export.arrow import GEOMETRY, batches, fields, wkb  # noqa: PLC0415 - as above

    corners = pa.struct([(corner, pa.float64()) for corner in CORNERS])
    shaped = layer.shape is not Shape.NONE
    more = [pa.field(GEOMETRY, pa.binary()), pa.field("bbox", corners)] if shaped else []
    schema = pa.schema([*fields(layer.table.columns), *more], metadata={"claimline": compact_json(contents.about)})
    whole: Box | None = None
    kinds: set[str] = set()
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for arrays, geometries in batches(contents, layer):
            boxes = [box_of(one) if one is not None else None for one in geometries]
            for box in boxes:
                whole = around(whole, box)
            kinds |= {one.geom_type for one in geometries if one is not None}
            rows = [dict(zip(CORNERS, box, strict=True)) if box else None for box in boxes]
            shapes = [wkb(geometries), pa.array(rows, corners)] if shaped else []
            writer.write_batch(pa.record_batch([*arrays, *shapes], schema=schema))
        if shaped:
            writer.add_key_value_metadata({"geo": compact_json(geo_column(sorted(kinds), whole))})


def geo_column(kinds: list[str], whole: Box | None) -> dict[str, Any]:
    """What GeoParquet says of a file's geometry; without `crs` it is OGC:CRS84: (lon, lat), WGS 84."""
    column: dict[str, Any] = {
        "encoding": "WKB",
        "geometry_types": kinds,
        "orientation": "counterclockwise",
        "edges": "planar",
        "covering": {"bbox": {corner: ["bbox", corner] for corner in CORNERS}},
    }
    if whole:
        column["bbox"] = list(whole)
    return {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": column}}


def compact_json(value: object) -> str:
    """JSON without spaces, as file metadata hold it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
