"""Finds those who fight in a sentence: names first, then what points back, then nationality and armed people."""

from __future__ import annotations

from dataclasses import replace
from string import digits
from typing import TYPE_CHECKING

from geo.claims.actors.allegiance import behind_titles, leader, loyalty, membership
from geo.claims.actors.armed import (
    after_article,
    against,
    armed,
    is_small,
    may_be_armed,
    modifiers_end,
    openers,
    pointing_back,
)
from geo.claims.actors.extended import extended
from geo.claims.actors.owned import members_end, owned, people, unowned
from geo.claims.actors.sides import Sides
from geo.claims.actors.span import ActorSpan
from geo.claims.actors.units import unit_end
from geo.claims.sentences.tokens import words_of
from geo.claims.words.lexicon import word_list

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.claims.claim import Party
    from geo.claims.sentences.tokens import Token
    from geo.profile import Profile


# What an actor may begin with though it is in no list: "the", a unit's number, "anti-Taliban".
_SIGNS = ("the", "anti-", *digits)
_FIRST = frozenset(sign[0] for sign in _SIGNS)


class ActorFinder:
    """Finds those who fight in a sentence; made once for a profile."""

    def __init__(self, profile: Profile, countries: Mapping[str, str]) -> None:
        """Prepare the names.

        Args:
            profile: Its actors come first; a generic group with one of their names is that side.
            countries: ISO 3166-1 alpha-2 code → name, for the sides that are states.
        """
        self.sides = frozenset(side.id for side in profile.sides)
        self._sides = Sides(profile, countries)
        self._openers = openers() | self._sides.names.first_words()
        self._behind_article = self._openers | after_article()

    def find(self, tokens: Sequence[Token]) -> tuple[ActorSpan, ...]:
        """All actors of a sentence, in order, not overlapping; the longest reading at each token wins."""
        found: list[ActorSpan] = []
        behind = 0
        # Most words are small and begin no name; a look at each by its letters is quick.
        likely = [
            at
            for at, token in enumerate(tokens)
            if token.capital
            or token.lower in self._openers
            or (token.lower[0] in _FIRST and token.lower.startswith(_SIGNS))
        ]
        for at in likely:
            if at >= behind and self._opens(tokens, at) and (span := self._at(tokens, at)):
                found.append(span)
                behind = span.end
        return tuple(found)

    def country(self, code: str, text: str) -> Party:
        """A state as a side.

        Args:
            code: ISO 3166-1 alpha-2.
            text: The words for it.

        Returns:
            The profile's side of that name, else the country.
        """
        return self._sides.names.party(text) or self._sides.state(code, text)

    def seated(self, name: str, country: str = "") -> Party | None:
        """The side whose government a city's name stands for; see `Sides.seated`."""
        return self._sides.seated(name, country)

    def state(self, code: str) -> Party | None:
        """The side that a country's own armed people are, None where no country has that ISO 3166-1 alpha-2 code."""
        return self._sides.known_state(code)

    def _opens(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether an actor may begin at a token; asked first, for most words begin none."""
        word = tokens[at].lower
        if word == "the":
            follows = tokens[at + 1] if at + 1 < len(tokens) else tokens[at]
            return follows.capital or follows.lower in self._behind_article or against(follows)
        named = word in self._openers or (tokens[at].capital and not is_small(word)) or against(tokens[at])
        return named or (word[0].isdigit() and unit_end(tokens, at) > at)

    def _at(self, tokens: Sequence[Token], at: int) -> ActorSpan | None:
        named = self._known(tokens, at) or self._back(tokens, at)
        if named or tokens[at].lower == "the":
            return named
        return self._backed(tokens, at) or self._generic(tokens, at)

    def _known(self, tokens: Sequence[Token], at: int) -> ActorSpan | None:
        """A name of the profile or the lists; "the" before it belongs to it."""
        name = self._sides.names.at(tokens, at)
        if name:
            return extended(tokens, at, name)
        if tokens[at].lower != "the" or at + 1 >= len(tokens):
            return None
        name = self._sides.names.at(tokens, at + 1)
        inner = extended(tokens, at + 1, name) if name else None
        return replace(inner, start=at) if inner else None

    def _back(self, tokens: Sequence[Token], at: int) -> ActorSpan | None:
        """Words that point back; where nobody was named before, "the rebels" are rebels."""
        span = pointing_back(tokens, at)
        allied = self._allied(tokens, at, (at + 1, span.end)) if span and span.irregular else None
        if allied:
            return allied
        inner = self._generic(tokens, at + 1) if span and at + 1 < span.end else None
        return replace(span, otherwise=inner.party) if span and inner and inner.end == span.end else span

    def _backed(self, tokens: Sequence[Token], at: int) -> ActorSpan | None:
        """Somebody whose backer or leader is said first: "the Kurdish-led SYRIAN DEMOCRATIC FORCES"."""
        behind = at + 2
        if behind >= len(tokens) or tokens[at + 1].lower.removeprefix("-") not in word_list("sentences", "leading"):
            return None
        inner = self._known(tokens, behind)
        return replace(inner, start=at) if inner else None

    def _generic(self, tokens: Sequence[Token], at: int) -> ActorSpan | None:
        """A name or nationality with a word for armed people, or such a word alone."""
        heads = [head for head in range(at, modifiers_end(tokens, at) + 1) if may_be_armed(tokens, head)]
        found = [(end, state, head) for head in heads for end, state in (armed(tokens, head),) if end > head]
        if not found:
            return people(tokens, at, self._sides)
        # The longest reading, and of those the one that begins first: "government troops", not "troops".
        end, state, head = max(found, key=lambda row: (row[0], -row[2]))
        span = (
            owned(tokens, (at, head, end), self._sides, state=state)
            or self._allied(tokens, at, (head, end))
            or unowned(tokens, (at, head, end), self._sides, state=state)
        )
        # "Separatist fighters", "Fifth Corps members": the members add nothing to the name.
        end = span.end if state else members_end(tokens, span.end)
        of_state = span.state or (state and not span.owned)
        return span if (end, of_state) == (span.end, span.state) else replace(span, state=of_state, end=end)

    def _allied(self, tokens: Sequence[Token], start: int, word: tuple[int, int]) -> ActorSpan | None:
        """Armed people whose side is said behind them: "fighters of the M23", "forces loyal to General Haftar"."""
        head, end = word
        if tokens[head].lower in word_list("actors", "names"):
            return None
        begin, loyal = membership(tokens, end), loyalty(tokens, end)
        behind = max(begin, loyal)
        owners = (behind, behind_titles(tokens, behind)) if behind > end else ()
        inner = next((span for span in (self._owner_at(tokens, at) for at in owners) if span), None)
        if inner and inner.party:
            party = replace(inner.party, text=words_of(tokens, start, inner.end))
            return ActorSpan(start, inner.end, party, state=inner.state, owned=True)
        named = loyal if loyal > end else begin if _of_group(tokens[head]) and begin > end else 0
        first, last = leader(tokens, named) if named else (0, 0)
        if last == first:
            return None
        text = words_of(tokens, start, last)
        return ActorSpan(start, last, self._sides.led_by(words_of(tokens, first, last), text), owned=True)

    def _owner_at(self, tokens: Sequence[Token], at: int) -> ActorSpan | None:
        """An actor that begins at a token or behind its article."""
        article = at < len(tokens) and tokens[at].lower in word_list("actors", "articles")
        begins = (at, at + 1) if article else (at,)
        found = (self._at(tokens, begin) for begin in begins if begin < len(tokens) and self._opens(tokens, begin))
        return next((span for span in found if span and not span.vague), None)


def _of_group(head: Token) -> bool:
    """Whether armed people are no state's, so that "of" may lead to a group's name: "militants OF Ansar Dine"."""
    return head.lower in word_list("actors", "nobodys") or head.lower in word_list("actors", "followers")
