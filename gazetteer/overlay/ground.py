"""In which units a point lies: the district whose area holds it, else the province, else the nearest of these."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from gazetteer.place import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazetteer.entry import Entry

NEAREST_DEGREES = 0.25


class Ground:
    """The areas of a country's districts and provinces, ready to be asked."""

    def __init__(self, units: Sequence[Entry]) -> None:
        """Take the units that have an area; approximate ones are too coarse to say in which district a village lies."""
        drawn = [one for one in units if one.area]
        official = [one for one in drawn if one.place.kind is Kind.DISTRICT and one.area and not one.area.approximate]
        self._layers = [_Layer(official), _Layer([one for one in drawn if one.place.kind is Kind.PROVINCE])]

    def parents(self, points: Sequence[tuple[float, float]], country: str) -> list[tuple[str, ...]]:
        """The units that points lie in.

        Args:
            points: (lon, lat).
            country: The unit of the points that lie in no other, and near none.

        Returns:
            Ids for each point, nearest unit first, as `Place.parents` has them.
        """
        located = shapely.points(np.array(points, dtype=float).reshape(-1, 2))
        chains: list[tuple[str, ...]] = [(country,)] * len(points)
        left = np.arange(len(points))
        for search in (*(layer.holding for layer in self._layers), self._layers[-1].nearest):
            found = search(located[left])
            for number, chain in found.items():
                chains[left[number]] = chain
            left = np.delete(left, list(found))
        return chains


class _Layer:
    def __init__(self, units: Sequence[Entry]) -> None:
        self._chains = [(one.place.id, *one.place.parents) for one in units]
        self._tree = shapely.STRtree([one.area.geometry for one in units if one.area])

    def holding(self, points: Any) -> dict[int, tuple[str, ...]]:  # noqa: ANN401 - shapely ships no types
        """Number of a point → the unit that holds it, with the units above."""
        return self._chained(self._tree.query(points, predicate="intersects"))

    def nearest(self, points: Any) -> dict[int, tuple[str, ...]]:  # noqa: ANN401 - shapely ships no types
        """Number of a point → the nearest unit that is not too far."""
        return self._chained(self._tree.query_nearest(points, max_distance=NEAREST_DEGREES, all_matches=False))

    def _chained(self, pairs: Any) -> dict[int, tuple[str, ...]]:  # noqa: ANN401 - shapely ships no types
        return {point: self._chains[unit] for point, unit in pairs.T.tolist()}
