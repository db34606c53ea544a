"""The sides that names, nations and countries stand for: the profile's where it knows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.actors.names import Names
from geo.claims.actors.span import slug
from geo.claims.claim import Party
from geo.claims.words.lexicon import capitals

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.profile import Profile


class Sides:
    """Sides by name, nation and country; made once for a profile."""

    def __init__(self, profile: Profile, countries: Mapping[str, str]) -> None:
        """Prepare the names.

        Args:
            profile: Its actors come first; a generic group with one of their names is that side.
            countries: ISO 3166-1 alpha-2 code → name, for the sides that are states.
        """
        self.names = Names(profile)
        self._countries = countries
        self._seats = {seat.lower(): side for side in profile.sides for seat in side.seats}
        self._codes = {name: code for code, name in reversed(tuple(countries.items()))}

    def known_state(self, code: str) -> Party | None:
        """The side that a country's own armed people are, None where no such country is known."""
        name = self._countries.get(code)
        return (self.names.party(name) or self.state(code, name)) if name else None

    def state(self, code: str, text: str) -> Party:
        """A state as a side: the profile's for that nation, else the country.

        Args:
            code: ISO 3166-1 alpha-2, or a people in lower case.
            text: The words for it.

        Returns:
            The side with these words.
        """
        return self.names.nation(code, text) or Party(code.lower(), self._countries.get(code, text), text)

    def seated(self, name: str, country: str = "") -> Party | None:
        """The side whose government a city's name stands for.

        Args:
            name: The city ("Kyiv", "Sanaa").
            country: ISO 3166-1 alpha-2 code of the country that it lies in, where that is known.

        Returns:
            The profile's side with that seat, else the country whose capital it is; None for any other city.
        """
        side, code = self._seats.get(name.lower()), capitals().get(name.lower())
        if side:
            return Party(side.id, side.name, name)
        return self.state(code, name) if code and code == (country or code) else None

    def code_of(self, name: str) -> str | None:
        """Code of the country of that name, None if there is none."""
        return self._codes.get(name)

    def led_by(self, name: str, text: str) -> Party:
        """The side of whoever stands at the head of armed people: a name, a country or a seat of government.

        Args:
            name: The head's name.
            text: The words for the armed people.

        Returns:
            A known side, else one of the head's own name.
        """
        code = self._codes.get(name) or capitals().get(name.lower())
        if code:
            return self.state(code, name)
        known = self.names.party(name)
        return Party(known.id, known.name, text) if known else Party(slug(name), name, text)
