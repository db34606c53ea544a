"""A control claim: one assertion about one place in one report."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date  # noqa: TC003 - dataclass fields are read at run time
from enum import StrEnum

from gazetteer.place import Place  # noqa: TC001 - dataclass fields are read at run time


class Action(StrEnum):
    """What is said to happen to a place. For `repels` the actor is the defender, for `loses` the one who left."""

    TAKES = "takes"
    HOLDS = "holds"
    LOSES = "loses"
    BESIEGES = "besieges"
    ADVANCES = "advances"
    FIGHTS = "fights"
    REPELS = "repels"


class Assertion(StrEnum):
    """Whether the words say that it is so, that it is not so, or that it may come to be."""

    ASSERTED = "asserted"
    DENIED = "denied"
    PLANNED = "planned"


class Attribution(StrEnum):
    """Whose word it is: the reporter's own, a party's to the war, or a third party's."""

    STATED = "stated"
    CLAIMED = "claimed"
    REPORTED = "reported"


class DateBasis(StrEnum):
    """What the event date rests on: a date in the words, words relative to the report's day, or only that day."""

    EXPLICIT = "explicit"
    RELATIVE = "relative"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Party:
    """Who fights, as named in a claim.

    Attributes:
        id: The side's id in the conflict profile ("resistance"), or a slug of the name where no profile knows it.
        name: The side's name.
        text: The words of the report.
    """

    id: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Claimant:
    """Who asserts the claim; the reporter's own voice is no claimant at all (None).

    Attributes:
        name: Speaker, medium or group as named ("Zabihullah Mujahid", "Afghan media").
        kind: `party`, `media`, `official`, `resident` or `source`.
        side: The side's id when the claimant belongs to one, else None.
    """

    name: str
    kind: str
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One assertion about one place in one report.

    Attributes:
        report: Id of the report.
        place: The place, resolved.
        place_text: The place's name as the report writes it.
        place_start: Offset of `place_text` in the report's text.
        runners_up: Ids of other places that the name could have meant, likeliest first.
        action: What happens.
        actor: Who does it, or None where the words do not say.
        opponent: Against whom, or None.
        recapture: The words say that it is taken *again*.
        partial: Only part of the place is meant ("three districts of Baghlan"); such a claim colours nothing.
        assertion: Asserted, denied or planned.
        attribution: Whose word it is.
        claimant: Who says so; None is the reporter's own voice.
        event_start: First day on which it can have happened, inclusive; None = open.
        event_end: Last such day, inclusive; None = open.
        date_text: The words that the days were read from; empty where there are none.
        date_basis: What the days rest on.
        published: The report's day of publication.
        deaths_low: Least number of dead that the words allow, None where not said.
        deaths_high: Most, None where not said.
        casualties_text: The words about casualties.
        quote: The sentence, verbatim: `quote == report.text[start:end]`.
        start: Offset of the quote, in code points.
        end: One past its last code point.
        rule: Name of the rule that made the claim.
        confidence: 0 to 1; how direct the reading was.
    """

    report: str
    place: Place
    place_text: str
    place_start: int
    action: Action
    actor: Party | None
    opponent: Party | None
    assertion: Assertion
    attribution: Attribution
    claimant: Claimant | None
    event_start: date | None
    event_end: date | None
    date_text: str
    date_basis: DateBasis
    published: date
    quote: str
    start: int
    end: int
    rule: str
    confidence: float = 1.0
    recapture: bool = False
    partial: bool = False
    runners_up: tuple[str, ...] = ()
    deaths_low: int | None = None
    deaths_high: int | None = None
    casualties_text: str = ""

    def __post_init__(self) -> None:
        """Refuse a claim whose offsets cannot belong to its quote."""
        if self.end - self.start != len(self.quote) or not self.start <= self.place_start < self.end:
            message = f"Claim on {self.place_text!r} in {self.report!r}: offsets {self.start}-{self.end} do not fit."
            raise ValueError(message)

    @property
    def against_interest(self) -> bool:
        """A party to the war admits its own loss or a rival's gain; such a word weighs more than its own praise."""
        side = self.claimant.side if self.claimant else None
        if side is None or self.actor is None or self.assertion is not Assertion.ASSERTED:
            return False
        if self.action is Action.LOSES:
            return self.actor.id == side
        others = self.opponent is not None and self.opponent.id != side
        return self.action in {Action.TAKES, Action.HOLDS, Action.ADVANCES} and self.actor.id != side and not others

    @property
    def id(self) -> str:
        """Content hash: the same words about the same place give the same id in every run."""
        actor, claimant = self.actor and self.actor.id, self.claimant and self.claimant.name
        parts = (
            f"{self.report}\x1f{self.place.id}\x1f{self.place_start}\x1f{self.action}\x1f{actor}\x1f"
            f"{self.assertion}\x1f{claimant}\x1f{self.start}\x1f{self.end}\x1f{self.quote}"
        )
        return hashlib.sha256(parts.encode()).digest()[:8].hex()
