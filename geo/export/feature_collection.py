"""A GeoJSON FeatureCollection, written feature by feature."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING

from shapely.geometry import mapping

from geo.export.geometry import Box, around, box_of
from geo.export.site import KEPT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from shapely.geometry.base import BaseGeometry

    Feature = tuple[str, BaseGeometry | None, Mapping[str, object]]


def feature_collection(members: Mapping[str, object], features: Iterable[Feature]) -> Iterator[bytes]:
    """Write a FeatureCollection, one feature a line; it is never whole in memory.

    Args:
        members: Further members of the collection, such as `name` and `attribution` (RFC 7946, section 6.1).
        features: Id, geometry (ready to be written, see `geo.export.geometry`) and properties of each.

    Yields:
        UTF-8 bytes. The same arguments give the same bytes.
    """
    head = "".join(f",{_json(key)}:{_json(value)}" for key, value in members.items())
    yield f'{{"type":"FeatureCollection"{head},"features":['.encode()
    box: Box | None = None
    written = lru_cache(maxsize=KEPT)(_written)
    for number, (name, geometry, properties) in enumerate(features):
        text, own = written(geometry)
        box = around(box, own)
        line = f'{{"type":"Feature","id":{_json(name)},"geometry":{text},"properties":{_json(properties)}}}'
        yield f"{',' if number else ''}\n{line}".encode()
    tail = f',"bbox":{_json(box)}' if box else ""
    yield f"\n]{tail}}}\n".encode()


def _written(geometry: BaseGeometry | None) -> tuple[str, Box | None]:
    return ("null", None) if geometry is None else (_json(mapping(geometry)), box_of(geometry))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
