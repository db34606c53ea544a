"""Names that say where another name is: "X in Y province", "X, Y", "Y's X"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gazetteer.names import normalise
from gazetteer.reading.fame import EXACT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazetteer.place import Candidate, Mention

_QUALIFIER_GAP = 48
# "Dawlatabad *district in northern* Faryab", "Banu*, *Baghlan"; and "Baghlan *province's* Banu".
_WITHIN = re.compile(
    r"(?:\s+[a-z]+)?(?:\s*[,(]\s*|\s*,?\s+(?:in|of|inside|within|from)\s+)(?:the\s+)?(?:[\w-]+\s+){0,2}"
)
_COMMA = re.compile(r",\s*")
_LISTED = re.compile(r"\s*(?:,|/|&|,?\s*\b(?:and|or)\b)\s*(?:the\s+)?")
_OWNS = re.compile(r"(?:\s+[A-Za-z]+)?['\u2019]s\s+(?:[\w-]+\s+){0,3}")


def units_beside(
    text: str, mentions: Sequence[Mention], looked_up: Sequence[tuple[Candidate, ...]]
) -> tuple[frozenset[str], ...]:
    """Find the units named beside each mention; where there are none, those beside the same name elsewhere.

    Args:
        text: The text that the mentions come from.
        mentions: All of them, in order.
        looked_up: The places of each name.

    Returns:
        Ids that the neighbours may mean, one set a mention.
    """
    own = [_qualifiers(text, mentions, number, looked_up) for number in range(len(mentions))]
    by_name: dict[str, frozenset[str]] = {}
    for mention, ids in zip(mentions, own, strict=True):
        name = normalise(mention.text)
        by_name[name] = by_name.get(name, frozenset()) | ids
    return tuple(ids or by_name[normalise(mention.text)] for mention, ids in zip(mentions, own, strict=True))


def _qualifiers(
    text: str, mentions: Sequence[Mention], number: int, looked_up: Sequence[tuple[Candidate, ...]]
) -> frozenset[str]:
    """Ids that the neighbours may mean where they stand as a qualifier: "X in Y province", "X, Y", "Y's X"."""
    ids: set[str] = set()
    for other in (number - 1, number + 1):
        if 0 <= other < len(mentions):
            first, second = sorted((mentions[number], mentions[other]))
            gap = text[first.end : second.start]
            link = _WITHIN if other > number else _OWNS
            if len(gap) <= _QUALIFIER_GAP and link.fullmatch(gap):
                ids |= {c.place.id for c in looked_up[other]}
    return frozenset(ids)


def holders_before(
    text: str, mentions: Sequence[Mention], number: int, looked_up: Sequence[tuple[Candidate, ...]]
) -> frozenset[str]:
    """Find the units that the name before may lie in, where this one tells where that is ("Buffalo, *New York*").

    Args:
        text: The text that the mentions come from.
        mentions: All of them, in order.
        number: This one.
        looked_up: The places of each name.

    Returns:
        Ids; none where the two are items of a list.
    """
    if number == 0 or not _COMMA.fullmatch(text[mentions[number - 1].end : mentions[number].start]):
        return frozenset()
    if number > 1 and _LISTED.fullmatch(text[mentions[number - 2].end : mentions[number - 1].start]):
        return frozenset()
    if number + 1 < len(mentions) and _LISTED.fullmatch(text[mentions[number].end : mentions[number + 1].start]):
        return frozenset()
    return frozenset(parent for c in looked_up[number - 1] if c.score >= EXACT for parent in c.place.parents)
