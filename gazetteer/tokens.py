"""Words of a text with their offsets and what their shape says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u200c\u200d"
_WORD = re.compile(rf"(?:[A-Z][a-z]?\.){{2,}}|[^\W_][\w{_MARKS}]*(?:['\u2019\u02bc`\u2018](?!s\b)[^\W\d_][\w{_MARKS}]*)*")
_OPENS_SENTENCE = re.compile(r"[.!?:;\n\u2022\"\u201c(\[]")
_JOINS = re.compile(r"[ \t\u00a0]{1,2}|[-\u2010\u2011]")
# What ends in a full stop inside a name: "St. Petersburg", "Gen. Dostum", "Sheila D. Williams".
_ABBREVIATION = re.compile(r"St|Mt|Ft|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Capt|Maj|Sgt|Sen|Rep|Gov|Rev|[A-HJ-Z]")


@dataclass(frozen=True, slots=True)
class Token:
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


@lru_cache(maxsize=16)
def tokenise(text: str) -> tuple[Token, ...]:
    """Split any text into words; linear in its length."""
    tokens: list[Token] = []
    end = 0
    for found in _WORD.finditer(text):
        word, gap = found[0], text[end : found.start()]
        first = word[0]
        named = first.isupper() or first.istitle() or (first.isalpha() and not first.islower())
        plain = gap == " "
        short = not plain and gap == ". " and bool(tokens) and bool(_ABBREVIATION.fullmatch(tokens[-1].text))
        opens = not tokens or not (plain or short or not _OPENS_SENTENCE.search(gap))
        joined = plain or short or bool(_JOINS.fullmatch(gap))
        tokens.append(Token(found.start(), found.end(), word, word.lower(), named, opens, joined, gap))
        end = found.end()
    return tuple(tokens)
