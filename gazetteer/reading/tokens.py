"""Words of a text with their offsets and what their shape says."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    # A word of a piece of text: its first code point in it, one past its last, as written, in lower case, named.
    _Part = tuple[int, int, str, str, bool]

_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u200c\u200d"
_WORD = re.compile(
    rf"(?:[A-Z][a-z]?\.){{2,}}|[^\W_][\w{_MARKS}]*(?:['\u2019\u02bc`\u2018](?!s\b)[^\W\d_][\w{_MARKS}]*)*"
)
_OPENS_SENTENCE = re.compile(r"[.!?:;\n\u2022\"\u201c(\[]")
_JOINS = re.compile(r"[ \t\u00a0]{1,2}|[-\u2010\u2011]")
# What ends in a full stop inside a name: "St. Petersburg", "Gen. Dostum", "Sheila D. Williams".
_ABBREVIATION = re.compile(r"St|Mt|Ft|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Capt|Maj|Sgt|Sen|Rep|Gov|Rev|[A-HJ-Z]")


# A named tuple, for a text has thousands: it is made four times as fast as a frozen dataclass.
class Token(NamedTuple):
    """A word, half-open [start, end) in code points.

    Attributes:
        start: First code point.
        end: One past the last.
        text: The word.
        lower: The word in lower case.
        named: It may begin a name: a capital, or a script without capitals.
        opens: It opens a sentence, a heading or a quotation.
        joined: Only a space, a hyphen or the full stop of an abbreviation lies between it and the word before.
        gap: What lies between it and the word before.
    """

    start: int
    end: int
    text: str
    lower: str
    named: bool
    opens: bool
    joined: bool
    gap: str


# Half the time of calling `Token`, which looks at its arguments by name first.
_new = tuple.__new__
# Pieces of text that are longer are not kept, so that memory stays bounded.
_LONGEST_KEPT = 40


@lru_cache(maxsize=16)
def tokenise(text: str) -> tuple[Token, ...]:
    """Split any text into words; linear in its length."""
    tokens: list[Token] = []
    last_word, behind, at = "", 0, 0
    # No word holds a space, and few of the pieces between spaces are new: most need not be looked at again.
    for piece in text.split(" "):
        for first, last, word, lower, named in _known(piece) if len(piece) <= _LONGEST_KEPT else _cut(piece):
            start = at + first
            if first == 0 and start == behind + 1:
                gap, joined, opens = " ", True, not last_word
            else:
                gap = text[behind:start]
                joined = _joins(gap, last_word)
                opens = not last_word or (not joined and _OPENS_SENTENCE.search(gap) is not None)
            last_word, behind = word, at + last
            tokens.append(_new(Token, (start, behind, word, lower, named, opens, joined, gap)))
        at += len(piece) + 1
    return tuple(tokens)


def joined_runs(tokens: Sequence[Token], chosen: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Rows of words with only a space, a hyphen or an abbreviation's full stop between them.

    Args:
        tokens: The words of a text.
        chosen: Which of them may be in a row, in order.

    Yields:
        The longest rows, half-open [first, last), in order.
    """
    first = last = 0
    for number in chosen:
        if last > first and not (number == last and tokens[number].joined):
            yield first, last
            first = number
        elif last == first:
            first = number
        last = number + 1
    if last > first:
        yield first, last


def _joins(gap: str, before: str) -> bool:
    return _JOINS.fullmatch(gap) is not None or (gap == ". " and _ABBREVIATION.fullmatch(before) is not None)


@lru_cache(maxsize=1 << 14)
def _known(piece: str) -> tuple[_Part, ...]:
    return _cut(piece)


def _cut(piece: str) -> tuple[_Part, ...]:
    """The words of a piece of text."""
    return tuple((*found.span(), *_forms(found[0])) for found in _WORD.finditer(piece))


def _forms(word: str) -> tuple[str, str, bool]:
    """A word as written, in lower case, and whether it may begin a name."""
    letter = word[0]
    named = letter.isupper() or letter.istitle() or (letter.isalpha() and not letter.islower())
    return word, word.lower(), named
