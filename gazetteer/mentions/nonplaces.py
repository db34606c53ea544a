"""Capitalised words that name somebody: persons, organisations, nicknames, and the actors that the caller knows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from gazetteer.reading.tokens import joined_runs, tokenise
from gazetteer.tables.lexicon import Lexicon, lexicon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from gazetteer.reading.tokens import Token

    IsPlace = Callable[[int, int], bool]

_LONGEST_NAME = 4
_LEADING_MARKS = re.compile(r"^\W+")


@dataclass(frozen=True, slots=True)
class NonPlaces:
    """What in a text is somebody's name.

    Attributes:
        spans: Half-open runs of tokens that are names of persons, organisations or actors, in order.
        surnames: Lower-case words that persons of this text are named with; a bare one is the person again.
    """

    spans: tuple[tuple[int, int], ...]
    surnames: frozenset[str]


@dataclass(frozen=True, slots=True)
class Actors:
    """Names of actors: first word in lower case → what matches the longest of those that begin with it."""

    patterns: Mapping[str, re.Pattern[str]]


def find_nonplaces(text: str, tokens: Sequence[Token], not_places: Sequence[str], is_place: IsPlace) -> NonPlaces:
    """Find the names in a text that are no places.

    Args:
        text: The text that the tokens come from.
        tokens: Its words.
        not_places: Names of actors, which are never places.
        is_place: Whether the gazetteer knows the tokens [first, last) as one name.

    Returns:
        The runs of tokens, and the persons' names.
    """
    words = lexicon()
    # Longest rows of capitalised words with only a space or hyphen between them.
    runs = tuple(joined_runs(tokens, [number for number, token in enumerate(tokens) if token.named]))
    persons = [span for run in runs for span in _persons(tokens, run, words, is_place)]
    persons += _titled(tokens, words, is_place)
    surnames = {tokens[last - 1].lower for _, last in persons}
    organisations = [span for run in runs if (span := _organisation(tokens, run, words, is_place))]
    spans = (
        persons
        + organisations
        + list(_nicknames(tokens, words))
        + list(_actors(text, tokens, _actors_of((*not_places, *words.phrases))))
    )
    return NonPlaces(tuple(sorted(set(spans))), frozenset(surnames))


def _persons(
    tokens: Sequence[Token], run: tuple[int, int], words: Lexicon, is_place: IsPlace
) -> Iterator[tuple[int, int]]:
    first, last = run
    while first < last - 1 and tokens[first].lower in words.everyday:
        first += 1
    if tokens[first].lower in words.given_names and not is_place(first, last):
        end = _name_end(tokens, first, last, words)
        if end - first > 1 and not is_place(first, end):
            yield first, end


def _titled(tokens: Sequence[Token], words: Lexicon, is_place: IsPlace) -> Iterator[tuple[int, int]]:
    titles = [number for number, token in enumerate(tokens[:-1]) if token.lower in words.titles]
    for number in titles:
        following = tokens[number + 1]
        if following.named and (following.joined or following.gap == ". "):
            end = _name_end(tokens, number + 1, len(tokens), words)
            if end > number + 1 and not (end - number > 2 and is_place(number + 1, end)):  # noqa: PLR2004 - two words
                yield number + 1, end


def _name_end(tokens: Sequence[Token], first: int, last: int, words: Lexicon) -> int:
    """Where a person's name that starts at `first` ends: before a word that no person is called by."""
    end = first
    while end < min(last, first + _LONGEST_NAME) and tokens[end].named and (end == first or tokens[end].joined):
        if tokens[end].lower in words.name_ends and tokens[end].lower not in words.given_names:
            break
        end += 1
    return end


def _organisation(
    tokens: Sequence[Token], run: tuple[int, int], words: Lexicon, is_place: IsPlace
) -> tuple[int, int] | None:
    """The body, house or event that a run of capitalised words names; the place before a public body is none of it."""
    first, last = run
    while first < last and tokens[first].opens and tokens[first].lower in words.common:
        first += 1
    heads = [number for number in range(first + 1, last) if tokens[number].lower in words.organisation_heads]
    if not heads or is_place(first, heads[-1] + 1):
        return None
    if any(tokens[head].lower in words.bodies for head in heads):
        first = max((end for end in range(first + 1, heads[0] + 1) if is_place(first, end)), default=first)
    return (first, heads[-1] + 1) if heads[-1] + 1 > first else None


def _nicknames(tokens: Sequence[Token], words: Lexicon) -> Iterator[tuple[int, int]]:
    heads = [number for number, token in enumerate(tokens[:-2]) if token.lower in words.nickname_heads]
    for number in heads:
        if tokens[number + 1].lower == "of" and tokens[number + 2].named:
            yield number, number + 3


def _actors(text: str, tokens: Sequence[Token], actors: Actors) -> Iterator[tuple[int, int]]:
    behind = 0
    # Asked at the words that begin a name, and not at every letter.
    likely = [number for number, token in enumerate(tokens) if token.lower in actors.patterns]
    for number in likely:
        start = tokens[number].start
        found = actors.patterns[tokens[number].lower].match(text, start) if start >= behind else None
        if found:
            behind = found.end()
            end = number + 1
            while end < len(tokens) and tokens[end].start < behind:
                end += 1
            yield number, end


@lru_cache(maxsize=32)
def _actors_of(names: tuple[str, ...]) -> Actors:
    """Names of actors, ready to be found.

    Args:
        names: In any case; none is a place wherever it stands as a whole.

    Returns:
        What finds them.
    """
    # A name is looked for where a word begins, and so without a mark before it: "'Amaq Brigade".
    bare = {_LEADING_MARKS.sub("", name).strip() for name in names}
    begun: dict[str, list[str]] = {}
    for name in sorted(bare - {""}, key=lambda name: (-len(name), name)):
        for token in tokenise(name)[:1]:
            begun.setdefault(token.lower, []).append(re.escape(name))
    return Actors({word: re.compile(rf"(?:{'|'.join(rows)})(?!\w)", re.IGNORECASE) for word, rows in begun.items()})
