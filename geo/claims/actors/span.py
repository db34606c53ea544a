"""The words that name somebody who fights."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.claims.claim import Party


# Id of a state's armed people where the words do not say which state's.
GOVERNMENT = "government"


@dataclass(frozen=True, slots=True)
class ActorSpan:
    """Tokens [start, end) that name somebody who fights.

    Attributes:
        start: First token.
        end: One past the last.
        party: The side, or None where the words point back ("the group") and the reader must find it.
        person: The words name a single person of that side, who may speak for it.
        vague: Armed people of whom nothing more is said ("gunmen"); `party` is None and they point back to nobody.
        state: Armed people of a state, or the state itself.
        irregular: The words point back, but never to a state ("the rebels").
        owned: The words name somebody whose people these are ("Maskhadov's fighters", "forces loyal to Haftar").
        otherwise: Whom words that point back mean where nobody was named before.
    """

    start: int
    end: int
    party: Party | None
    person: bool = False
    vague: bool = False
    state: bool = False
    irregular: bool = False
    owned: bool = False
    otherwise: Party | None = None


def slug(text: str) -> str:
    """An id from a name: lower-case words joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "unnamed"
