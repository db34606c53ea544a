"""Numbers of dead that a sentence gives, as a range; a number of "killed or injured" says nothing of the least."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
}
_NUMBER = rf"\d[\d,]*|{'|'.join(_NUMBERS)}"
_LIMIT = r"up to|at most|no more than|fewer than|less than"
_LEAST = r"at least|more than|over|no fewer than|not less than"
_DEAD = r"(?:were |was |being |been |are |have been |had been |reportedly )*(?:killed|dead|died|slain)"
_OR_HURT = r"(?P<hurt>,? (?:or|and)(?: were)? (?:injured|wounded|captured))?"
_FORWARD = re.compile(
    rf"(?:(?P<limit>{_LIMIT})|(?P<least>{_LEAST})|about|around|some|nearly|almost)?\s*\b(?P<n>{_NUMBER})\b(?: (?!and\b|or\b)[\w’'-]+){{0,4}} {_DEAD}{_OR_HURT}",
    re.IGNORECASE,
)
_BACKWARD = re.compile(
    rf"\b(?:killed|killing|have killed){_OR_HURT} (?:(?P<limit>{_LIMIT})|(?P<least>{_LEAST})|about|around|some|nearly)?\s*(?P<n>{_NUMBER})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Deaths:
    """Least and most dead that the words allow (None = no bound said), and the words."""

    low: int | None
    high: int | None
    text: str


def deaths(sentence: str) -> Deaths | None:
    """The first number of dead in a sentence, or None."""
    match = _FORWARD.search(sentence) or _BACKWARD.search(sentence)
    if not match:
        return None
    word = match["n"].lower()
    number = _NUMBERS[word] if word in _NUMBERS else int(word.replace(",", ""))
    joint = match["hurt"] and match["hurt"].strip(" ,").lower().startswith("or")
    low = 0 if joint or match["limit"] else number
    high = None if match["least"] else number
    return Deaths(low, high, match.group().strip())
