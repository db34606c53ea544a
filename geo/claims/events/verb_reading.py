"""One reading of a verb: the phrase that it is taken for, and the group of words around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.claims.clauses.subject import subject
from geo.claims.events.event import Event
from geo.claims.events.roles import acting
from geo.claims.words.inflect import Form

if TYPE_CHECKING:
    from geo.claims.chunks.chunk import Row
    from geo.claims.clauses.verb_group import VerbGroup
    from geo.claims.words.rules import Phrase, Rule

_AUXILIARY = frozenset({"be", "have", "do", "modal", "to"})


@dataclass(frozen=True, slots=True)
class VerbReading:
    """One reading of the verb at chunk `at` of a sentence."""

    row: Row
    at: int
    phrase: Phrase
    group: VerbGroup

    @property
    def rule(self) -> Rule:
        """The rule that the phrase belongs to."""
        return self.phrase.rule

    @property
    def subjects(self) -> tuple[int, ...]:
        """Chunks of the verb's subject."""
        return subject(self.row, self.group.start)

    @property
    def reduced(self) -> bool:
        """A participle that stands for a relative clause: "districts captured by …"."""
        if Form.PAST not in self.phrase.forms:
            return False
        if any(one.tag in _AUXILIARY for one in self.row[self.group.start : self.at]):
            return False
        rest = self.row[self.at + 1 :]
        return next((one.tag for one in rest if one.tag not in {"adv", "time"}), "") == "by"

    @property
    def negated(self) -> bool:
        """Whether its own group denies it: "has NOT fallen"; only then "the last town" is said of the others."""
        return any(one.tag == "neg" for one in self.row[self.group.start : self.at])

    def acting(self, *, person: bool = True) -> tuple[int, ...]:
        """Those of the verb's subject that can act; see `roles.acting`."""
        return acting(self.row, self.subjects, person=person)

    def event(  # noqa: PLR0913 - the parts of an event, each optional
        self,
        places: tuple[int, ...],
        actors: tuple[int, ...] = (),
        opponents: tuple[int, ...] = (),
        *,
        rival: bool = False,
        partial: bool | None = None,
        voice: str = "active",
        start: int | None = None,
    ) -> Event:
        """The event of this reading; without `partial`, it is partial where one of its places is."""
        return Event(
            rule=self.rule,
            action=self.rule.action,
            at=self.at,
            start=self.group.start if start is None else start,
            places=places,
            actors=actors,
            opponents=opponents,
            partial=any(self.row[at].partial for at in places) if partial is None else partial,
            rival=rival,
            voice=voice,
        )
