"""Words of a text with their offsets and what their shape says."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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
_made = partial(tuple.__new__, Token)


@lru_cache(maxsize=16)
def tokenise(text: str) -> tuple[Token, ...]:
    """Split any text into words; linear in its length."""
    tokens: list[Token] = []
    last_word, behind = "", 0
    for found in _WORD.finditer(text):
        start, end = found.span()
        word, gap = found[0], text[behind:start]
        joined = gap == " " or _joins(gap, last_word)
        opens = not last_word or (not joined and _OPENS_SENTENCE.search(gap) is not None)
        lower, named = _form(word)
        tokens.append(_made((start, end, word, lower, named, opens, joined, gap)))
        last_word, behind = word, end
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


@lru_cache(maxsize=1 << 16)
def _form(word: str) -> tuple[str, bool]:
    """A word in lower case, and whether it may begin a name; few words of a text are new."""
    letter = word[0]
    return word.lower(), letter.isupper() or letter.istitle() or (letter.isalpha() and not letter.islower())
