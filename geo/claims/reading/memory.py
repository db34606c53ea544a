"""What a reader remembers of a report while reading on: who was named, which places, who spoke, when it was."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.claims.actors.armed import adjectives
from geo.claims.chunks.chunk import word_at
from geo.claims.claim import Action, Assertion, Claimant
from geo.claims.clauses.phrases import locates
from geo.claims.speech.extent import dateline_end
from geo.claims.words.lexicon import word_list

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from gazetteer.place import Resolution
    from geo.claims.actors.span import ActorSpan
    from geo.claims.chunks.chunk import Chunk, Row
    from geo.claims.claim import Claim, Party

_MOVES = frozenset({Action.ADVANCES, Action.TAKES, Action.BESIEGES})
_REMARK = 12
_LEADS_TO_PLACE = frozenset({"prep", "of", "from", "to", "by"})


@dataclass(slots=True)
class Memory:
    """State of one reading; made new for every report.

    Attributes:
        weights: How often each side is named in the whole report.
        parties: Side id → a party of that side.
        nations: Country code → the side that its armed people are in this report.
        groups: Lists of places in the order read, each as said in one breath.
        topic: The place that the last sentence was about.
        states: Sides that are states.
        home: The state in whose country the report's places lie, if any.
        state: The state last named.
        doer: The party that the last sentence was about.
        irregular: The party last named that is no state.
        person: Side of the single person last named.
        speaker: Who spoke last.
        event: Day of the last event.
        movers: Place id → the party last said to move on it or to take it.
        holders: Place id → the party last said to hold it or to have taken it.
        losers: Place id → the party last said to lose it.
        takers: Sides that were said to take or enter places.
        acting: Who did what the sentence being read told last.
        issuer: Whose statement the report is, None where it is a reporter's.
        inside: Who speaks in the quotation that goes on from the sentence before, if any.
    """

    weights: Counter[str] = field(default_factory=Counter)
    parties: dict[str, Party] = field(default_factory=dict)
    nations: dict[str, Party] = field(default_factory=dict)
    groups: list[tuple[Resolution, ...]] = field(default_factory=list)
    topic: Resolution | None = None
    states: set[str] = field(default_factory=set)
    home: Party | None = None
    state: Party | None = None
    doer: Party | None = None
    irregular: Party | None = None
    person: Party | None = None
    speaker: Claimant | None = None
    event: date | None = None
    inside: Claimant | None = None
    movers: dict[str, Party] = field(default_factory=dict)
    holders: dict[str, Party] = field(default_factory=dict)
    losers: dict[str, Party] = field(default_factory=dict)
    takers: dict[str, Party] = field(default_factory=dict)
    acting: Party | None = None
    issuer: Claimant | None = None

    def rival(self, party: Party) -> Party | None:
        """The side that the report names most besides this one: who a "holdout against" it belongs to."""
        others = [(count, id_) for id_, count in self.weights.items() if id_ != party.id]
        return self.parties[max(others)[1]] if others else None

    def only_taker(self) -> Party | None:
        """The only side that is said to take places, if there is just one: who else should have taken the next."""
        return next(iter(self.takers.values())) if len(self.takers) == 1 else None

    def read(self, row: Row, acting: Party | None) -> None:
        """Remember a sentence after its claims are made; `acting` is who acts in the first of them."""
        self._read_places(row)
        actors = [one.actor for one in row if one.actor]
        parties = [actor.party for actor in actors if actor.party]
        self.doer = acting or next(iter(parties), self.doer)
        if not parties:
            return
        self.states |= {actor.party.id for actor in actors if actor.party and actor.state}
        self.state = next((actor.party for actor in actors if actor.party and actor.state), self.state)
        groups = (actor.party for actor in reversed(actors) if actor.party and not self.is_state(actor))
        self.irregular = next(groups, self.irregular)
        person = next((actor.party for actor in reversed(actors) if actor.person), None)
        if person:
            self.person = person
            if not any(one.tag == "say" for one in row):
                self.speaker = Claimant(person.text, "party", person.id)

    def is_state(self, actor: ActorSpan) -> bool:
        """Whether an actor is a state, and not a militia on its side."""
        if actor.state or actor.party is None:
            return actor.state
        militia = not word_list("actors", "group").isdisjoint(actor.party.text.lower().split())
        return actor.party.id in self.states and not militia

    def read_claims(self, claims: Iterable[Claim]) -> None:
        """Remember who moves on a place and who loses it, for "the town has been liberated"."""
        for claim in claims:
            if claim.assertion is not Assertion.ASSERTED:
                continue
            if claim.actor and claim.action in _MOVES:
                self.movers[claim.place.id] = claim.actor
                self.takers[claim.actor.id] = claim.actor
            if claim.actor and claim.action in {Action.TAKES, Action.HOLDS}:
                self.holders[claim.place.id] = claim.actor
            lost_by = claim.actor if claim.action is Action.LOSES else claim.opponent
            if lost_by and claim.action in {Action.LOSES, Action.TAKES}:
                self.losers[claim.place.id] = lost_by

    def _read_places(self, row: Row) -> None:
        begin = dateline_end(row)
        found = [(at, one) for at, one in enumerate(row) if one.tag == "place" and at >= begin]
        if found:
            free = [one for at, one in found if not _after_preposition(row, at)]
            self.topic = (free or [found[0][1]])[0].places[0]
            # "Tarhouna, a stronghold NEAR TRIPOLI": what only tells where is meant by "the city" after the others.
            landmarks = [place for place in found if _is_landmark(row, place[0])] if len(found) > 1 else []
            told = [*landmarks, *(place for place in found if place not in landmarks)] if landmarks else found
            self.groups.extend(one.places for at, one in told if not locates(row, at))


def overview(spans: Iterable[ActorSpan], home: Party | None = None) -> Memory:
    """A new memory with who is named in the whole report, before it is read.

    Args:
        spans: Everybody named in it.
        home: The state in whose country its places lie.

    Returns:
        What to read the first sentence with.
    """
    memory = Memory(home=home)
    for party in (span.party for span in spans if span.party):
        memory.weights[party.id] += 1
        memory.parties.setdefault(party.id, party)
        code = adjectives().get(party.text.split()[0].lower(), "")
        if code.isupper():
            memory.nations.setdefault(code, party)
    return memory


def _is_landmark(row: Row, at: int) -> bool:
    """Whether a remark between commas only measures from a place: "…, a stronghold NEAR TRIPOLI"."""
    leads = word_at(row, at - 1) in word_list("places", "landmark")
    return leads and any(one.tag == "comma" for one in row[max(0, at - _REMARK) : at])


def _after_preposition(row: Row, at: int) -> bool:
    before: list[Chunk] = [one for one in row[max(0, at - 2) : at] if one.tag not in {"det", "word"}]
    return bool(before) and before[-1].tag in _LEADS_TO_PLACE
