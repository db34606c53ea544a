"""Names of sides: those of a conflict profile first, then the armed groups that are party to several wars."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from geo.claims.actors.phrases import stand
from geo.claims.claim import Party
from geo.claims.sentences.tokens import tokenise
from geo.claims.words.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.claims.sentences.tokens import Token
    from geo.profile import Profile

_SHORT = 4  # an all-capital name this short is also a word ("IS", "US"), so its case must match


@dataclass(frozen=True, slots=True)
class Name:
    """One way of naming a side.

    Attributes:
        words: In lower case, without "the".
        exact: How it must be written where it is also a common word, else None.
        id: The side's id.
        name: The side's name.
        person: It names a single person.
        capital: It counts only with a capital letter.
        state: The side is the state of a country of the profile, so that "the group" is not it.
    """

    words: tuple[str, ...]
    exact: str | None
    id: str
    name: str
    person: bool
    capital: bool
    state: bool = False

    def stands(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether the name stands at token `at`."""
        if not stand(self.words, tokens, at):
            return False
        if self.exact:
            return tokens[at].text == self.exact
        return tokens[at].capital or not self.capital


class Names:
    """All names of sides by their first word; the profile's hide those of the lists."""

    def __init__(self, profile: Profile) -> None:
        """Prepare the names.

        Args:
            profile: Its actors come first; may be empty.
        """
        known = _of_profile(profile)
        taken = {name.words for name in known}
        rows = [*known, *(name for name in _of_groups() if name.words not in taken)]
        self._rows = _by_first_word(rows)
        self._nations = {nation: side for side in profile.sides for nation in side.nations}

    def at(self, tokens: Sequence[Token], at: int) -> Name | None:
        """The longest name that stands at token `at`, or None."""
        rows = self._rows.get(tokens[at].lower)
        return next((name for name in rows if name.stands(tokens, at)), None) if rows else None

    def first_words(self) -> frozenset[str]:
        """First words of all names."""
        return frozenset(self._rows)

    def party(self, text: str) -> Party | None:
        """The side that a text names as a whole, or None."""
        words = _words(text)
        rows = self._rows.get(words[0], ()) if words else ()
        return next((Party(name.id, name.name, text) for name in rows if name.words == words), None)

    def nation(self, nation: str, text: str) -> Party | None:
        """The side that is a nation's government and armed people, or None.

        Args:
            nation: ISO 3166-1 alpha-2 code, or a people in lower case.
            text: The words for it.
        """
        side = self._nations.get(nation)
        return Party(side.id, side.name, text) if side else None


def _by_first_word(rows: Iterable[Name]) -> dict[str, list[Name]]:
    found: dict[str, list[Name]] = {}
    for name in rows:
        found.setdefault(name.words[0], []).append(name)
    for names in found.values():
        names.sort(key=lambda name: -len(name.words))
    return found


def _of_profile(profile: Profile) -> list[Name]:
    found = []
    for side in profile.sides:
        named = [(alias, actor.person) for actor in side.actors for alias in (actor.name, *actor.aliases)]
        names = [_name(alias, side.id, side.name, person=person) for alias, person in (*named, (side.name, False))]
        state = not set(side.nations).isdisjoint(profile.countries)
        found += [replace(name, state=state) for name in names if name.words]
    return found


@cache
def _of_groups() -> tuple[Name, ...]:
    rows = table("actors")["groups"].items()
    return tuple(_name(alias, id_, aliases[0], person=False) for id_, aliases in rows for alias in aliases)


def _name(alias: str, id_: str, name: str, *, person: bool) -> Name:
    exact = alias if alias.isupper() and len(alias) <= _SHORT else None
    words = _words(alias)
    # A person's single name may be a word too ("Hope"); written small it is that word.
    capital = exact is None and person and len(words) == 1 and words[0].islower() and name[:1].isupper()
    return Name(words, exact, id_, name, person, capital)


def _words(text: str) -> tuple[str, ...]:
    words = tuple(token.lower for token in tokenise(text, 0, len(text)))
    return words[1:] if words[:1] == ("the",) and len(words) > 1 else words
