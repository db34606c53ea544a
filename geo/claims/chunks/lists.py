"""A list of places said in one breath, with its kind words and what the places lie in."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from gazetteer.place import Kind, Resolved
from geo.claims.chunks.chunk import tag_at, word_at
from geo.claims.words.lexicon import word_list

if TYPE_CHECKING:
    from gazetteer.place import Resolution
    from geo.claims.chunks.chunk import Chunk, Row

# How far the place that others lie in may stand behind them.
_REACH = 6
_SITES = frozenset({Kind.AIRPORT, Kind.BASE, Kind.DAM, Kind.CROSSING})
_TO_CONTAINER = frozenset({"prep", "from", "of", "det", "kind", "word", "adv"})
_JOINS = frozenset({"and", "neg"})
_LEADS = frozenset({"of", "from", "prep"})
_UNNAMED = frozenset({"det", "number", "word", "adv", "kind", "ref"})
_AUXILIARIES = frozenset({"be", "have", "modal"})


def place_list(row: Row, at: int) -> tuple[Chunk, int]:
    """Read the list of places that begins at chunk `at`.

    Returns:
        One chunk for all of them, and the index of the first chunk behind it.
    """
    first, end = _one(row, at)
    names = [first]
    after_verb = any(one.tag == "verb" for one in row[max(0, end - 4) : end - 1])
    # "The road between X and Y, which …" is about neither as a list.
    lead = word_at(row, at - 1).rpartition(" ")[2]
    begin = 0 if lead == "between" else _next_name(row, end, lead)
    alone = end
    while begin:
        if after_verb and len(names) == 1 and row[begin - 1].tag == "and" and tag_at(row, begin + 1) in _AUXILIARIES:
            # "They took Banu and Dushi was attacked": the second is the subject of a clause of its own.
            break
        other, end = _one(row, begin)
        if not inside(names[-1].places[-1], other.places[0]):
            names.append(other)
        begin = _next_name(row, end, lead)
    joined = any(one.tag in _JOINS for one in row[alone:end]) or (_goes_on(row, end) and not _opens(row, at))
    if len(names) > 1 and not joined:
        # "North of Kabul, Panjshir …": a comma alone makes no list.
        names, end = names[:1], alone
    end, site = _site(row, end)
    end = _container(row, end, names[-1])
    places = tuple(place for name in names for place in name.places)
    facility = not site and _facility(row, end)
    # An airport that the gazetteer knows as a place of its own is no part of another.
    part = site and not all(isinstance(one, Resolved) and one.place.kind in _SITES for one in places)
    return first._replace(end=row[end - 1].end, places=places, partial=part, facility=facility), end


def _goes_on(row: Row, end: int) -> bool:
    """Whether what has no name ends the list: "Bama, Gwoza AND A DOZEN OTHER towns"."""
    at = end + (tag_at(row, end) == "comma")
    return tag_at(row, at) == "and" and tag_at(row, at + 1) in _UNNAMED


def _opens(row: Row, at: int) -> bool:
    """Whether the name at `at` only tells where the rest happens: "South of HOMS, Qusayr and its roads were taken"."""
    return tag_at(row, at - 1) in {"prep", "of"} and not any(one.tag in {"verb", "say"} for one in row[:at])


def inside(inner: Resolution, outer: Resolution) -> bool:
    """Whether one place lies in another, by their records."""
    if not isinstance(inner, Resolved) or not isinstance(outer, Resolved):
        return False
    country = outer.place.kind is Kind.COUNTRY and inner.place.kind is not Kind.COUNTRY
    return outer.place.id in inner.place.parents or (country and outer.place.country == inner.place.country)


def skip(row: Row, at: int, tags: frozenset[str], most: int = 3) -> int:
    """First index from `at` on whose tag is none of `tags`, at most `most` further on."""
    stop = at
    while stop - at < most and tag_at(row, stop) in tags:
        stop += 1
    return stop


def _next_name(row: Row, end: int, lead: str) -> int:
    """Index of the name that a comma or "and" at `end` leads to, 0 if none; `lead` may stand again: "OF X and OF Y"."""
    at = end + (tag_at(row, end) == "comma")
    at += tag_at(row, at) in _JOINS and word_at(row, at) in word_list("places", "joining")
    if at == end:
        return 0
    at += tag_at(row, at) in _LEADS and word_at(row, at) == lead
    at = skip(row, at, frozenset({"det"}))
    if tag_at(row, at) in {"word", "kind"} and row[at - 1].word == "the":
        # "… and the border post OF al-Waleed"
        led = skip(row, at, frozenset({"word", "kind"}))
        at = led + 1 if word_at(row, led) == "of" else at
    return at if tag_at(row, at) == "place" else 0


def _one(row: Row, at: int) -> tuple[Chunk, int]:
    """One place with its kind word; in "Afghanistan's Baghlan province" the narrower one is meant."""
    one, end = row[at], at + 1
    if tag_at(row, end) == "poss":
        inner = skip(row, end + 1, frozenset({"word", "kind"}), most=2)
        if tag_at(row, inner) == "place" and inside(row[inner].places[0], one.places[0]):
            one, end = row[inner]._replace(start=one.start), inner + 1
    return one, end + (tag_at(row, end) == "kind")


def _container(row: Row, end: int, last: Chunk) -> int:
    """Take in what the places lie in: "… in the Kharkiv region", "…, Afghanistan", "- a district of Baghlan"."""
    at = skip(row, end, frozenset({"comma", "dash"}), most=1)
    while at - end < _REACH and tag_at(row, at) in _TO_CONTAINER and word_at(row, at) not in _speakers():
        at += 1
    if tag_at(row, at) == "place" and inside(last.places[-1], row[at].places[0]):
        return _container(row, _one(row, at)[1], last)
    return end


@cache
def _speakers() -> frozenset[str]:
    """Nouns of those who speak: "in X, OFFICIALS in Y said"."""
    return frozenset().union(*(word_list("attribution", kind) for kind in ("official", "resident", "media", "source")))


def _site(row: Row, end: int) -> tuple[int, bool]:
    """Take in an airport, port or base of the place: "Goma airport", "Mukalla's main port"; it is part of the place."""
    sites = word_list("places", "sites")
    if word_at(row, end - 1) in sites:
        return end, True
    at = skip(row, end + (tag_at(row, end) == "poss"), frozenset({"word", "actor"}), most=2)
    found = next((i for i in range(end, at + 1) if word_at(row, i) in sites), None)
    return (end, False) if found is None else (found + 1, True)


def _facility(row: Row, end: int) -> bool:
    """Whether the list leads to a building: "Kandahar prison", "Kandahar's central prison" not."""
    at = end + (tag_at(row, end) == "poss")
    if tag_at(row, at) == "word" and word_at(row, at) not in word_list("places", "facilities"):
        # "Ouagadougou conference hall"
        at += 1
    return tag_at(row, at) in {"word", "kind"} and word_at(row, at) in word_list("places", "facilities")
