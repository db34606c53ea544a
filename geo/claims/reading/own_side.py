"""Words by which a speaker means the own side: "we", "his men", "the ministry said IT"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.actors.span import slug
from geo.claims.chunks.chunk import tag_at, word_at
from geo.claims.claim import Party
from geo.claims.events.strongholds import owner_before
from geo.claims.words.lexicon import word_list

if TYPE_CHECKING:
    from geo.claims.chunks.chunk import Chunk, Row
    from geo.claims.claim import Claimant
    from geo.claims.reading.memory import Memory

# "Our hands", "its forces", "we".
_MAY_POINT = frozenset({"actor", "pron", "det"})
_ITSELF = frozenset({"it", "they"})
_CLAIM_REACH = 6
_BARE = frozenset({"the", "our"})


def means_speaker(row: Row, at: int) -> bool:
    """Whether words mean the speaker's own side: "we", "his men", "our heroic forces", "the ministry said IT"."""
    one = row[at]
    if one.tag in _MAY_POINT and _first_word(one) in word_list("attribution", "own") and one.word not in _ITSELF:
        return True
    if one.actor and _ours(row, at):
        return True
    return one.word in _ITSELF and _behind_saying(row, at)


def has_people(speaker: Claimant, words: Chunk) -> bool:
    """Whether a speaker may have armed people: "its fighters", said by two sources, are not the sources'."""
    ours = _first_word(words) in {"we", "us", "our"}
    bystanders = word_list("attribution", "source") | word_list("attribution", "resident")
    return ours or bystanders.isdisjoint(speaker.name.lower().split())


def calls_own(speaker: Claimant, words: Chunk) -> bool:
    """Whether a party uses a word that each side has for its own: "the MUJAHIDEEN took X", said the Taliban."""
    *before, last = words.word.split()
    return speaker.kind == "party" and last in word_list("actors", "own_fighters") and _BARE.issuperset(before)


def by_name(speaker: Claimant) -> Party | None:
    """Whoever speaks, where no side of theirs is known; residents and media have no people of their own."""
    return Party(slug(speaker.name), speaker.name, speaker.name) if speaker.kind in {"official", "party"} else None


def claimed_by(row: Row, at: int) -> Party | None:
    """Whose claim it is that a pronoun opens: "denied Moscow's CLAIM THAT ITS forces", "reports by A THAT IT …"."""
    that = at - 1
    if tag_at(row, that) != "that" or _first_word(row[at]) not in word_list("attribution", "owners") | _ITSELF:
        return None
    nouns = word_list("attribution", "reply_nouns")
    noun = next((i for i in range(that - 1, max(0, that - _CLAIM_REACH), -1) if row[i].word in nouns), None)
    if noun is None:
        return None
    owner = next((i for i in range(noun + 1, that) if row[i].tag == "actor"), owner_before(row, noun))
    span = row[owner].actor if owner is not None else None
    return span.party if span else None


def _ours(row: Row, at: int) -> bool:
    """Whether an adjective stands between "our" and armed people: "our heroic forces"."""
    return tag_at(row, at - 1) == "word" and word_at(row, at - 2) in word_list("attribution", "own")


def _behind_saying(row: Row, at: int) -> bool:
    """Whether a pronoun opens what is said, so that it means the speaker: "the ministry said IT had decided"."""
    return tag_at(row, at - 1) == "say" or (tag_at(row, at - 1) == "that" and tag_at(row, at - 2) == "say")


def side_of(speaker: Claimant, memory: Memory) -> Party | None:
    """The side that a speaker belongs to, by the name that the report has for it, or None."""
    if not speaker.side:
        # "Minnawi said his men had taken X": whoever they are, they are Minnawi's.
        named = speaker.kind == "source" and sum(word[:1].isupper() for word in speaker.name.split()) > 1
        return Party(slug(speaker.name), speaker.name, speaker.name) if named else None
    known = memory.parties.get(speaker.side)
    return Party(speaker.side, known.name if known else speaker.name, speaker.name)


def _first_word(one: Chunk) -> str:
    return one.word.split()[0]
