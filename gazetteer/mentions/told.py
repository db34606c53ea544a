"""Names that somebody else takes for places: cut to the name alone, and heard only where the text says nothing else."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from gazetteer.mentions.hits import Hit, tied_to_name
from gazetteer.tables.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from gazetteer.mentions.nonplaces import NonPlaces
    from gazetteer.reading.tokens import Token

_INITIALS = 2
# Neither "E.U." nor "H5N1".
_LETTERS = re.compile(r"[^.\d]+")


def told_hits(
    tokens: Sequence[Token], spans: Iterable[tuple[int, int]], kept: Iterable[Hit], nonplaces: NonPlaces
) -> tuple[Hit, ...]:
    """Take over the names that others found.

    Args:
        tokens: The words of the text.
        spans: What somebody calls a place, half-open in code points, in any order, kind words and articles within.
        kept: The names that are places by our own rules; they win over the spans that overlap them.
        nonplaces: What in the text is somebody's name, and so never a place.

    Returns:
        Names that are not among `kept`, in order, without overlap.
    """
    taken = {number for hit in kept for number in range(hit.first, hit.last)}
    taken |= {number for first, last in nonplaces.spans for number in range(first, last)}
    found: list[Hit] = []
    for first, last in sorted(set(_names(tokens, spans))):
        if taken.isdisjoint(range(first, last)) and not _no_name(tokens[first:last], nonplaces):
            found.append(Hit(first, last, ()))
            taken.update(range(first, last))
    return tuple(found)


def _names(tokens: Sequence[Token], spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The names in spans, as half-open runs of tokens."""
    for start, end in spans:
        first = bisect_left(tokens, start, key=lambda token: token.start)
        last = bisect_right(tokens, end, key=lambda token: token.end)
        first = _without_lead(tokens, first, last)
        last = _without_kind(tokens, first, last)
        if first < last:
            yield first, last


def _without_lead(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where the name begins: behind "the", "District of", "northern"; an article tied to a name ("al-Bab") is of it."""
    kinds = lexicon().kinds
    while first < last and not (tokens[first].named and tokens[first].lower != "the"):
        if tied_to_name(tokens, first):
            return first
        first += 1
    if first + 1 < last and tokens[first].lower in kinds and tokens[first + 1].lower == "of":
        return _without_lead(tokens, first + 2, last)
    return first


def _without_kind(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where the name ends: before "District", "Air Base", the s of "Kabul's", and words that only join names."""
    words, kind = lexicon(), False
    while first < last:
        word = tokens[last - 1].lower
        kind = kind or word in words.kinds
        if word not in words.kinds and not (kind and word in words.everyday) and not _joins(tokens[last - 1]):
            break
        last -= 1
    return last


def _joins(token: Token) -> bool:
    return not token.named and (token.lower in lexicon().particles or len(token.text) == 1)


def _no_name(name: Sequence[Token], nonplaces: NonPlaces) -> bool:
    """Initials, everyday words, peoples, and persons whom the text names elsewhere."""
    words = lexicon()
    if all(token.lower in words.everyday for token in name) or " ".join(t.lower for t in name) in words.demonyms:
        return True
    if len(name) > 1:
        return name[-1].lower in words.demonyms
    word = name[0].lower
    return word in nonplaces.surnames or len(word) <= _INITIALS or not _LETTERS.fullmatch(word)
