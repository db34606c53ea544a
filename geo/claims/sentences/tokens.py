"""A stretch of text as tokens: words, numbers and marks, with offsets into the untouched text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from geo.claims.words.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORD = r"[^\W_]+"
_TOKEN = re.compile(
    rf"(?:[A-Za-z]\.){{2,}}"  # U.S., e.g.
    rf"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?\b"
    rf"|{_WORD}(?:[-\u2010\u2011]{_WORD})*"
    rf"|(?:\.\.\.|…)"
    rf"|[^\w\s]"
)
_APOSTROPHES = "\u2019'"
_CLITIC = re.compile(r"[\u2019'](?:s|S|t|ve|re|ll|d|m)\b|[\u2019'](?!\w)")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark: `text[start:end]`, and the same in lower case with straight apostrophes."""

    text: str
    lower: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


def tokenise(text: str, start: int, end: int) -> Iterator[Token]:
    """Cut `text[start:end]` into tokens.

    Args:
        text: The whole text.
        start: First code point.
        end: One past the last.

    Yields:
        Tokens in order; possessive 's, the 't of "n't" and suffixes such as -held are tokens of their own.
    """
    at = start
    while at < end:
        match = _clitic(text, at, end) if at > start else None
        match = match or _TOKEN.match(text, at, end)
        if not match:
            at += 1
            continue
        at = match.end()
        if "-" in match.group():
            yield from _split(text, match.start(), at)
        else:
            yield _token(text, match.start(), at)


def words_of(tokens: Sequence[Token], start: int, end: int) -> str:
    """The words of tokens [start, end) as one line: a space where the text has any gap."""
    parts = []
    for index in range(start, end):
        gap = " " if index > start and tokens[index].start > tokens[index - 1].end else ""
        parts.append(gap + tokens[index].text)
    return "".join(parts)


def _clitic(text: str, at: int, end: int) -> re.Match[str] | None:
    if text[at] not in _APOSTROPHES or not text[at - 1].isalnum():
        return None
    return _CLITIC.match(text, at, end)


@cache
def _suffix() -> re.Pattern[str]:
    return re.compile(rf"-(?:{'|'.join(table('sentences')['suffixes'])})\Z", re.IGNORECASE)


def _split(text: str, start: int, end: int) -> Iterator[Token]:
    suffix = _suffix().search(text, start + 1, end)
    middle = suffix.start() if suffix else start
    if suffix:
        yield _token(text, start, middle)
    yield _token(text, middle, end)


def _token(text: str, start: int, end: int) -> Token:
    word = text[start:end]
    return Token(word, word.lower().replace("\u2019", "'"), start, end)
