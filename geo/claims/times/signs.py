"""Signs without which a text holds no time expression of a kind: names of days and months, units, numbers."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from geo.claims.words.lexicon import table

UNITS = ("day", "week", "month", "year")
_WORD_OR_NUMBER = re.compile(r"[a-z]+|\d+")
_YEAR_DIGITS = 4
# Pieces of text that are longer are not kept, so that memory stays bounded.
_LONGEST_KEPT = 40


def signs_in(piece: str) -> frozenset[str]:
    """Which of the signs of a time are in a piece of text: most have none."""
    return _known_signs(piece) if len(piece) <= _LONGEST_KEPT else _signs_of(piece)


@lru_cache(maxsize=1 << 14)
def _known_signs(piece: str) -> frozenset[str]:
    return _signs_of(piece)


def _signs_of(piece: str) -> frozenset[str]:
    found: set[str] = set()
    for word in _WORD_OR_NUMBER.findall(piece.lower()):
        if word.isdigit():
            found |= {"number", "year"} if len(word) == _YEAR_DIGITS else {"number"}
        found.update(_signs().get(word, ()))
    return frozenset(found)


@cache
def _signs() -> dict[str, tuple[str, ...]]:
    """Word → the signs that it is."""
    dates = table("dates")
    words = {
        "days": [phrase.split()[-1] for phrase in dates["days"]],
        "unit": [form for unit in UNITS for form in (unit, unit + "s")],
        "month": dates["months"],
        "weekday": dates["weekdays"],
        "weekend": ["weekend"],
        "which": ["last", "this", "next", "past", "early", "late"],
        "third": ["early", "mid", "late"],
        "counted": ["ago", "later", "earlier", "before"],
        "following": ["next", "following", "previous"],
        "same": ["same", "next"],
        "after": ["after"],
        "range": ["between", "from"],
    }
    known = {word for forms in words.values() for word in forms}
    return {word: tuple(sign for sign, forms in words.items() if word in forms) for word in known}
