"""GeoJSON (RFC 7946). `start` and `end` are instants in UTC (RFC 3339), half-open: [start, end)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from geo.export.column import Type, rfc3339
from geo.export.feature_collection import feature_collection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.export.column import Value
    from geo.export.contents import Contents
    from geo.export.feature_collection import Feature
    from geo.export.layers import Layer

TIMES = frozenset({Type.DAY, Type.TIME})


def geojson(contents: Contents, layer: Layer) -> Iterator[bytes]:
    """Write a layer as GeoJSON.

    Args:
        contents: What to write.
        layer: Which rows, with which geometry.

    Yields:
        UTF-8 bytes, one feature a line; the same contents give the same bytes.
    """
    yield from feature_collection({"name": layer.table.name} | contents.about, _features(contents, layer))


def _features(contents: Contents, layer: Layer) -> Iterator[Feature]:
    columns = [(column.name, column.read, column.type in TIMES) for column in layer.table.columns]
    key = columns[0][0]
    for row, geometry in layer.features(contents):
        properties = {name: _told(read(row)) if timed else read(row) for name, read, timed in columns}
        yield str(properties[key]), geometry, properties


def _told(value: Value) -> Value:
    return rfc3339(value) if isinstance(value, date) else value
