"""Which language a report is written in: the rules read English only, and say so of the rest."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError

if TYPE_CHECKING:
    from geo.reports.report import Report

READ = "en"
# Fewer letters are too few to tell: a short text is read rather than refused.
_FEWEST_LETTERS = 120
# A language shows in its first words; the rest of a long report costs time and changes nothing.
_MOST_CHARACTERS = 3000
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class EnglishWords:
    """What shows English at once; shares are of all words of a text.

    Attributes:
        sure: A word that no other language has.
        sure_share: How often it stands at least.
        words: Common words.
        share: How often they stand at least, all together.
    """

    sure: str
    sure_share: float
    words: frozenset[str]
    share: float


def foreign_language(report: Report) -> str | None:
    """The language of a report that is not in English.

    Args:
        report: The report; its analysed spans count, not its header.

    Returns:
        The language's English name ("French"); None for English, or where there is too little text to tell.
    """
    text = " ".join(report.text[span.start : span.end] for span in report.body)[:_MOST_CHARACTERS]
    if sum(char.isalpha() for char in text) < _FEWEST_LETTERS:
        return None
    if plainly_english(text):
        return None
    from geo.reports.language_model import identifier  # noqa: PLC0415 - the model, which plain English does not need

    code = identifier().language(text)
    return None if code == READ else _name(code)


def plainly_english(text: str) -> bool:
    """Whether a text is English beyond doubt, by its common words.

    Args:
        text: Enough of it to tell.

    Returns:
        True only for English; False is no answer, the text may be English all the same.
    """
    english, words = english_words(), _WORD.findall(text.casefold())
    common = sum(word in english.words for word in words)
    return common >= english.share * len(words) and words.count(english.sure) >= english.sure_share * len(words) > 0


@cache
def english_words() -> EnglishWords:
    """The words of `language.toml`."""
    table = tomllib.loads(files("geo.reports").joinpath("language.toml").read_text(encoding="utf-8"))
    return EnglishWords(table["sure"], table["sure_share"], frozenset(table["words"]), table["share"])


def _name(code: str) -> str:
    try:
        return Locale.parse(code).english_name or code
    except (UnknownLocaleError, ValueError):
        return code
