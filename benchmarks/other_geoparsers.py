"""Libraries that find place names without a model, as Claimline does; they belong to the extra `benchmark`.

Neither gives a point. For the share that is right end to end, a name stands at the place of most inhabitants.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import flashgeotext.geotext
import geotext

from benchmarks.gold import Toponym

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@cache
def _keywords() -> flashgeotext.geotext.GeoText:
    """Its own list of cities and countries, with the spans of what it finds; made once a process."""
    return flashgeotext.geotext.GeoText()


def flashgeotext_names(text: str) -> tuple[Toponym, ...]:
    """The cities and countries that flashgeotext finds."""
    groups = _keywords().extract(input_text=text).values()
    spans = {tuple(span) for group in groups for found in group.values() for span in found["span_info"]}
    return tuple(Toponym(start, end) for start, end in sorted(spans))


def geotext_names(text: str) -> tuple[Toponym, ...]:
    """The cities and countries that geotext finds; it gives them in the order of the text, without their spans."""
    found = geotext.GeoText(text)
    spans = {span for names in (found.cities, found.countries) for span in _spans(text, names)}
    return tuple(Toponym(start, end) for start, end in sorted(spans))


def _spans(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    after = 0
    for name in names:
        start = text.index(name, after)
        after = start + len(name)
        yield start, after
