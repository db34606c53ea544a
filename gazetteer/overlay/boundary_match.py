"""Which district of ours an official boundary is of, where the boundary has no P-code: by position, then by name.

The position counts most: how much a boundary overlaps with the district's approximate area, and how many of the
localities known to lie in the district it holds. The name decides between neighbours. A boundary gets at most one
district and a district at most one boundary; what fits none stays unmatched.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING

import numpy as np
import shapely
from rapidfuzz import fuzz

from gazetteer.names import key, normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shapely.geometry.base import BaseGeometry

    from gazetteer.sources.boundary_file import Boundary

    Point = tuple[float, float]

# A position alone, a position that a name bears out, a name alone where no position is known.
POSITION_ALONE, POSITION_WITH_NAME, SAME_NAME, NAME_ALONE = 0.5, 0.15, 0.8, 0.9
NAME_WEIGHT = 0.6


@dataclass(frozen=True, slots=True)
class District:
    """What is known of a district before its boundary is.

    Attributes:
        id: Place id; a P-code for our own districts.
        names: All its names.
        area: Approximate area (EPSG:4326), or None.
        points: (lon, lat) of the localities known to lie in it.
    """

    id: str
    names: tuple[str, ...]
    area: BaseGeometry | None
    points: tuple[Point, ...]


def match(boundaries: Sequence[Boundary], districts: Sequence[District]) -> dict[str, str]:
    """Attach districts to boundaries.

    Args:
        boundaries: With P-code, these decide; without, position and name.
        districts: The districts that are looked for.

    Returns:
        Boundary id → district id; what fits nothing well is left out.
    """
    known = {district.id for district in districts}
    found = _one_to_one((1.0, b.id, b.pcode) for b in boundaries if b.pcode is not None and b.pcode in known)
    free = [b for b in boundaries if b.id not in found]
    wanted = [d for d in districts if d.id not in found.values()]
    found |= _one_to_one(_by_position(free, wanted))
    free = [b for b in free if b.id not in found]
    nowhere = [d for d in wanted if d.id not in found.values() and d.area is None and not d.points]
    return found | _one_to_one(_by_name(free, nowhere))


def similarity(one: Iterable[str], other: Iterable[str]) -> float:
    """How alike the likest two of two sets of names are, 0 to 1; spellings of one name count as the same."""
    pairs = [(a, b) for a in one for b in other if a and b]
    return max((1.0 if key(a) == key(b) else fuzz.ratio(normalise(a), normalise(b)) / 100 for a, b in pairs), default=0)


def _by_position(boundaries: Sequence[Boundary], districts: Sequence[District]) -> Iterable[tuple[float, str, str]]:
    """(score, boundary id, district id) of all pairs that fit well enough."""
    if not boundaries or not districts:
        return
    shares = _shares_inside(boundaries, districts)
    overlaps = _overlaps(boundaries, districts)
    for row, column in sorted(shares.keys() | overlaps.keys()):
        boundary, district = boundaries[row], districts[column]
        evidence = [overlaps.get((row, column), 0.0)] if district.area is not None else []
        evidence += [shares.get((row, column), 0.0)] if district.points else []
        position, name = fmean(evidence), similarity([boundary.name], district.names)
        if position >= POSITION_ALONE or (position >= POSITION_WITH_NAME and name >= SAME_NAME):
            yield position + NAME_WEIGHT * name, boundary.id, district.id


def _by_name(boundaries: Sequence[Boundary], districts: Sequence[District]) -> Iterable[tuple[float, str, str]]:
    """Pairs of the same name, where neither has a second one of that name."""
    pairs = [(similarity([b.name], d.names), b.id, d.id) for b in boundaries for d in districts]
    good = [pair for pair in pairs if pair[0] >= NAME_ALONE]
    times = Counter(name for _, boundary, district in good for name in (boundary, district))
    return [pair for pair in good if times[pair[1]] == times[pair[2]] == 1]


def _one_to_one(pairs: Iterable[tuple[float, str, str]]) -> dict[str, str]:
    """The best pairs first, each id once."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for _, boundary, district in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if boundary not in found and district not in taken:
            found[boundary] = district
            taken.add(district)
    return found


def _shares_inside(boundaries: Sequence[Boundary], districts: Sequence[District]) -> dict[tuple[int, int], float]:
    """Share of a district's localities that lie in a boundary, by their numbers."""
    owners = [number for number, district in enumerate(districts) for _ in district.points]
    located = [point for district in districts for point in district.points]
    points = shapely.points(np.array(located).reshape(-1, 2))
    shares: defaultdict[tuple[int, int], float] = defaultdict(float)
    tree = shapely.STRtree([boundary.geometry for boundary in boundaries])
    for point, row in tree.query(points, predicate="within").T.tolist():
        column = owners[point]
        shares[row, column] += 1 / len(districts[column].points)
    return dict(shares)


def _overlaps(boundaries: Sequence[Boundary], districts: Sequence[District]) -> dict[tuple[int, int], float]:
    """Intersection over union; a degree's width cancels out between two areas of one place."""
    drawn = [(number, district.area) for number, district in enumerate(districts) if district.area is not None]
    tree = shapely.STRtree([area for _, area in drawn])
    pairs = tree.query([boundary.geometry for boundary in boundaries], predicate="intersects").T.tolist()
    found = {}
    for row, number in pairs:
        column, area = drawn[number]
        outline = boundaries[row].geometry
        common = shapely.intersection(outline, area).area
        found[row, column] = common / (outline.area + area.area - common)
    return found
