"""Hold "X near Y" against the map: where no X is known near Y, the text speaks of an X that the gazetteer lacks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazetteer.place import Kind
from gazetteer.resolve.proximity import distance_km

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazetteer.place import Candidate, Mention, Place

NEAR_KM = 100.0
_WIDE = (Kind.COUNTRY, Kind.REGION, Kind.PROVINCE)
_NEAR = re.compile(
    r"(?:\s+[a-z]+)?,?\s+(?:near|close to|outside|next to|not far from)\s+(?:the\s+)?(?:[a-z]+\s+(?:of\s+)?){0,2}"
)
_LONGEST_GAP = 48


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A place that lies far from where the text puts it: near `beside`, whose own place is this many km away."""

    beside: str
    km: float


def contradiction(
    text: str, mentions: Sequence[Mention], number: int, likeliest: Sequence[Sequence[Candidate]]
) -> Contradiction | None:
    """Compare the likeliest place of a mention with the place that the text puts it near.

    Args:
        text: The text that the mentions come from.
        mentions: All of them, in order.
        number: Which one.
        likeliest: The candidates of each, best first.

    Returns:
        What speaks against the place, or None. Wide units (countries, provinces) have no nearness to speak of.
    """
    if number + 1 == len(mentions) or not likeliest[number] or not likeliest[number + 1]:
        return None
    gap = text[mentions[number].end : mentions[number + 1].start]
    if len(gap) > _LONGEST_GAP or not _NEAR.fullmatch(gap):
        return None
    place, other = likeliest[number][0].place, likeliest[number + 1][0].place
    if _has_no_one_point(place) or _has_no_one_point(other):
        return None
    km = distance_km(place, other.lon, other.lat)
    return Contradiction(mentions[number + 1].text, km) if km > NEAR_KM else None


def _has_no_one_point(place: Place) -> bool:
    return place.kind in _WIDE
