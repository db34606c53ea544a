"""Layers as Arrow record batches, for GeoPackage and GeoParquet."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import shapely

from geo.export.column import Type

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from shapely.geometry.base import BaseGeometry

    from geo.export.column import Column, Value
    from geo.export.contents import Contents
    from geo.export.layers import Layer

BATCH = 8_192
GEOMETRY = "geometry"
TYPES: dict[Type, pa.DataType] = {
    Type.TEXT: pa.string(),
    Type.INTEGER: pa.int64(),
    Type.NUMBER: pa.float64(),
    Type.BOOLEAN: pa.bool_(),
    Type.DAY: pa.date32(),
    Type.TIME: pa.timestamp("ms", tz="UTC"),
}


def fields(columns: tuple[Column[Any], ...]) -> list[pa.Field]:
    """Arrow fields of columns, each with its meaning."""
    return [pa.field(column.name, TYPES[column.type], metadata={"about": column.about}) for column in columns]


def batches(
    contents: Contents, layer: Layer, text: Callable[[str], str] = str
) -> Iterator[tuple[list[pa.Array], list[BaseGeometry | None]]]:
    """The rows of a layer in batches.

    Args:
        contents: What to write.
        layer: Which rows, with which geometry.
        text: What becomes of each text.

    Yields:
        Arrow arrays, one a column, and the rows' geometries.
    """
    features = layer.features(contents)
    columns = layer.table.columns
    while batch := list(islice(features, BATCH)):
        arrays = [
            pa.array([_value(column.read(row), text) for row, _ in batch], TYPES[column.type], from_pandas=False)
            for column in columns
        ]
        yield arrays, [geometry for _, geometry in batch]


def _value(value: Value, text: Callable[[str], str]) -> Value:
    return text(value) if isinstance(value, str) else value


def wkb(geometries: list[BaseGeometry | None]) -> pa.Array:
    """Geometries as ISO well-known binary, the same bytes on every machine."""
    return pa.array(shapely.to_wkb(geometries, byte_order=1, flavor="iso"), pa.binary())
