"""What a reader remembers of a report while reading on: who was last named, which places, who spoke, when it happened."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gazetteer.place import Kind, Resolved
from geo.claims.claim import Claimant

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from gazetteer.place import Resolution
    from geo.claims.chunks import Chunk
    from geo.claims.claim import Party

_KINDS = {
    "district": frozenset({Kind.DISTRICT, Kind.TOWN, Kind.VILLAGE}),
    "province": frozenset({Kind.PROVINCE}),
    "town": frozenset({Kind.CITY, Kind.TOWN, Kind.VILLAGE, Kind.DISTRICT}),
}
_NUMBERS = {"two": 2, "both": 2, "either": 2, "neither": 2, "three": 3, "four": 4, "five": 5, "six": 6}


@dataclass(slots=True)
class Memory:
    """State of one reading; made new for every report.

    Attributes:
        weights: How often each side is named in the whole report.
        parties: Side id → a party of that side.
        groups: Lists of places in the order read, each as said in one breath.
        topic: The place that the last sentence was about.
        doer: The party that the last sentence was about.
        person: Side of the single person last named.
        speaker: Who spoke last.
        event: Day of the last event.
        quoted: First code point of a quotation → who speaks in it.
        inside: Who speaks in the quotation that goes on from the sentence before, if any.
    """

    weights: Counter[str] = field(default_factory=Counter)
    parties: dict[str, Party] = field(default_factory=dict)
    groups: list[tuple[Resolution, ...]] = field(default_factory=list)
    topic: Resolution | None = None
    doer: Party | None = None
    person: Party | None = None
    speaker: Claimant | None = None
    event: date | None = None
    quoted: dict[int, Claimant | None] = field(default_factory=dict)
    inside: Claimant | None = None

    def rival(self, party: Party) -> Party | None:
        """The side that the report names most besides this one: who a "holdout against" it belongs to."""
        others = [(count, id_) for id_, count in self.weights.items() if id_ != party.id]
        return self.parties[max(others)[1]] if others else None

    def places(self, row: Sequence[Chunk], at: int) -> tuple[Resolution, ...]:
        """The places that a reference or pronoun at chunk `at` points back to; empty if none fits."""
        one = row[at]
        groups = [*self.groups, *(chunk.places for chunk in row[:at] if chunk.tag == "place")]
        if one.tag == "pron":
            return self._it(row, at, groups) if one.word == "it" else _last_several(groups, None)
        number = next((_NUMBERS[word] for word in one.word.split() if word in _NUMBERS), None)
        if one.plural:
            return _last_several(groups, number)
        wanted = _KINDS.get(one.kind)
        if one.kind == "valley":
            return _valley(groups)
        for places in reversed(groups):
            for resolution in reversed(places):
                if _fits(resolution, wanted):
                    return (resolution,)
        return ()

    def _it(self, row: Sequence[Chunk], at: int, groups: list[tuple[Resolution, ...]]) -> tuple[Resolution, ...]:
        here = [chunk.places[0] for chunk in row[:at] if chunk.tag == "place"]
        best = here[0] if here else self.topic
        if best is None and groups:
            best = groups[-1][-1]
        return (best,) if best else ()

    def read(self, row: Sequence[Chunk], acting: Party | None) -> None:
        """Remember a sentence after its claims are made; `acting` is who acts in the first of them."""
        places = [chunk for chunk in row if chunk.tag == "place"]
        parties = [chunk.actor.party for chunk in row if chunk.actor and chunk.actor.party]
        self.groups.extend(chunk.places for chunk in places)
        if places:
            free = [chunk for chunk in places if not _after_preposition(row, chunk)]
            self.topic = (free or places)[0].places[0]
        if parties:
            self.doer = acting or parties[0]
            speaks = next((chunk.actor for chunk in reversed(row) if chunk.actor and chunk.actor.person), None)
            if speaks and speaks.party and not any(chunk.tag == "say" for chunk in row):
                self.speaker = Claimant(speaks.party.text, "party", speaks.party.id)
            self.person = next((chunk.actor.party for chunk in reversed(row) if chunk.actor and chunk.actor.person), self.person)


def _after_preposition(row: Sequence[Chunk], chunk: Chunk) -> bool:
    at = row.index(chunk)
    back = [one.tag for one in row[max(0, at - 2) : at] if one.tag not in {"det", "word"}]
    return bool(back) and back[-1] in {"prep", "of", "from", "to", "by"}


def _valley(groups: list[tuple[Resolution, ...]]) -> tuple[Resolution, ...]:
    """The last place that was called a valley."""
    for places in reversed(groups):
        for resolution in reversed(places):
            if isinstance(resolution, Resolved) and Kind.VALLEY in {resolution.place.kind, resolution.mention.kind}:
                return (resolution,)
    return ()


def _fits(resolution: Resolution, kinds: frozenset[Kind] | None) -> bool:
    if not isinstance(resolution, Resolved):
        return False
    if kinds is None:
        return resolution.place.kind is not Kind.COUNTRY
    return resolution.place.kind in kinds


def _last_several(groups: list[tuple[Resolution, ...]], number: int | None) -> tuple[Resolution, ...]:
    for places in reversed(groups):
        if (len(places) == number) if number else len(places) > 1:
            return places
    return ()
