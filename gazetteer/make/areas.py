"""Approximate areas of districts of which only localities are known.

Every square of a grid goes to the district whose localities pull on it most: each with the inverse square of its
distance, as in Huff's model of market areas (Huff 1964, "Defining and Estimating a Trading Area"). Where the districts'
sizes are known, each district's pull is raised or lowered until it gets about as much ground as it has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt
    from shapely.geometry.base import BaseGeometry

    Floats = npt.NDArray[np.float64]
    Point = tuple[float, float]

GRID_M = 1_000.0
SOFTENING_M = 1_500.0
ROUNDS = 80
CRUMB_SHARE = 0.2
TOLERANCE_M = 2_500.0


def approximate_areas(
    localities: Mapping[str, Sequence[Point]], outline: BaseGeometry, sizes: Mapping[str, float]
) -> dict[str, Any]:
    """Divide an outline among the districts in it.

    Args:
        localities: District id → (x, y) of its localities, metres in an equal-area CRS.
        outline: Polygon or MultiPolygon of the province, same CRS.
        sizes: District id → area in any one unit; used only where it holds every district.

    Returns:
        District id → area: one coverage without gaps or overlaps that fills the outline. A district that gets no
        ground is left out.
    """
    districts = sorted(localities)
    squares = _squares(outline)
    pull = _pull(_centres(squares), [np.asarray(localities[district], dtype=float) for district in districts])
    if all(district in sizes for district in districts):
        pull = pull + _balance(pull, np.array([sizes[district] for district in districts]))
    owner = np.argmax(pull, axis=1)
    ground = {d: shapely.coverage_union_all(squares[owner == number]) for number, d in enumerate(districts)}
    cut = {d: shapely.intersection(area, outline) for d, area in ground.items() if not area.is_empty}
    return _smoothed(_without_crumbs({d: area for d, area in cut.items() if not area.is_empty}))


def _squares(outline: Any) -> Any:  # noqa: ANN401 - shapely ships no types
    left, bottom, right, top = (side // GRID_M * GRID_M for side in outline.bounds)
    x, y = np.meshgrid(np.arange(left, right + GRID_M, GRID_M), np.arange(bottom, top + GRID_M, GRID_M))
    squares = shapely.box(x.ravel(), y.ravel(), x.ravel() + GRID_M, y.ravel() + GRID_M)
    shapely.prepare(outline)
    return squares[shapely.intersects(outline, squares)]


def _centres(squares: Any) -> Floats:  # noqa: ANN401 - shapely ships no types
    bounds: Floats = shapely.bounds(squares)
    return bounds[:, :2] + GRID_M / 2


def _pull(centres: Floats, localities: Sequence[Floats]) -> Floats:
    """Logarithm of each district's pull on each square."""
    columns = []
    for points in localities:
        distance = np.hypot(centres[:, 0, None] - points[None, :, 0], centres[:, 1, None] - points[None, :, 1])
        columns.append(np.log(((distance + SOFTENING_M) ** -2.0).sum(axis=1)))
    return np.stack(columns, axis=1)


def _balance(pull: Floats, sizes: Floats) -> Floats:
    """What to add to each district's pull so that it gets about its share of the ground."""
    share = sizes / sizes.sum()
    added: Floats = np.zeros(len(sizes))
    for turn in range(ROUNDS):
        got = np.bincount(np.argmax(pull + added, axis=1), minlength=len(sizes)) / len(pull)
        step = np.clip(np.log((share + 1e-3) / (got + 1e-3)), -1.0, 1.0)
        added = added + 0.5 * (1 - turn / ROUNDS) * step
    return added


def _without_crumbs(areas: dict[str, Any]) -> dict[str, Any]:
    """Give each part that is small beside its district's largest to the neighbour with the longest common line."""
    kept, crumbs = {}, []
    for district, area in areas.items():
        parts = sorted((p for p in shapely.get_parts(area) if p.geom_type == "Polygon"), key=lambda part: -part.area)
        large = [part for part in parts if part.area >= CRUMB_SHARE * parts[0].area]
        kept[district] = shapely.union_all(large)
        crumbs += parts[len(large) :]
    for crumb in sorted(crumbs, key=lambda part: -part.area):
        heir = max(sorted(kept), key=lambda d: (kept[d].intersection(crumb).length, -kept[d].distance(crumb)))
        kept[heir] = kept[heir].union(crumb)
    return kept


def _smoothed(areas: dict[str, Any]) -> dict[str, Any]:
    """Smooth the steps of the grid between districts; the outline stays as it is."""
    clean = shapely.coverage_clean(list(areas.values()))
    return dict(zip(areas, shapely.coverage_simplify(clean, TOLERANCE_M, simplify_boundary=False), strict=True))
