"""Numbers of dead that a sentence gives, as a range; a number of "killed or injured" says nothing of the least."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from geo.claims.words.lexicon import table


@dataclass(frozen=True, slots=True)
class Deaths:
    """Least and most dead that the words allow (None = no bound said), and the words."""

    low: int | None
    high: int | None
    text: str


# Every event of a sentence asks for its dead.
@lru_cache(maxsize=4)
def deaths(sentence: str) -> Deaths | None:
    """The first number of dead in a sentence.

    Args:
        sentence: Its text.

    Returns:
        The range that the words allow, or None where they count no dead.
    """
    match = _counted(sentence) if _sign().search(sentence.lower()) else None
    if not match:
        return None
    number = _number(match["n"]) + _joined(sentence[: match.start()])
    joint = match["hurt"] and match["hurt"].strip(" ,").lower().startswith("or")
    low = 0 if joint or match["limit"] else number
    if match.groupdict().get("from"):
        low = _number(match["from"])
    high = None if match["least"] else number
    return Deaths(low, high, match.group().strip())


def _joined(before: str) -> int:
    """The number that "and" joins to the one behind it: "AT LEAST 35 soldiers AND around 70 militants were killed"."""
    match = _joining().search(before)
    return _number(match["n"]) if match else 0


@cache
def _joining() -> re.Pattern[str]:
    numbers = "|".join(table("numbers")["cardinals"])
    return re.compile(rf"\b(?P<n>\d[\d,]*|{numbers})(?: [a-z-]+){{1,3}} and (?:\w+ )?$", re.IGNORECASE)


@cache
def _sign() -> re.Pattern[str]:
    """A word for dying, without which nothing counts the dead; most sentences have none."""
    words = {word for key in ("dead", "killing") for phrase in table("casualties")[key] for word in phrase.split()[-1:]}
    return re.compile("|".join(sorted(words)))


def _counted(sentence: str) -> re.Match[str] | None:
    return _patterns()[0].search(sentence) or _patterns()[1].search(sentence)


def _number(text: str) -> int:
    cardinals: dict[str, int] = table("numbers")["cardinals"]
    word = text.lower()
    return cardinals[word] if word in cardinals else int(word.replace(",", ""))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The number before the dead ("60 were killed"), and behind them ("killed 60")."""
    words = {key: "|".join(rows) for key, rows in table("casualties").items()}
    number = rf"\b(?P<n>\d[\d,]*|{'|'.join(table('numbers')['cardinals'])})\b"
    between = rf"(?:between (?P<from>\d[\d,]*|{'|'.join(table('numbers')['cardinals'])}) and )?"
    bound = rf"(?:(?P<limit>{words['limit']})|(?P<least>{words['least']})|{words['about']})?\s*"
    hurt = rf"(?P<hurt>,? (?:or|and)(?: were)? (?:{words['hurt']}))?"
    people = r"(?: (?!and\b|or\b)[\w\u2019'-]+){0,4}"
    dead = rf"(?:(?:{words['auxiliary']}) )*(?:{words['dead']})"
    before = rf"{between}{bound}{number}{people} {dead}{hurt}"
    behind = rf"\b(?:{words['killing']}){hurt} {bound}{number}"
    return re.compile(before, re.IGNORECASE), re.compile(behind, re.IGNORECASE)
