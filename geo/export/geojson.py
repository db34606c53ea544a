"""GeoJSON (RFC 7946). `start` and `end` are instants in UTC (RFC 3339), half-open: [start, end)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from geo.export.column import rfc3339
from geo.export.feature_collection import feature_collection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.export.contents import Contents
    from geo.export.feature_collection import Feature
    from geo.export.layers import Layer


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
    key = layer.table.columns[0].name
    for row, geometry in layer.features(contents):
        properties = {
            name: rfc3339(value) if isinstance(value, date) else value
            for name, value in layer.table.record(row).items()
        }
        yield str(properties[key]), geometry, properties
