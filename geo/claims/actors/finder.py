"""Finds those who fight in a sentence: names first, then what points back, then nationality and armed people."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.actors.armed import (
    adjectives,
    after_article,
    armed,
    canonical,
    is_small,
    modifiers_end,
    nationality,
    numbered,
    openers,
    owners,
    pointing_back,
)
from geo.claims.actors.names import Names
from geo.claims.actors.span import ActorSpan, slug
from geo.claims.claim import Party
from geo.claims.sentences.tokens import words_of
from geo.claims.words.lexicon import word_list
from geo.claims.words.rules import rule_of_noun

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.claims.actors.names import Name
    from geo.claims.sentences.tokens import Token
    from geo.profile import Profile


class ActorFinder:
    """Finds those who fight in a sentence; made once for a profile."""

    def __init__(self, profile: Profile, countries: Mapping[str, str]) -> None:
        """Prepare the names.

        Args:
            profile: Its actors come first; a generic group with one of their names is that side.
            countries: ISO 3166-1 alpha-2 code → name, for the sides that are states.
        """
        self._countries = countries
        self._names = Names(profile)
        self.sides = frozenset(side.id for side in profile.sides)
        self._codes = {name: code for code, name in reversed(tuple(countries.items()))}
        self._openers = openers() | self._names.first_words()

    def find(self, tokens: Sequence[Token]) -> list[ActorSpan]:
        """All actors of a sentence, in order, not overlapping; the longest reading at each token wins."""
        found: list[ActorSpan] = []
        at = 0
        while at < len(tokens):
            span = self._at(tokens, at) if self._opens(tokens, at) else None
            if span and found and _crowd_of(tokens, found[-1], span):
                found[-1] = replace(span, start=found[-1].start, person=False)
            elif span:
                found.append(span)
            at = span.end if span else at + 1
        return found

    def _opens(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether an actor may begin at a token; asked first, for most words begin none."""
        word = tokens[at].lower
        if word == "the":
            follows = tokens[at + 1] if at + 1 < len(tokens) else tokens[at]
            return follows.capital or follows.lower in self._openers or follows.lower in after_article()
        return word in self._openers or numbered(word) or (tokens[at].capital and not is_small(word))

    def _at(self, tokens: Sequence[Token], at: int) -> ActorSpan | None:
        return self._known(tokens, at) or self._back(tokens, at) or self._generic(tokens, at)

    def country(self, code: str, text: str) -> Party:
        """A state as a side.

        Args:
            code: ISO 3166-1 alpha-2.
            text: The words for it.

        Returns:
            The profile's side of that name, else the country.
        """
        return self._names.party(text) or self._state(code, text, text)

    def _state(self, code: str, fallback: str, text: str) -> Party:
        return self._names.nation(code, text) or Party(code.lower(), self._countries.get(code, fallback), text)

    def _known(self, tokens: Sequence[Token], at: int) -> ActorSpan | None:
        """A name of the profile or the lists; "the" before it belongs to it."""
        name = self._names.at(tokens, at)
        if name:
            return _extended(tokens, at, name)
        if tokens[at].lower != "the" or at + 1 >= len(tokens):
            return None
        name = self._names.at(tokens, at + 1)
        inner = _extended(tokens, at + 1, name) if name else None
        return ActorSpan(at, inner.end, inner.party, inner.person) if inner else None

    def _back(self, tokens: Sequence[Token], at: int) -> ActorSpan | None:
        """Words that point back; where nobody was named before, "the rebels" are rebels."""
        span = pointing_back(tokens, at)
        inner = self._generic(tokens, at + 1) if span and at + 1 < span.end else None
        return replace(span, otherwise=inner.party) if span and inner and inner.end == span.end else span

    def _generic(self, tokens: Sequence[Token], at: int) -> ActorSpan | None:
        """A name or nationality with a word for armed people, or such a word alone."""
        read = [(*armed(tokens, head), head) for head in range(at, modifiers_end(tokens, at) + 1)]
        found = [(end, state, head) for end, state, head in read if end > head]
        if not found:
            return self._people(tokens, at)
        # The longest reading, and of those the one that begins first: "government troops", not "troops".
        end, state, head = max(found, key=lambda row: (row[0], -row[2]))
        if numbered(tokens[at].lower) and tokens[end - 1].lower not in word_list("actors", "units"):
            return None
        span = self._owned(tokens, at, head, end, state=state)
        span = span or self._unowned(tokens, at, head, end, state=state)
        # "Separatist fighters", "Fifth Corps members": the members add nothing to the name.
        return replace(span, state=state, end=span.end if state else _members_end(tokens, span.end))

    def _owned(self, tokens: Sequence[Token], start: int, head: int, end: int, *, state: bool) -> ActorSpan | None:
        """Armed people whose side the words before or behind them name: "Syrian troops", "the army of Massoud"."""
        text = words_of(tokens, start, end)
        before = owners(tokens[start:head])
        named = next((side for side in map(self._names.party, (token.text for token in before)) if side), None)
        if named:
            return ActorSpan(start, end, Party(named.id, named.name, text))
        country = self._country_named(before)
        if country and state:
            return ActorSpan(start, end, self._state(country, before[0].text, text))
        people = nationality(before)
        unit = tokens[end - 1].lower in word_list("actors", "units")
        if people and (state or unit or not people.isupper()):
            # "Kurdish fighters" are a side of that name; "Afghan fighters" may be on any side.
            return ActorSpan(start, end, self._state(people, before[0].text, text))
        if before and tokens[end - 1].capital and all(token.capital or numbered(token.lower) for token in before):
            return ActorSpan(start, end, Party(slug(text), text, text))
        owner = self._of_owner(tokens, end) if state else None
        return ActorSpan(start, owner.end, owner.party) if owner else None

    def _country_named(self, words: Sequence[Token]) -> str | None:
        """Code of the country in "Ukraine's army", "South Sudan's air force"."""
        name = " ".join(token.text for token in words)
        return self._codes.get(name) if words else None

    def _unowned(self, tokens: Sequence[Token], start: int, head: int, end: int, *, state: bool) -> ActorSpan:
        """Armed people of no named side: a profile's side by that word, nobody in particular, or the word itself."""
        text = words_of(tokens, start, end)
        side = self._names.party(text) or self._names.party(words_of(tokens, head, end))
        if side:
            return ActorSpan(start, end, Party(side.id, side.name, text))
        if tokens[head].lower in word_list("actors", "vague"):
            # "Rebel units", "militia fighters": the word before says whose they are.
            kin = next((at for at in range(start, head) if armed(tokens, at)[0] > at), None)
            if kin is None:
                return ActorSpan(start, end, None, vague=True)
            head, state = kin, armed(tokens, kin)[1]
        id_ = "government" if state else canonical(tokens[head].lower)
        return ActorSpan(start, end, Party(id_, id_.capitalize(), text))

    def _of_owner(self, tokens: Sequence[Token], at: int) -> ActorSpan | None:
        """Whose an army is: "of Ahmad Massoud" from token `at` on."""
        if at + 1 >= len(tokens) or tokens[at].lower != "of" or not tokens[at + 1].capital:
            return None
        end = at + 1
        while end < len(tokens) and tokens[end].capital and tokens[end].text[0].isalpha():
            end += 1
        text = words_of(tokens, at + 1, end)
        return ActorSpan(at, end, self._names.party(text) or Party(slug(text), text, text))

    def _people(self, tokens: Sequence[Token], at: int) -> ActorSpan | None:
        """A people as a side: "the Russians", "the Russian withdrawal", "Armenian and Azerbaijani troops"."""
        if not tokens[at].capital:
            return None
        word, follows = tokens[at].lower, [token.lower for token in tokens[at + 1 : at + 3]]
        code = adjectives().get(word[:-1]) if word.endswith("s") else None
        if follows and (follows[0] in rule_of_noun() or (follows[0] == "and" and follows[-1] in adjectives())):
            code = code or adjectives().get(word)
        if not code:
            return None
        text = tokens[at].text
        return ActorSpan(at, at + 1, self._state(code, text, text), state=code.isupper())


def _crowd_of(tokens: Sequence[Token], crowd: ActorSpan, whose: ActorSpan) -> bool:
    """Whether armed people are said to be somebody's: "soldiers OF the FARDC", "gunmen LOYAL TO Boko Haram"."""
    generic = crowd.party is None or tokens[crowd.end - 1].lower in word_list("actors", "crowds")
    between = " ".join(token.lower for token in tokens[crowd.end : whose.start])
    return generic and whose.party is not None and between in word_list("actors", "belonging")


def _members_end(tokens: Sequence[Token], at: int) -> int:
    """One past the words for members from token `at` on: "fighters", "commanders"."""
    while at < len(tokens) and tokens[at].lower in word_list("actors", "members"):
        at += 1
    return at


def _allied_end(tokens: Sequence[Token], at: int) -> int:
    """One past the armed people that are named by whom they belong to: "Al Qaeda-LINKED MILITANTS"."""
    if at + 1 < len(tokens) and tokens[at].lower.removeprefix("-") in word_list("actors", "allied"):
        stop = _members_end(tokens, at + 1)
        return stop if stop > at + 1 else at
    return at


def _extended(tokens: Sequence[Token], at: int, name: Name) -> ActorSpan:
    """A name with the nouns that follow: "Taliban fighters", "Massoud's men"."""
    end = _allied_end(tokens, at + len(name.words))
    owned = end + 1 < len(tokens) and tokens[end].lower in {"'s", "'"}
    stop = _members_end(tokens, end + 1) if owned else _members_end(tokens, end)
    stop = end if stop == end + 1 and owned else stop
    speaks = stop > end and tokens[stop - 1].lower in word_list("actors", "spokesmen")
    person = (name.person and stop == end) or speaks
    return ActorSpan(at, stop, Party(name.id, name.name, words_of(tokens, at, stop)), person)
