"""A stretch of text as tokens: words, numbers and marks, with offsets into the untouched text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from geo.claims.words.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORD = r"[^\W_]+"
_CLITIC = r"(?<=[^\W_])[\u2019'](?:(?:s|S|t|ve|re|ll|d|m)\b|(?!\w))"
_TOKEN = re.compile(
    rf"{_CLITIC}"
    rf"|(?:[A-Za-z]\.){{2,}}"  # U.S., e.g.
    rf"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?\b"
    rf"|{_WORD}(?:[-\u2010\u2011]{_WORD})*"
    rf"|(?:\.\.\.|…)"
    rf"|[^\w\s]"
)


class Token(NamedTuple):
    """A word or mark: `text[start:end]`, and the same in lower case with straight apostrophes.

    A tuple, for a report makes thousands and a frozen dataclass takes three times as long to make.
    """

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
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        if "-" in word:
            yield from _split(text, *match.span())
        else:
            yield Token(word, word.lower().replace("\u2019", "'"), *match.span())


def words_of(tokens: Sequence[Token], start: int, end: int) -> str:
    """The words of tokens [start, end) as one line: a space where the text has any gap."""
    parts = []
    for index in range(start, end):
        gap = " " if index > start and tokens[index].start > tokens[index - 1].end else ""
        parts.append(gap + tokens[index].text)
    return "".join(parts)


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
