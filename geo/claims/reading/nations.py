"""Officials of a nation: they speak for a side where the nation fights in the report, else for nobody who fights."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.actors.armed import adjectives
from geo.claims.reading.filling import attribution_of
from geo.claims.words.lexicon import word_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from geo.claims.chunks.chunk import Row
    from geo.claims.claim import Claim, Claimant
    from geo.claims.reading.memory import Memory
    from geo.claims.speech.speeches import Speech

_THEIRS = frozenset({"its", "their"})


def by_nation(said: tuple[Speech, ...], row: Row, memory: Memory) -> tuple[Speech, ...]:
    """Give officials with a nationality, and "its spokesman", the side that they speak for.

    Args:
        said: What a sentence puts into somebody's mouth.
        row: The sentence.
        memory: Which nations fight in the report.

    Returns:
        The same speeches; "the Russian defence ministry" is a party where Russian forces are named, else an official.
    """
    return tuple(_by_nation(speech, row, memory) for speech in said)


def _by_nation(speech: Speech, row: Row, memory: Memory) -> Speech:
    speaker = _of_those_named(speech, row, memory) or _of_nation(speech.speaker, memory)
    return speech if speaker is speech.speaker else replace(speech, speaker=speaker)


def _of_those_named(speech: Speech, row: Row, memory: Memory) -> Claimant | None:
    """The spokesman of whom the sentence, or the one before, is about: "al Shabaab withdrew, ITS SPOKESMAN said"."""
    speaker, name = speech.speaker, speech.speaker.name.lower()
    first, *others = name.split()
    if speaker.side or first not in _THEIRS:
        return None
    if not (_holds(name, "offices") or _holds(name, "ministries") or word_list("actors", "spokesmen") & set(others)):
        return None
    quotes = any(one.tag == "quote" for one in row[: speech.at])
    before = () if quotes else row[: speech.at]
    sides = {one.actor.party.id for one in before if one.actor and one.actor.party}
    if not sides and memory.doer:
        sides = {memory.doer.id}
    # Of two sides named it may be either's.
    return replace(speaker, kind="party", side=sides.pop()) if len(sides) == 1 else None


def _of_nation(speaker: Claimant, memory: Memory) -> Claimant:
    words = _words(speaker)
    if not word_list("attribution", "watchers").isdisjoint(words):
        return speaker
    code = next((adjectives()[word] for word in words if word in adjectives()), "")
    if speaker.kind == "official" and code in memory.nations:
        return replace(speaker, kind="party", side=memory.nations[code].id)
    if speaker.kind == "official" and code.isupper() and not word_list("attribution", "in_arms").isdisjoint(words):
        return replace(speaker, kind="party", side=code.lower())
    if speaker.kind == "official" and not code and memory.home and _serves_state(speaker.name.lower()):
        return replace(speaker, kind="party", side=memory.home.id)
    return speaker


def _serves_state(name: str) -> bool:
    """Whether a title is of the army or the government of the state at home: "Brigadier", "the defence ministry"."""
    words = set(name.replace(",", " ").split())
    return bool(words & word_list("attribution", "ranks")) or _holds(name, "offices")


def _holds(name: str, key: str) -> bool:
    """Whether a speaker's name holds one of the titles of a list."""
    return any(title in name for title in word_list("attribution", key))


def without_bystanders(claims: Iterable[Claim], memory: Memory) -> Iterator[Claim]:
    """Make officials of those who only speak for a state that fights nowhere in the report.

    Args:
        claims: All claims of a report.
        memory: What was read.

    Yields:
        The same claims; "Britain's defence ministry" is a party only where Britain or its forces act.
    """
    read = tuple(claims)
    fighting = {claim.actor.id for claim in read if claim.actor} | memory.parties.keys()
    for claim in read:
        who = claim.claimant
        if (
            who
            and who.side in memory.states - fighting
            and not word_list("attribution", "office").isdisjoint(_words(who))
        ):
            aside = replace(who, kind="official", side=None)
            yield replace(claim, claimant=aside, attribution=attribution_of(aside, rumour=False))
        else:
            yield claim


def _words(speaker: Claimant) -> list[str]:
    return speaker.name.lower().replace("\u2019", "'").split()
