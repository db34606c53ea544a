"""Words that point back to places: "the district", "these three cities", "both towns", "there"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from geo.claims.chunks.chunk import tag_at, word_at
from geo.claims.words.lexicon import table, word_list

if TYPE_CHECKING:
    from geo.claims.chunks.chunk import Chunk, Row

# How many chunks a reference may have before its kind: "all of these three besieged cities".
_LONGEST = 5
_NOUN_FOLLOWS = frozenset({"word", "kind", "noun", "actor", "number", "place", "poss", "held", "of"})


@cache
def pointing_words() -> frozenset[str]:
    """First words of what may point back to places."""
    return word_list("references", "pointers") | word_list("references", "alone") | {"there"}


def reference(row: Row, at: int) -> tuple[Chunk, int] | None:
    """Read a reference that begins at chunk `at`.

    Returns:
        The reference as one chunk and the index behind it, or None.
    """
    one = row[at]
    before_auxiliary = tag_at(row, at + 1) in {"be", "have"}
    if one.word == "there" and not before_auxiliary:
        return one._replace(tag="ref", kind="there"), at + 1
    if one.word in word_list("references", "alone") and before_auxiliary:
        return one._replace(tag="ref", kind="any", plural=True), at + 1
    if one.word == "the" and _one_of_two(row, at + 1):
        word, text = f"the {row[at + 1].word}", f"{one.text} {row[at + 1].text}"
        return one._replace(tag="ref", end=row[at + 1].end, kind=row[at + 1].word, word=word, text=text), at + 2
    kind = _kind(row, at)
    if kind is None:
        return _part(row, at)
    end = _end(row, kind)
    if _is_named(row, end) or word_at(row, end) in word_list("places", "facilities"):
        return None
    plural = row[kind].plural or one.word in word_list("references", "several")
    word, text = (" ".join(getattr(part, key) for part in row[at:end]) for key in ("word", "text"))
    last = next(i for i in range(end - 1, kind - 1, -1) if row[i].tag == "kind")
    sites = word_list("places", "sites")
    # "The airport district" is a quarter, and no district.
    quarter = last > kind and row[kind].word in sites
    site, sort = quarter or row[last].word in sites, "any" if quarter else row[last].kind
    whole = one._replace(tag="ref", end=row[end - 1].end, kind=sort, plural=plural, partial=site)
    return whole._replace(word=word, text=text), end


def _one_of_two(row: Row, at: int) -> bool:
    """Whether "the" leads to one of two places named before: "the FORMER was taken", "the LATTER"."""
    return word_at(row, at) in table("references")["order"] and tag_at(row, at + 1) not in _NOUN_FOLLOWS


def _part(row: Row, at: int) -> tuple[Chunk, int] | None:
    """A part of the place that the words point back to: "its eastern outskirts"."""
    if row[at].word not in word_list("references", "owners"):
        return None
    stop = at + 1
    while stop < len(row) and stop - at < _LONGEST and _adjective(row[stop]) and not _names_part(row, stop):
        stop += 1
    if not _names_part(row, stop):
        return None
    word, text = (" ".join(getattr(part, key) for part in row[at : stop + 1]) for key in ("word", "text"))
    whole = row[at]._replace(tag="ref", end=row[stop].end, kind="any", partial=True, word=word, text=text)
    return whole, stop + 1


def _names_part(row: Row, at: int) -> bool:
    return word_at(row, at) in word_list("references", "parts")


def _kind(row: Row, at: int) -> int | None:
    """The kind of place that a pointer at `at` leads to: "these three besieged CITIES"."""
    if row[at].word not in word_list("references", "pointers"):
        return None
    if row[at].word in word_list("references", "narrow") and tag_at(row, at + 1) != "kind":
        return None
    stop = at + 1
    while stop < len(row) and stop - at < _LONGEST and _adjective(row[stop]):
        stop += 1
    return stop if tag_at(row, stop) == "kind" else None


def _is_named(row: Row, end: int) -> bool:
    """Whether what follows names what ends there: "the city OF GOMA", "the airport IN GOMA"."""
    if tag_at(row, end) in {"of", "place"}:
        return True
    inside = row[end - 1].word in word_list("places", "sites") and word_at(row, end) in {"in", "at", "near"}
    return inside and "place" in {tag_at(row, end + 1), tag_at(row, end + 2)}


def _adjective(one: Chunk) -> bool:
    return one.tag in {"number", "det"} or (one.tag == "word" and not one.capital)


def _end(row: Row, kind: int) -> int:
    """One past the reference's last word: "the district centre"."""
    end = kind + 1
    while tag_at(row, end) == "kind":
        end += 1
    return end + (word_at(row, end) in word_list("references", "seats"))
