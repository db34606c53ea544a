"""Which party a chunk means: one named, one pointed back to, or the speaker's own side."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.actors.span import slug
from geo.claims.chunks.chunk import tag_at, word_at
from geo.claims.claim import Action, Party
from geo.claims.reading.own_side import by_name, calls_own, claimed_by, has_people, means_speaker, side_of
from geo.claims.words.lexicon import table, word_list

if TYPE_CHECKING:
    from geo.claims.actors.span import ActorSpan
    from geo.claims.chunks.chunk import Chunk, Row
    from geo.claims.claim import Claimant
    from geo.claims.events.event import Event
    from geo.claims.reading.memory import Memory

_OWNERS = frozenset({"their", "its", "his"})
_PERSONAL = frozenset({"he", "she", "him", "her"})


def actor_of(row: Row, event: Event, memory: Memory, speaker: Claimant | None) -> Party | None:
    """Who does what an event says.

    Args:
        row: The sentence.
        event: Read from it.
        memory: What was read before.
        speaker: Who says it, for "we" and "its forces".

    Returns:
        The party, or None where the words do not say.
    """
    if event.rival and event.actors and not _named(row[event.actors[0]]):
        # "The last holdout against the group": whose holdout it is hangs on too many guesses.
        return None
    party = party_at(row, event.actors[0], memory, speaker) if event.actors else None
    if party and _is_opponent(row, event, party, memory):
        # "A drove the rebels out": the rebels are not A, whoever else was named before.
        words, other = row[event.actors[0]].actor, memory.irregular
        others = other if other and other.id != party.id else None
        party = others or (words.otherwise if words else None)
    if event.rival and party:
        return memory.rival(party)
    admitted = event.action is Action.LOSES and any(one.say in table("attribution")["admit"] for one in row[: event.at])
    boasted = event.rule.good or admitted or _boasted(row, event)
    meant = party is None and not event.actors and not event.rival and boasted
    if speaker and party is None and not event.actors and tag_at(row, event.start - 1) == "say":
        # "The ministry acknowledged leaving X"
        return side_of(speaker, memory) or by_name(speaker)
    # "The districts were cleansed": who says so means the own side.
    return side_of(speaker, memory) if meant and speaker else party


def _is_opponent(row: Row, event: Event, party: Party, memory: Memory) -> bool:
    """Whether words that point back were taken for the very side that the sentence names against them."""
    if _named(row[event.actors[0]]):
        return False
    against = (party_at(row, at, memory) for at in event.opponents)
    return any(one is not None and one.id == party.id for one in against)


def _boasted(row: Row, event: Event) -> bool:
    """Whether a taking is claimed as the speaker's own: "the ministry CLAIMED THE CAPTURE of X"."""
    before = event.start - 1 - (tag_at(row, event.start - 1) == "det")
    said = row[before].say if 0 <= before < len(row) else ""
    return event.voice == "noun" and event.action is Action.TAKES and said in table("attribution")["boast"]


def opponent_of(row: Row, event: Event, memory: Memory, actor: Party | None) -> Party | None:
    """Against whom it is done: the opponent named, else the second of two who act; never the actor itself."""
    both = event.actors[1:2] if event.action is Action.FIGHTS else ()
    for at in (*event.opponents[:1], *both):
        words = row[at].actor
        parties = (party_at(row, at, memory), memory.irregular, words.otherwise) if words and words.irregular else ()
        for party in parties or (party_at(row, at, memory),):
            if party and (actor is None or party.id != actor.id):
                return party
    return None


def party_at(row: Row, at: int, memory: Memory, speaker: Claimant | None = None) -> Party | None:
    """The party that the chunk at `at` means, None where it points back to nobody."""
    one = row[at]
    if one.tag == "word":
        return Party(slug(one.text), one.text, one.text)
    ours = speaker is not None and calls_own(speaker, one)
    if one.actor and one.actor.party and not ours:
        return one.actor.party
    owner = claimed_by(row, at)
    if owner or (speaker and (ours or (has_people(speaker, one) and means_speaker(row, at)))):
        return owner or _own(speaker, memory)
    if one.tag not in {"actor", "pron"} and one.word not in _OWNERS:
        return None
    if one.actor and one.actor.vague:
        return _vague(row, at, memory, speaker)
    return _pointed_back(row, at, memory) or _leader_before(row, at)


def _own(speaker: Claimant | None, memory: Memory) -> Party | None:
    return (side_of(speaker, memory) or by_name(speaker)) if speaker else None


def _leader_before(row: Row, at: int) -> Party | None:
    """Whose "his troops" are where only a name that no list knows opens the sentence: "HAFTAR ordered his troops"."""
    if row[at].word.split()[0] not in _OWNERS:
        return None
    end = 0
    while end < at and row[end].tag == "word" and row[end].capital and row[end].word.isalpha():
        end += 1
    name = " ".join(one.text for one in row[:end])
    return Party(slug(name), name, name) if end and name.lower() not in word_list("grammar", "civilians") else None


def _vague(row: Row, at: int, memory: Memory, speaker: Claimant | None) -> Party | None:
    """Whose "troops" are: of the state last named, else of the home state; "gunmen" are nobody's but themselves."""
    one = row[at]
    head = one.word.split()[-1]
    if head in word_list("actors", "home_troops"):
        if tag_at(row, at - 1) == "word":
            # "Hostile forces", "tribal forces": whose is said by a word that no list knows.
            return None
        named = [c.actor.party for c in row[:at] if c.actor and c.actor.party and c.actor.state]
        party = named[-1] if named else memory.state or memory.home
        return replace(party, text=one.text) if party else Party(slug(one.word), one.text, one.text)
    if head == "fighters":
        party = (side_of(speaker, memory) if speaker and speaker.side else None) or memory.irregular
        return replace(party, text=one.text) if party else None
    return _themselves(one)


def _themselves(one: Chunk) -> Party | None:
    """Armed people whom nothing but their own word names: "gunmen", "the militants"; "the group" names nobody."""
    head = one.word.split()[-1]
    return Party(head, one.text, one.text) if head in word_list("actors", "nobodys") else None


def _named(one: Chunk) -> bool:
    return one.actor is not None and one.actor.party is not None


def _pointed_back(row: Row, at: int, memory: Memory) -> Party | None:
    """Who a pronoun or "the group" means: somebody earlier in the sentence, else whom the last one was about."""
    before = [_led(row, i, one.actor) for i, one in enumerate(row[:at]) if one.actor and one.actor.party]
    if row[at].word in _PERSONAL:
        persons = [actor.party for actor in before if actor.person]
        return persons[-1] if persons else memory.person
    words = row[at].actor
    if words and words.irregular:
        before = [actor for actor in before if not memory.is_state(actor)]
        meant = _group(before) if before else memory.irregular
        # "Chadian rebels … 300 insurgents … THE REBELS": of two words that name nobody the same one means the same.
        again = meant and words.otherwise and _unnamed(meant) and words.otherwise.id in memory.parties
        return words.otherwise if again else meant or words.otherwise or _themselves(row[at])
    return (_group(before) if before else memory.acting or memory.doer) or (words.otherwise if words else None)


def _unnamed(party: Party) -> bool:
    """Whether a party is known only by a word for armed people: "insurgents"."""
    return party.id in word_list("actors", "group")


def _led(row: Row, at: int, span: ActorSpan) -> ActorSpan:
    """The actor at `at`; "the NRF leader Massoud" names a person though the words begin with a group."""
    return replace(span, person=True) if word_at(row, at + 1) in word_list("actors", "spokesmen") else span


def _group(before: list[ActorSpan]) -> Party | None:
    """The group that opens the sentence, else the last before the pronoun; a person where only persons are named."""
    groups = [actor for actor in before if not actor.person]
    if not groups:
        return before[0].party
    return (groups[0] if groups[0] is before[0] else groups[-1]).party
