"""An event: one reading of one verb or noun of control."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.claims.claim import Action

if TYPE_CHECKING:
    from geo.claims.words.rules import Rule

ACTORS = frozenset({"actor", "pron"})
ACTOR = frozenset({"actor"})
PLACES = frozenset({"place", "ref"})
# Actions that are nothing without the side that does them.
SIDED = frozenset({Action.HOLDS, Action.ADVANCES, Action.BESIEGES})


@dataclass(frozen=True, slots=True)
class Event:
    """One reading of one verb or noun; numbers are indexes of chunks of the sentence.

    Attributes:
        rule: The rule that read it.
        action: What happens; usually the rule's.
        at: The verb or noun.
        start: Where its group of words begins ("has not been taken" begins at "has").
        places: The places it happens to (places, references and pronouns).
        actors: Who does it; a word that begins with a capital is a name that no list knows.
        opponents: Against whom.
        partial: Only a part of the place.
        rival: The actor named is the one who does *not* have it ("the last holdout against the Taliban").
        negated: The construction itself denies it ("beyond Taliban control").
        voice: `active`, `passive`, `relative`, `subject`, `scene`, `noun`, `predicate` or `held`.
    """

    rule: Rule
    action: Action
    at: int
    start: int
    places: tuple[int, ...]
    actors: tuple[int, ...] = ()
    opponents: tuple[int, ...] = ()
    partial: bool = False
    rival: bool = False
    negated: bool = False
    voice: str = "active"

    @property
    def name(self) -> str:
        """Name of the rule with its voice, as kept in a claim: `take.passive`."""
        return f"{self.rule.name}.{self.voice}"


def found(at: int | None) -> tuple[int, ...]:
    """An index that may be missing, as a tuple."""
    return () if at is None else (at,)
