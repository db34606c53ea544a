"""Text → sentences, with offsets into the untouched text. Linear in the length of the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from geo.claims.sentences.tokens import Token, tokenise
from geo.claims.words.lexicon import word_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.reports.report import Span

# A run-on "sentence" (a table, a list without full stops) is cut here, so that time stays linear.
MOST_CHARACTERS = 1500
# How far to look for the word before a full stop, and for the word after it.
_BEFORE, _AFTER = 20, 40
_QUOTES = '"\u201d'
_OPENERS = '"\u201c\u2018([' + "'"
# It begins with the set of marks, for which a text is searched quickly. The look-behind keeps a long run of dots
# linear: only its first dot may begin a match.
_STOP = re.compile(
    r"[.!?…\"\u201d](?:"
    r"(?<=[.!?…])(?<![.!?…]{2})[.!?…]*[\"\u201d\u2019')\]]*(?=\s)"
    r"|(?<=[\"\u201d])(?=\s+[\"\u201cA-Z]))"
)
_LAST_WORD = re.compile(r"[\w.\u2019'-]*$")
_INITIALS = re.compile(r"[a-z]|(?:[a-z]\.)+[a-z]")
_LINE_ENDS = re.compile(r"(\n\s*)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: half-open offsets into the report's text, and its tokens."""

    start: int
    end: int
    tokens: tuple[Token, ...]


# Who chooses a profile for a report asks for its sentences, and who reads it then asks again.
@lru_cache(maxsize=4)
def sentences(text: str, body: tuple[Span, ...]) -> tuple[Sentence, ...]:
    """Cut the analysed spans of a text into sentences.

    Args:
        text: The whole text.
        body: The spans to cut; a sentence never crosses one.

    Returns:
        Sentences with at least one word, in order.
    """
    cuts = [cut for start, end in _paragraphs(text, body) for cut in _cut(text, start, end)]
    found = (Sentence(first, last, tuple(tokenise(text, first, last))) for first, last in cuts)
    return tuple(one for one in found if any(token.text[0].isalnum() for token in one.tokens))


def _paragraphs(text: str, body: tuple[Span, ...]) -> Iterator[tuple[int, int]]:
    for span in body:
        at = span.start
        for line in _LINE_ENDS.split(text[span.start : span.end]):
            if line.strip():
                yield at, at + len(line)
            at += len(line)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for match in _STOP.finditer(text[start:end]):
        stop = start + match.end()
        if _ends_sentence(text, first, start + match.start(), (stop, end)):
            yield from _trimmed(text, first, stop)
            first = stop
    yield from _trimmed(text, first, end)


def _ends_sentence(text: str, first: int, mark: int, rest: tuple[int, int]) -> bool:
    """Whether the mark at `mark` ends the sentence that begins at `first`; `rest` is what follows it."""
    following = text[rest[0] : min(rest[1], rest[0] + _AFTER)].lstrip()
    if not following:
        return True
    if following.lstrip(_OPENERS)[:1].islower():
        return False
    if text[mark] in _QUOTES:
        return text[mark - 1 : mark] in tuple(".!?")
    word = _LAST_WORD.search(text[max(first, mark - _BEFORE) : mark])
    before = word.group().lower() if word else ""
    short = before in word_list("sentences", "abbreviations") or _INITIALS.fullmatch(before)
    return not (text[mark] == "." and short)


def _trimmed(text: str, first: int, stop: int) -> Iterator[tuple[int, int]]:
    """The stretch without white space at its ends, cut at spaces where it is too long."""
    first = _skip_space(text, first, stop)
    while stop > first and text[stop - 1].isspace():
        stop -= 1
    while stop - first > MOST_CHARACTERS:
        cut = text.rfind(" ", first + 1, first + MOST_CHARACTERS)
        cut = cut if cut > first else first + MOST_CHARACTERS
        yield first, cut
        first = _skip_space(text, cut, stop)
    if first < stop:
        yield first, stop


def _skip_space(text: str, at: int, stop: int) -> int:
    while at < stop and text[at].isspace():
        at += 1
    return at
