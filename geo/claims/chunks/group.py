"""Second reading of a sentence's chunks: lists of places become one chunk, and "the district" becomes a reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazetteer.place import Kind, Resolved
from geo.claims.actors.span import ActorSpan
from geo.claims.chunks.chunk import tag_at, word_at
from geo.claims.chunks.lists import place_list, skip
from geo.claims.chunks.prefixes import part_of, skip_back, with_prefix
from geo.claims.chunks.references import pointing_words, reference
from geo.claims.words.lexicon import verb_list, word_list

if TYPE_CHECKING:
    from geo.claims.actors.finder import ActorFinder
    from geo.claims.chunks.chunk import Chunk, Row

_SETTLEMENTS = frozenset({Kind.CITY, Kind.TOWN, Kind.VILLAGE})
# What follows "the X" where X is the whole name.
_ENDS_NAME = frozenset(
    {"", ".", ",", "at", "in", "near", "on", "and", "to", "from", "towards", "toward", "into", "by", "with", ";"}
)
# What a government does and a city does not.
_STATE_DEEDS = frozenset({"take", "retake", "free", "hold"})
_BEFORE_SAYING = frozenset({"adv", "have", "time", "neg"})
# "By Ukraine" says who does it.
_LEADS_TO_PLACE = frozenset({"prep", "of", "from", "to"})


def group(row: Row, finder: ActorFinder) -> Row:
    """Join what belongs together.

    Args:
        row: Chunks of one sentence.
        finder: Names the states that act.

    Returns:
        Chunks in order that still cover every token: "Banu and De Salah districts in Baghlan province" is one.
    """
    found: list[Chunk] = []
    pointing = pointing_words()
    at, count = 0, len(row)
    while at < count:
        one = row[at]
        if one.tag == "place":
            one, at = place_list(row, at)
            found = _with_place(found, one, row, at, finder)
        elif one.word in pointing and (pointed := reference(row, at)):
            one, at = pointed
            found = part_of(found, one) or [*found, one]
        else:
            governs = one.tag == "word" and one.capital and finder.seated(one.word)
            found.append(_government(row, at, finder) if governs else one)
            at += 1
    return tuple(found)


def _government(row: Row, at: int, finder: ActorFinder) -> Chunk:
    """A capital that no place was found for, yet that speaks: its government."""
    one = row[at]
    party = finder.seated(one.text)
    verb = skip(row, at + 1, _BEFORE_SAYING)
    if not party or not (tag_at(row, verb) == "say" or _acts(row, verb) or _claims(row, at + 1)):
        return one
    return one._replace(tag="actor", actor=ActorSpan(one.start, one.end, party, state=True))


def _with_place(found: list[Chunk], one: Chunk, row: Row, behind: int, finder: ActorFinder) -> list[Chunk]:
    """Add a list of places that ends before chunk `behind`: with what leads to it, or as a state or a river."""
    if _is_river(found, one, word_at(row, behind)):
        return [*found, one._replace(tag="word", places=())]
    verb = skip(row, behind, _BEFORE_SAYING)
    speaks = tag_at(row, verb) == "say" or word_at(row, verb) in verb_list("assertion", "planned") or _acts(row, verb)
    speaks = speaks or _claims(row, behind)
    return with_prefix(found, one) or [*found, _state(found, one, finder, speaks=speaks)]


def _claims(row: Row, at: int) -> bool:
    """Whether what stands before chunk `at` makes a claim: "MOSCOW's claim that …"."""
    return tag_at(row, at) == "poss" and word_at(row, at + 1) in word_list("attribution", "reply_nouns")


def _acts(row: Row, at: int) -> bool:
    """Whether an active verb of taking or holding follows a city: "Moscow has occupied", but not "Kabul fell"."""
    rules = [phrase.rule for phrase, _ in row[at].phrases[:1]] if at < len(row) else []
    goal = tag_at(row, at + 1) in {"place", "det", "kind", "ref", "time", "word"} or at + 1 == len(row)
    return goal and any(rule.frame == "object" and rule.name in _STATE_DEEDS for rule in rules)


def _is_river(before: Row, one: Chunk, follows: str) -> bool:
    """Whether an article shows that a settlement's name is a river's or a sea's: "reached the DNIPRO at Kherson"."""
    resolution = one.places[0]
    if len(one.places) > 1 or not isinstance(resolution, Resolved) or resolution.place.kind not in _SETTLEMENTS:
        return False
    alone = one.end - one.start == len(one.word.split()) and follows in _ENDS_NAME
    return alone and word_at(before, len(before) - 1) == "the"


def _moves_in(verb: Chunk) -> bool:
    """Whether a verb itself leads to a place: "PUSHED INTO Georgia"."""
    return verb.tag == "verb" and verb.word.rpartition(" ")[2] in word_list("tags", "prep") | word_list("tags", "to")


def _state(before: Row, one: Chunk, finder: ActorFinder, *, speaks: bool) -> Chunk:
    """A country that no preposition makes a place is a state that acts ("Russia captured", "Ethiopia said").

    A capital that speaks is its government ("Kyiv said").
    """
    resolution = one.places[0]
    if len(one.places) > 1 or not isinstance(resolution, Resolved):
        return one
    party = finder.seated(resolution.mention.text, resolution.place.country) if speaks else None
    if not party and resolution.place.kind is not Kind.COUNTRY:
        return one
    back = skip_back(before, {"det", "kind", "word"})
    if back and (before[back - 1].tag in _LEADS_TO_PLACE or _moves_in(before[back - 1])):
        return one
    party = party or finder.country(resolution.place.country, resolution.mention.text)
    return one._replace(tag="actor", places=(), actor=ActorSpan(one.start, one.end, party, state=True))
