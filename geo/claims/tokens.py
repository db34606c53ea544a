"""Text → sentences → tokens, with offsets into the untouched text. Linear in the length of the text."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.reports.report import Span

# A run-on "sentence" (a table, a list without full stops) is cut here, so that time stays linear.
MOST_CHARACTERS = 1500

_WORD = r"[^\W_]+"
_TOKEN = re.compile(
    rf"(?:[A-Za-z]\.){{2,}}"  # U.S., e.g.
    rf"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?\b"
    rf"|{_WORD}(?:[-‐‑]{_WORD})*"
    rf"|(?:\.\.\.|…)"
    rf"|[^\w\s]"
)
_CLITIC = re.compile(r"[’'](?:s|S|t|ve|re|ll|d|m)\b|[’'](?!\w)")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark: `text[start:end]`, and the same in lower case."""

    text: str
    lower: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: half-open offsets into the report's text, its tokens, and the number of its paragraph."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    paragraph: int


@cache
def _abbreviations() -> frozenset[str]:
    table = tomllib.loads(resources.files("geo.claims").joinpath("abbreviations.toml").read_text(encoding="utf-8"))
    return frozenset(word.lower() for word in table["abbreviations"])


@cache
def _suffixes() -> tuple[str, ...]:
    table = tomllib.loads(resources.files("geo.claims").joinpath("abbreviations.toml").read_text(encoding="utf-8"))
    return tuple(f"-{word}" for word in table["suffixes"])


def sentences(text: str, body: tuple[Span, ...]) -> Iterator[Sentence]:
    """Cut the analysed spans of a text into sentences.

    Args:
        text: The whole text.
        body: The spans to cut; a sentence never crosses one.

    Yields:
        Sentences with at least one word, in order.
    """
    for paragraph, (start, end) in enumerate(_paragraphs(text, body)):
        for first, last in _cut(text, start, end):
            tokens = tuple(tokenise(text, first, last))
            if any(token.text[0].isalnum() for token in tokens):
                yield Sentence(first, last, tokens, paragraph)


def _paragraphs(text: str, body: tuple[Span, ...]) -> Iterator[tuple[int, int]]:
    for span in body:
        at = span.start
        for line in re.split(r"(\n\s*)", text[span.start : span.end]):
            if line.strip():
                yield at, at + len(line)
            at += len(line)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for match in re.finditer(r"[.!?…]+[\"”’')\]]*(?=\s)|[\"”](?=\s+[\"“A-Z])", text[start:end]):
        stop = start + match.end()
        if _ends_sentence(text, first, start + match.start(), stop, end):
            yield from _trimmed(text, first, stop)
            first = stop
    yield from _trimmed(text, first, end)


def _ends_sentence(text: str, first: int, mark: int, stop: int, end: int) -> bool:
    following = text[stop : min(end, stop + 40)].lstrip()
    if not following:
        return True
    opener = following.lstrip("\"“‘'([")[:1]
    if opener.islower() or (text[mark] in "\"”" and text[mark - 1 : mark] not in tuple(".!?")):
        return False
    word = re.search(r"[\w.’'-]*$", text[max(first, mark - 20) : mark])
    before = (word.group() if word else "").lower()
    return not (text[mark] == "." and (before in _abbreviations() or re.fullmatch(r"[a-z]|(?:[a-z]\.)+[a-z]", before)))


def _trimmed(text: str, first: int, stop: int) -> Iterator[tuple[int, int]]:
    while first < stop and text[first].isspace():
        first += 1
    while stop > first and text[stop - 1].isspace():
        stop -= 1
    while stop - first > MOST_CHARACTERS:
        cut = text.rfind(" ", first + 1, first + MOST_CHARACTERS)
        cut = cut if cut > first else first + MOST_CHARACTERS
        yield first, cut
        first = cut
        while first < stop and text[first].isspace():
            first += 1
    if first < stop:
        yield first, stop


def tokenise(text: str, start: int, end: int) -> Iterator[Token]:
    """Cut `text[start:end]` into tokens; possessive 's, n't and suffixes such as -held become tokens of their own."""
    at = start
    while at < end:
        match = _CLITIC.match(text, at, end) if text[at] in "’'" and at > start and text[at - 1].isalnum() else None
        match = match or _TOKEN.match(text, at, end)
        if not match:
            at += 1
            continue
        at = match.end()
        yield from _split(text, match.start(), at)


def _split(text: str, start: int, end: int) -> Iterator[Token]:
    word = text[start:end]
    lower = word.lower()
    suffix = next((s for s in _suffixes() if lower.endswith(s) and len(lower) > len(s)), None)
    if suffix:
        middle = end - len(suffix)
        yield _token(text, start, middle)
        yield _token(text, middle, end)
    else:
        yield _token(text, start, end)


def _token(text: str, start: int, end: int) -> Token:
    word = text[start:end]
    return Token(word, word.lower().replace("’", "'"), start, end)
