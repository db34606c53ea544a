"""A GeoJSON FeatureCollection, written feature by feature."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from geo.export.geometry import Box, box_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Json = dict[str, Any]


def feature(feature_id: str, geometry: Json | None, properties: Mapping[str, object]) -> Json:
    """One GeoJSON feature."""
    return {"type": "Feature", "id": feature_id, "geometry": geometry, "properties": dict(properties)}


def feature_collection(members: Mapping[str, object], features: Iterable[Json]) -> Iterator[bytes]:
    """Write a FeatureCollection, one feature a line; it is never whole in memory.

    Args:
        members: Further members of the collection, such as `name` and `attribution` (RFC 7946, section 6.1).
        features: The features in order.

    Yields:
        UTF-8 bytes. The same arguments give the same bytes.
    """
    head = "".join(f",{_json(key)}:{_json(value)}" for key, value in members.items())
    yield f'{{"type":"FeatureCollection"{head},"features":['.encode()
    box: Box | None = None
    for number, one in enumerate(features):
        yield f"{',' if number else ''}\n{_json(one)}".encode()
        box = _around(box, box_of(one["geometry"]))
    tail = f',"bbox":{_json(box)}' if box else ""
    yield f"\n]{tail}}}\n".encode()


def _around(one: Box | None, other: Box | None) -> Box | None:
    if one is None or other is None:
        return one or other
    return (min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3]))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
