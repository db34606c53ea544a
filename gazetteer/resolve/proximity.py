"""How near a place lies to the other places that a text names: what is told together lies together."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from gazetteer.place import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazetteer.place import Place

_WIDE = (Kind.COUNTRY, Kind.REGION)
_REACH_KM = 200.0
_KM_PER_DEGREE = 111.2
# Enough to know where a text is, and few enough for a book to be read in time linear in its length.
_MOST = 40


def anchors(best: Sequence[tuple[str, Place]]) -> tuple[tuple[str, float, float], ...]:
    """Points to measure nearness from.

    Args:
        best: Name and likeliest place of each mention.

    Returns:
        (name, lon, lat) once a name, for the names that are mentioned most; countries and regions are left out.
    """
    fixed = [(name, place) for name, place in best if place.kind not in _WIDE]
    often = {name for name, _ in Counter(name for name, _ in fixed).most_common(_MOST)}
    return tuple({name: (name, place.lon, place.lat) for name, place in fixed if name in often}.values())


def nearness(place: Place, name: str, points: Sequence[tuple[str, float, float]]) -> float:
    """How near a place lies to the points of other names, 0 (far from all) to 1 (at all of them).

    Args:
        place: The place.
        name: Its own name, whose point is passed over.
        points: As `anchors` gives them.

    Returns:
        The mean of exp(-distance / 200 km) over the nearest half of the points.
    """
    reached = sorted(
        (math.exp(-distance_km(place, lon, lat) / _REACH_KM) for other, lon, lat in points if other != name),
        reverse=True,
    )
    half = reached[: (len(reached) + 1) // 2]
    return sum(half) / len(half) if half else 0.0


def distance_km(place: Place, lon: float, lat: float) -> float:
    """Distance from a place to a point in degrees: equirectangular, within a few per cent where it counts here."""
    east = abs(place.lon - lon)
    return _KM_PER_DEGREE * math.hypot(
        min(east, 360 - east) * math.cos(math.radians((place.lat + lat) / 2)), place.lat - lat
    )
