"""Areas that share borders, with each border kept once: what lets the page draw an outline around several of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from shapely import get_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from shapely.geometry.base import BaseGeometry

    Point = tuple[int, int]
    Line = tuple[Point, ...]

STEPS_PER_DEGREE = 10_000
"""Coordinates are whole steps of 1/10,000 degree, about 11 m north to south."""

MIN_RING = 3


@dataclass(frozen=True, slots=True)
class Topology:
    """Borders ("arcs") and the areas made of them, in the manner of TopoJSON.

    Attributes:
        arcs: Lines of (lon, lat) in steps of 1/10,000 degree; a border between two areas occurs once.
        areas: For each area its polygons, for each polygon its rings (the outer one first), for each ring the arcs
            that make it in order; `~i` (bitwise not) is arc `i` walked backwards.
    """

    arcs: tuple[Line, ...]
    areas: tuple[tuple[tuple[tuple[int, ...], ...], ...], ...]

    def delta_coded(self) -> list[list[int]]:
        """The arcs as flat lists `[x, y, dx, dy, …]`: about half the text of absolute coordinates."""
        return [_delta_coded(arc) for arc in self.arcs]


def topology(geometries: Iterable[BaseGeometry]) -> Topology:
    """Find the shared borders of areas.

    Args:
        geometries: Polygons or multipolygons in EPSG:4326. Borders are recognised as shared where the vertices are
            the same, as in a coverage.

    Returns:
        The topology; `areas` has the order of the geometries. Rings that vanish in the rounding are left out.
    """
    rings = [[list(_rings(polygon)) for polygon in get_parts(geometry)] for geometry in geometries]
    junctions = _junctions(ring for area in rings for polygon in area for ring in polygon)
    index: dict[Line, int] = {}
    areas = tuple(
        tuple(
            tuple(tuple(_number(arc, index) for arc in _cut(ring, junctions)) for ring in polygon)
            for polygon in area
            if polygon
        )
        for area in rings
    )
    return Topology(arcs=tuple(index), areas=areas)


def _rings(polygon: BaseGeometry) -> Iterator[Line]:
    for ring in (polygon.exterior, *polygon.interiors):
        points = _rounded(ring.coords)
        if len(set(points)) >= MIN_RING:
            yield points
        elif ring is polygon.exterior:
            return


def _rounded(coordinates: Iterable[Sequence[float]]) -> Line:
    """Whole steps, without repeated points and without the closing one."""
    points: list[Point] = []
    for lon, lat, *_ in coordinates:
        point = (round(lon * STEPS_PER_DEGREE), round(lat * STEPS_PER_DEGREE))
        if not points or points[-1] != point:
            points.append(point)
    return tuple(points[:-1] if len(points) > 1 and points[0] == points[-1] else points)


def _junctions(rings: Iterable[Line]) -> frozenset[Point]:
    """Points where borders meet: those with more than two neighbours over all rings."""
    neighbours: dict[Point, set[Point]] = defaultdict(set)
    for ring in rings:
        for before, point, after in zip((ring[-1], *ring[:-1]), ring, (*ring[1:], ring[0]), strict=True):
            neighbours[point].update((before, after))
    return frozenset(point for point, near in neighbours.items() if len(near) > 2)  # noqa: PLR2004 - a line has 2


def _cut(ring: Line, junctions: frozenset[Point]) -> Iterator[Line]:
    """The ring's arcs from junction to junction; a ring without any is one closed arc from its least point."""
    cuts = [i for i, point in enumerate(ring) if point in junctions] or [ring.index(min(ring))]
    start = cuts[0]
    turned = (*ring[start:], *ring[: start + 1])
    ends = [cut - start for cut in cuts] + [len(ring)]
    for first, last in pairwise(ends):
        yield turned[first : last + 1]


def _number(arc: Line, index: dict[Line, int]) -> int:
    backwards = arc[::-1]
    if backwards in index:
        return ~index[backwards]
    return index.setdefault(arc, len(index))


def _delta_coded(arc: Line) -> list[int]:
    flat = list(arc[0])
    for (x, y), (next_x, next_y) in pairwise(arc):
        flat += (next_x - x, next_y - y)
    return flat
