"""A stretch of text as tokens: words, numbers and marks, with offsets into the untouched text."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from geo.claims.words.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    # A token of a piece of text: its first code point in it, one past its last, as written, in lower case, capital.
    _Part = tuple[int, int, str, str, bool]

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
_new = tuple.__new__
# Pieces of text that are longer are not kept, so that memory stays bounded.
_LONGEST_KEPT = 40


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """Cut `text[start:end]` into tokens.

    Args:
        text: The whole text.
        start: First code point.
        end: One past the last.

    Returns:
        Tokens in order; possessive 's, the 't of "n't" and suffixes such as -held are tokens of their own.
    """
    tokens = []
    at = start
    # No token holds a space, and few of the pieces between spaces are new: most need not be looked at again.
    for piece in text[start:end].split(" "):
        for first, last, word, lower, capital in _known(piece) if len(piece) <= _LONGEST_KEPT else _cut(piece):
            tokens.append(_new(Token, (word, lower, at + first, at + last, capital)))
        at += len(piece) + 1
    return tokens


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


@lru_cache(maxsize=1 << 14)
def _known(piece: str) -> tuple[_Part, ...]:
    return _cut(piece)


def _cut(piece: str) -> tuple[_Part, ...]:
    """The tokens of a piece of text."""
    spans = (span for match in _TOKEN.finditer(piece) for span in _split(piece, *match.span()))
    return tuple((first, last, *_forms(piece[first:last])) for first, last in spans)


def _split(piece: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A word, and its suffix apart."""
    suffix = _suffix().search(piece, start + 1, end)
    if suffix:
        yield start, suffix.start()
    yield suffix.start() if suffix else start, end


def _forms(word: str) -> tuple[str, str, bool]:
    """A word as written, in lower case with straight apostrophes, and whether it begins with a capital."""
    return word, word.lower().replace("\u2019", "'"), word[:1].isupper()
