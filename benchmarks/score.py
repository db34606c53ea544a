"""Score found and placed names against labelled ones: a name is found where start and end are the labelled ones."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from geopy.distance import great_circle

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchmarks.gold import Toponym

NEAR_KM = 161.0


@dataclass(frozen=True, slots=True)
class Score:
    """What a run over labelled texts comes to.

    Attributes:
        precision: Share of the found names that are labelled.
        recall: Share of the labelled names that are found.
        f1: Their harmonic mean.
        accuracy: Of the names found, placed and labelled with a point: share within 161 km.
        median_km: Median distance of those.
        end_to_end: Of all names labelled with a point: share found and placed within 161 km.
    """

    precision: float
    recall: float
    f1: float
    accuracy: float
    median_km: float
    end_to_end: float


def score(pairs: Iterable[tuple[Sequence[Toponym], Sequence[Toponym]]]) -> Score:
    """Score documents.

    Args:
        pairs: Labelled and predicted names of each document.

    Returns:
        The figures over all documents together; 0 where there is nothing to divide by.
    """
    labelled = predicted = found = located = 0
    distances: list[float] = []
    for gold, names in pairs:
        by_span = {(name.start, name.end): name for name in names}
        matches = [(name, by_span[name.start, name.end]) for name in gold if (name.start, name.end) in by_span]
        labelled, predicted, found = labelled + len(gold), predicted + len(by_span), found + len(matches)
        located += sum(name.lat is not None for name in gold)
        distances += [km for one, other in matches if (km := _distance_km(one, other)) is not None]
    near = sum(km <= NEAR_KM for km in distances)
    return Score(
        precision=_share(found, predicted),
        recall=_share(found, labelled),
        f1=_share(2 * found, labelled + predicted),
        accuracy=_share(near, len(distances)),
        median_km=median(distances) if distances else 0.0,
        end_to_end=_share(near, located),
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _distance_km(one: Toponym, other: Toponym) -> float | None:
    if one.lat is None or other.lat is None:
        return None
    kilometres: float = great_circle((one.lat, one.lon), (other.lat, other.lon)).km
    return kilometres
