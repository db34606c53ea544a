"""Who fights: names from the conflict profile first, then the generic ways in which reports name armed people."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from geo.claims.claim import Party
from geo.claims.lexicon import read
from geo.claims.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from geo.claims.tokens import Token
    from geo.profile import Profile

_SHORT = 4  # an all-capital name this short is also a word ("IS", "US"), so its case must match
_MODIFIERS = 3
_BACKED = frozenset({"-backed", "-supported", "-linked", "-allied", "-aligned", "-affiliated"})


@dataclass(frozen=True, slots=True)
class ActorSpan:
    """Tokens [start, end) that name somebody who fights.

    Attributes:
        start: First token.
        end: One past the last.
        party: The side, or None where the words point back ("the group") and the reader must find it.
        person: The words name a single person of that side, who may speak for it.
        vague: Armed people of whom nothing more is said ("gunmen"); `party` is None and they point back to nobody.
    """

    start: int
    end: int
    party: Party | None
    person: bool = False
    vague: bool = False


@dataclass(frozen=True, slots=True)
class _Name:
    words: tuple[str, ...]
    exact: str | None
    id: str
    name: str
    person: bool


class ActorFinder:
    """Finds those who fight in a sentence; made once for a profile."""

    def __init__(self, profile: Profile, countries: Mapping[str, str]) -> None:
        """Prepare the names.

        Args:
            profile: Its actors come first; a generic group with one of their names is that side.
            countries: ISO 3166-1 alpha-2 code → name, for the sides that are states.
        """
        self._countries = countries
        self._names: dict[str, list[_Name]] = {}
        known = _profile_names(profile)
        taken = {name.words for name in known}
        for name in [*known, *(name for name in _group_names() if name.words not in taken)]:
            self._names.setdefault(name.words[0], []).append(name)
        for names in self._names.values():
            names.sort(key=lambda name: -len(name.words))

    def find(self, tokens: Sequence[Token]) -> list[ActorSpan]:
        """All actors of a sentence, in order, not overlapping; the longest reading at each token wins."""
        found: list[ActorSpan] = []
        at = 0
        while at < len(tokens):
            span = self._known(tokens, at) or _back(tokens, at) or self._generic(tokens, at)
            if span:
                found.append(span)
            at = span.end if span else at + 1
        return found

    def country(self, code: str, text: str) -> Party:
        """A state as a side: "Russia said", "Ethiopia's army"."""
        side = self._side_named(text)
        return side or Party(code.lower(), self._countries.get(code, text), text)

    def _side_named(self, text: str) -> Party | None:
        words = _words(text)
        for name in self._names.get(words[0], ()) if words else ():
            if name.words == words:
                return Party(name.id, name.name, text)
        return None

    def _known(self, tokens: Sequence[Token], at: int) -> ActorSpan | None:
        """A name of the profile or the lists; "the" before it belongs to it."""
        span = self._named(tokens, at)
        if span is None and tokens[at].lower == "the" and at + 1 < len(tokens):
            inner = self._named(tokens, at + 1)
            span = ActorSpan(at, inner.end, inner.party, inner.person) if inner else None
        return span

    def _of_owner(self, tokens: Sequence[Token], at: int) -> ActorSpan | None:
        """ "the army of Ahmad Massoud": an army is its owner's."""
        if at + 1 >= len(tokens) or tokens[at].lower != "of" or not tokens[at + 1].capital:
            return None
        end = at + 1
        while end < len(tokens) and tokens[end].capital and tokens[end].text[0].isalpha():
            end += 1
        text = _text(tokens, at + 1, end)
        party = self._side_named(text) or Party(slug(text), text, text)
        return ActorSpan(at, end, party)

    def _named(self, tokens: Sequence[Token], at: int) -> ActorSpan | None:
        for name in self._names.get(tokens[at].lower, ()):
            end = at + len(name.words)
            if tuple(token.lower for token in tokens[at:end]) != name.words:
                continue
            if name.exact and tokens[at].text != name.exact:
                continue
            if not name.words[0].islower() or tokens[at].capital or not _needs_capital(name):
                return self._extended(tokens, at, end, name)
        return None

    def _extended(self, tokens: Sequence[Token], at: int, end: int, name: _Name) -> ActorSpan:
        """Take in the nouns that follow: "Taliban fighters", "Massoud's men"."""
        members = _list("members")
        stop = end
        if stop + 1 < len(tokens) and tokens[stop].lower in {"'s", "'"} and tokens[stop + 1].lower in members:
            stop += 1
        while stop < len(tokens) and tokens[stop].lower in members:
            stop += 1
        person = (name.person and stop == end) or (stop > end and tokens[stop - 1].lower in {"leader", "commander"})
        return ActorSpan(at, stop, Party(name.id, name.name, _text(tokens, at, stop)), person)

    def _generic(self, tokens: Sequence[Token], at: int) -> ActorSpan | None:
        """A name or nationality with a word for armed people, or such a word alone."""
        start = at
        while at < len(tokens) and at - start < _MODIFIERS and _modifies(tokens[at], first=at == start):
            at += 1
        for head in range(at, start - 1, -1):
            end, state = _armed(tokens, head)
            if end > head:
                return self._read(tokens, start, head, end, state=state)
        return _adjectival_plural(tokens, start, self._countries)

    def _read(self, tokens: Sequence[Token], start: int, head: int, end: int, *, state: bool) -> ActorSpan:
        text = _text(tokens, start, end)
        before = _modifiers(tokens[start:head])
        code = next((_adjectives()[token.lower] for token in before if token.lower in _adjectives()), None)
        named = next((self._side_named(token.text) for token in before if self._side_named(token.text)), None)
        if named:
            return ActorSpan(start, end, Party(named.id, named.name, text))
        if code and state:
            return ActorSpan(start, end, Party(code.lower(), self._countries.get(code, before[0].text), text))
        if before and tokens[end - 1].capital and all(token.capital for token in before):
            return ActorSpan(start, end, Party(slug(text), text, text))
        owner = self._of_owner(tokens, end) if state else None
        if owner:
            return ActorSpan(start, owner.end, owner.party)
        id_ = "government" if state else _canonical(tokens[head].lower)
        side = self._side_named(text) or self._side_named(_text(tokens, head, end))
        if not side and tokens[head].lower in _list("vague"):
            return ActorSpan(start, end, None, vague=True)
        return ActorSpan(start, end, Party(side.id, side.name, text) if side else Party(id_, id_.capitalize(), text))


def _modifiers(tokens: Sequence[Token]) -> list[Token]:
    """The words that say whose people they are; in "Russian-backed separatists" the backer is not the side."""
    found: list[Token] = []
    for token in tokens:
        if token.lower in _BACKED:
            found.clear()
        elif token.lower not in {"the", "a", "an", "'s"} and not token.lower.startswith("-"):
            found.append(token)
    return found


def _canonical(word: str) -> str:
    """One id for the words that mean the same people: "rebel", "rebels"."""
    same = read("actors")["same"]
    return slug(str(same.get(word, word)))


def _needs_capital(name: _Name) -> bool:
    return name.exact is None and len(name.words) == 1 and name.name[:1].isupper() and name.person


def _profile_names(profile: Profile) -> list[_Name]:
    found = []
    for side in profile.sides:
        for actor in side.actors:
            for alias in (actor.name, *actor.aliases):
                found.append(_name(alias, side.id, side.name, person=actor.person))
        found.append(_name(side.name, side.id, side.name, person=False))
    return [name for name in found if name.words]


@cache
def _group_names() -> tuple[_Name, ...]:
    rows = read("actors")["groups"].items()
    return tuple(_name(alias, id_, aliases[0], person=False) for id_, aliases in rows for alias in aliases)


def _name(alias: str, id_: str, name: str, *, person: bool) -> _Name:
    exact = alias if alias.isupper() and len(alias) <= _SHORT else None
    return _Name(_words(alias), exact, id_, name, person)


def _words(text: str) -> tuple[str, ...]:
    words = tuple(token.lower for token in tokenise(text, 0, len(text)))
    return words[1:] if words[:1] == ("the",) and len(words) > 1 else words


@cache
def _list(key: str) -> frozenset[str]:
    return frozenset(read("actors")[key])


@cache
def _phrases(key: str) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in read("actors")[key]:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return {first: sorted(rows, key=len, reverse=True) for first, rows in found.items()}


@cache
def _adjectives() -> dict[str, str]:
    """Adjective in lower case → country code, or the key of a people."""
    tables = read("demonyms")
    peoples = tables.pop("peoples")
    rows: Iterable[tuple[str, list[str]]] = [*tables.items(), *peoples.items()]
    return {adjective.lower(): code for code, adjectives in rows for adjective in adjectives}


def _back(tokens: Sequence[Token], at: int) -> ActorSpan | None:
    for words in _phrases("back").get(tokens[at].lower, ()):
        end = at + len(words)
        if tuple(token.lower for token in tokens[at:end]) == words:
            return ActorSpan(at, end, None)
    return None


def _armed(tokens: Sequence[Token], head: int) -> tuple[int, bool]:
    """End of the words for armed people that begin at `head` (`head` itself if none), and whether of a state."""
    if head >= len(tokens):
        return head, False
    for key in ("state", "group"):
        for words in _phrases(key).get(tokens[head].lower, ()):
            if tuple(token.lower for token in tokens[head : head + len(words)]) == words:
                return head + len(words), key == "state"
    if tokens[head].capital and tokens[head].lower in _list("proper"):
        return head + 1, False
    return head, False


def _modifies(token: Token, *, first: bool) -> bool:
    if token.lower in _adjectives():
        return True
    if first:
        return token.capital and token.lower not in {"the", "a", "an"} and token.text[0].isalpha()
    return token.capital or token.lower in {"'s", "-led", "-backed", "-allied", "-aligned", "-installed", "-supported", "-linked", "-affiliated", "government", "security", "special", "armed", "ground", "air", "local"}


def _adjectival_plural(tokens: Sequence[Token], at: int, countries: Mapping[str, str]) -> ActorSpan | None:
    """A people as a side: "the Russians"."""
    word = tokens[at].lower
    code = _adjectives().get(word[:-1]) if word.endswith("s") else None
    if not code or not tokens[at].capital:
        return None
    text = tokens[at].text
    return ActorSpan(at, at + 1, Party(code.lower(), countries.get(code, text), text))


def _text(tokens: Sequence[Token], start: int, end: int) -> str:
    parts = []
    for index in range(start, end):
        gap = " " if index > start and tokens[index].start > tokens[index - 1].end else ""
        parts.append(gap + tokens[index].text)
    return "".join(parts)


def slug(text: str) -> str:
    """An id from a name: lower-case words joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "unnamed"
