"""A stretch of text as tokens: words, numbers and marks, with offsets into the untouched text."""

from __future__ import annotations

import re
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple

from geo.claims.words.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORD = r"[^\W_]+"
_CLITIC = r"(?<=[^\W_])[\u2019'](?:(?:s|S|t|ve|re|ll|d|m)\b|(?!\w))"
_TOKEN = re.compile(
    rf"[^\W\d_][^\W_]+(?:[-\u2010\u2011]{_WORD})*"  # most tokens: looked for first
    rf"|{_CLITIC}"
    rf"|(?:[A-Za-z]\.){{2,}}"  # U.S., e.g.
    rf"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?\b"
    rf"|{_WORD}(?:[-\u2010\u2011]{_WORD})*"
    rf"|(?:\.\.\.|…)"
    rf"|[^\w\s]"
)


class Token(NamedTuple):
    """A word or mark, half-open [start, end) in code points of the whole text.

    A tuple, for a report makes thousands and a frozen dataclass takes three times as long to make.

    Attributes:
        text: `text[start:end]`.
        lower: The same in lower case with straight apostrophes.
        start: First code point.
        end: One past the last.
        capital: It begins with a capital letter.
    """

    text: str
    lower: str
    start: int
    end: int
    capital: bool


# Half the time of calling `Token`, which looks at its arguments by name first.
_made = partial(tuple.__new__, Token)


def tokenise(text: str, start: int, end: int) -> Iterator[Token]:
    """Cut `text[start:end]` into tokens.

    Args:
        text: The whole text.
        start: First code point.
        end: One past the last.

    Yields:
        Tokens in order; possessive 's, the 't of "n't" and suffixes such as -held are tokens of their own.
    """
    # A stretch by itself is mostly plain ASCII, though the text has curly quotes, and so is searched faster.
    for match in _TOKEN.finditer(text[start:end]):
        word = match[0]
        first, last = match.span()
        if "-" in word:
            yield from _split(text, start + first, start + last)
        else:
            lower, capital = _form(word)
            yield _made((word, lower, start + first, start + last, capital))


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
    lower, capital = _form(word)
    return Token(word, lower, start, end, capital)


@lru_cache(maxsize=1 << 16)
def _form(word: str) -> tuple[str, bool]:
    """A word in lower case with straight apostrophes, and whether it begins with a capital; few words are new."""
    return word.lower().replace("\u2019", "'"), word[:1].isupper()
