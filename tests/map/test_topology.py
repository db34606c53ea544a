"""Borders between areas are kept once, and every area can be put together again."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import MultiPolygon, Polygon, box, coverage_is_valid, polygons, union_all

from geo.map.topology import STEPS_PER_DEGREE, Topology, topology

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


def rebuilt(found: Topology, number: int) -> MultiPolygon:
    """The area put together from its arcs, in degrees."""
    rings = [[_ring(found, ring) for ring in polygon] for polygon in found.areas[number]]
    return MultiPolygon([Polygon(outer, holes) for outer, *holes in rings])


def _ring(found: Topology, numbers: tuple[int, ...]) -> list[tuple[float, float]]:
    points: list[tuple[int, int]] = []
    for number in numbers:
        arc = found.arcs[number] if number >= 0 else found.arcs[~number][::-1]
        points += arc if not points else arc[1:]
    return [(x / STEPS_PER_DEGREE, y / STEPS_PER_DEGREE) for x, y in points]


def shared(found: Topology) -> list[int]:
    rings = [ring for area in found.areas for polygon in area for ring in polygon]
    uses = [number if number >= 0 else ~number for ring in rings for number in ring]
    return sorted(number for number in set(uses) if uses.count(number) == 2)


HOLE = Polygon([(0, 0), (3, 0), (3, 3), (0, 3)], [[(1, 1), (1, 2), (2, 2), (2, 1)]])


@pytest.mark.parametrize(
    ("areas", "arcs", "borders"),
    [
        ([box(0, 0, 1, 1)], 1, 0),
        ([box(0, 0, 1, 1), box(2, 0, 3, 1)], 2, 0),
        ([box(0, 0, 1, 1), box(1, 0, 2, 1)], 3, 1),
        ([HOLE, box(1, 1, 2, 2)], 2, 1),
        ([MultiPolygon([box(0, 0, 1, 1), box(5, 5, 6, 6)]), box(1, 0, 2, 1)], 4, 1),
    ],
    ids=["one area", "two apart", "two neighbours", "an area in another's hole", "an area of two parts"],
)
def test_a_border_between_two_areas_is_kept_once(areas: list[BaseGeometry], arcs: int, borders: int) -> None:
    found = topology(areas)
    assert len(found.arcs) == arcs
    assert len(shared(found)) == borders
    assert all(rebuilt(found, i).equals(area) for i, area in enumerate(areas))


def test_a_ring_too_small_for_the_rounding_is_left_out() -> None:
    speck = Polygon([(0, 0), (0.00001, 0), (0, 0.00001)])
    assert topology([speck, box(1, 1, 2, 2)]).areas[0] == ()


def test_arcs_are_written_as_a_start_and_steps() -> None:
    assert topology([Polygon([(0, 0), (0.0002, 0), (0.0002, 0.0003)])]).delta_coded() == [[0, 0, 2, 0, 0, 3, -2, -3]]


@given(columns=st.integers(1, 5), rows=st.integers(1, 5), merged=st.integers(0, 24))
def test_any_grid_of_areas_is_rebuilt_and_shares_every_inner_border(columns: int, rows: int, merged: int) -> None:
    cells = [box(x, y, x + 1, y + 1) for x in range(columns) for y in range(rows)]
    first = union_all(cells[: merged % len(cells) + 1])
    areas = [first, *cells[merged % len(cells) + 1 :]]
    found = topology(areas)
    assert coverage_is_valid(polygons([polygon.exterior for polygon in rebuilt(found, 0).geoms]))
    assert all(rebuilt(found, i).area == pytest.approx(area.area) for i, area in enumerate(areas))
    total = sum(area.length for area in areas)
    steps = [step for arc in found.arcs for step in pairwise(arc)]
    drawn = sum(abs(ax - bx) + abs(ay - by) for (ax, ay), (bx, by) in steps)
    outer = union_all(areas).length
    assert drawn / STEPS_PER_DEGREE == pytest.approx((total + outer) / 2)
