"""Rows of words that the gazetteer knows as a name, longest first; whether they are meant as one is decided later."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from gazetteer.names import normalise
from gazetteer.place import Kind
from gazetteer.reading.fame import EXACT
from gazetteer.tables.endings import endings, endings_at
from gazetteer.tables.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazetteer.lookup import Gazetteer
    from gazetteer.mentions.nonplaces import NonPlaces
    from gazetteer.place import Candidate
    from gazetteer.reading.tokens import Token

LONGEST = 6
_CAPITALS = 2
_NOBODYS = {-1}


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens that may name a place.

    Attributes:
        first: The first token.
        last: One past the last.
        candidates: The places that bear this name; none for a name that only its surroundings betray.
        short: It is the short form of a province's name ("La."), which its place after a town betrays.
    """

    first: int
    last: int
    candidates: tuple[Candidate, ...]
    short: bool = False


def find_hits(text: str, tokens: Sequence[Token], nonplaces: NonPlaces, gazetteer: Gazetteer) -> tuple[Hit, ...]:
    """Take the longest name at each word, from left to right.

    Args:
        text: The text that the tokens come from.
        tokens: Its words.
        nonplaces: Runs in which no place is looked for.
        gazetteer: Where names are looked up.

    Returns:
        Hits in order, without overlap.
    """
    owner = _owners(len(tokens), nonplaces)
    articles = lexicon().articles
    hits: list[Hit] = []
    behind = 0
    likely = [number for number, token in enumerate(tokens) if token.named or token.lower in articles]
    for first in likely:
        starts = tokens[first].named or tied_to_name(tokens, first)
        if first >= behind and starts and (hit := _longest(text, tokens, first, owner, gazetteer)):
            hits.append(hit)
            behind = hit.last
    return tuple(hits)


def _longest(text: str, tokens: Sequence[Token], first: int, owner: list[int], gazetteer: Gazetteer) -> Hit | None:
    words = lexicon()
    if abbreviation := _abbreviation(text, tokens, first, gazetteer):
        return abbreviation
    for last in reversed(list(_ends(tokens, first))):
        name = tokens[first:last]
        if len(name) == 1 and (
            name[0].lower in words.kinds
            or name[0].lower in words.demonyms
            or len(name[0].text) == 1
            or name[0].lower.endswith(words.contractions)
        ):
            continue
        if not _free(owner, first, last):
            continue
        candidates = _found(text, name, gazetteer) or _with_ending(text, tokens, first, last, gazetteer)
        if candidates and (candidates[0].score >= EXACT or _may_be_a_spelling(name)):
            return Hit(first, last, candidates)
    return None


def _found(text: str, name: Sequence[Token], gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """The places of a name; a province's short form ("La") is none without its full stop."""
    candidates = gazetteer.lookup(text[name[0].start : name[-1].end])
    stopped = "." in text[name[-1].end - 1 : name[-1].end + 1]
    if candidates and len(name) == 1 and not stopped and normalise(name[0].text) in lexicon().abbreviations:
        return tuple(c for c in candidates if c.place.kind is not Kind.PROVINCE)
    return candidates


def _with_ending(
    text: str, tokens: Sequence[Token], first: int, last: int, gazetteer: Gazetteer
) -> tuple[Candidate, ...]:
    """The places of a name that is known only with the small words after it: "Shaer *gas field*"."""
    following = list(takewhile(lambda token: token.joined, tokens[last : last + endings().longest]))
    for ending in endings_at([token.lower for token in following]):
        found = gazetteer.lookup(f"{text[tokens[first].start : tokens[last - 1].end]} {ending}")
        if found and found[0].score >= EXACT:
            return found
    return ()


def _abbreviation(text: str, tokens: Sequence[Token], first: int, gazetteer: Gazetteer) -> Hit | None:
    """A province cut short after a town: "Alexandria, *La.*", "Paris, *TX*"."""
    token = tokens[first]
    if first == 0 or token.gap not in (", ", ",") or not tokens[first - 1].named:
        return None
    if not (text[token.end - 1 : token.end + 1].count(".") or (len(token.text) == _CAPITALS and token.text.isupper())):
        return None
    if normalise(token.text) not in lexicon().abbreviations:
        return None
    found = tuple(c for c in gazetteer.lookup(token.text) if c.place.kind is Kind.PROVINCE)
    return Hit(first, first + 1, found, short=True) if found else None


def _may_be_a_spelling(name: Sequence[Token]) -> bool:
    """Whether the coarse key may speak for these words: not in scripts without vowels, nor with words such as "The"."""
    words = lexicon()
    return name[0].text[0] != name[0].text[0].swapcase() and not (
        name[0].lower in words.common or name[-1].lower in words.kinds
    )


def _ends(tokens: Sequence[Token], first: int) -> Iterator[int]:
    """Ends of the names that may start at `first`: after a capitalised word or a number, over particles."""
    words = lexicon()
    for last in range(first + 1, min(first + LONGEST, len(tokens)) + 1):
        token = tokens[last - 1]
        if last - 1 > first and not (
            token.joined and (token.named or token.lower in words.particles or token.text.isdigit())
        ):
            return
        if token.named or (token.text.isdigit() and last - 1 > first):
            yield last


def tied_to_name(tokens: Sequence[Token], article: int) -> bool:
    """Whether a small article is tied to a name: "*al*-Bab"."""
    following = tokens[article + 1] if article + 1 < len(tokens) else None
    small = tokens[article].lower in lexicon().articles
    return small and following is not None and following.named and following.gap == "-"


def _owners(count: int, nonplaces: NonPlaces) -> list[int]:
    """For each token the number of the run of somebody's name that it belongs to, else -1."""
    owner = [-1] * count
    for number, (first, last) in enumerate(sorted(nonplaces.spans, key=lambda span: span[0] - span[1])):
        for token in range(first, last):
            if owner[token] < 0:
                owner[token] = number
    return owner


def _free(owner: list[int], first: int, last: int) -> bool:
    """A name inside somebody's name is none; one that reaches beyond it ("Deh *Saleh*", "United States") may be."""
    inside = set(owner[first:last])
    if inside == _NOBODYS:
        return True
    beyond = first > 0 and owner[first - 1] in inside - {-1} and -1 not in inside
    return -1 in inside and not beyond and (last == len(owner) or owner[last] not in inside - {-1})
