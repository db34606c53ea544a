"""The words that lead to a list of places and belong to it: "three districts:", "the city of", "parts of"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.chunks.chunk import tag_at, word_at
from geo.claims.words.lexicon import word_list

if TYPE_CHECKING:
    from geo.claims.chunks.chunk import Chunk, Row


def with_prefix(before: Row, one: Chunk) -> list[Chunk] | None:
    """Join a list of places with the words that lead to it.

    Args:
        before: The chunks before the list.
        one: The list.

    Returns:
        The chunks with the list as the last of them; None where nothing leads to it.
    """
    for prefix in (_announced, _beside, _kind_of, part_of, _some_in, _site_in):
        joined = prefix(before, one)
        if joined:
            return joined
    return None


def skip_back(row: Row, tags: set[str], most: int = 2) -> int:
    """Length of `row` without a tail of at most `most` chunks with such tags."""
    stop = len(row)
    while len(row) - stop < most and tag_at(row, stop - 1) in tags:
        stop -= 1
    return stop


def _announced(before: Row, one: Chunk) -> list[Chunk] | None:
    """Announced by a plural: "three districts: Banu, Deh Salah …"."""
    kind = len(before) - 2
    mark = tag_at(before, kind + 1)
    plural = mark in {"dash", "comma"} and tag_at(before, kind) == "kind" and before[kind].plural
    if plural or (mark == "dash" and word_at(before, kind) in word_list("places", "announcing")):
        return [*before[:kind], one._replace(start=before[kind].start)]
    return None


def _beside(before: Row, one: Chunk) -> list[Chunk] | None:
    """In a direction of it: what happens "north of Banu" happens beside Banu."""
    way = skip_back(before, {"det", "word", "poss", "kind"}, most=4) - 2
    if word_at(before, way + 1) == "of" and word_at(before, way) in word_list("places", "directions"):
        if word_at(before, way - 1) == "the" and word_at(before, way - 2) == "in":
            # "In the east of Mosul" is in Mosul.
            return [*before[: way - 1], one._replace(start=before[way - 1].start, partial=True)]
        return [*before[:way], one._replace(tag="beside", start=before[way].start)]
    return None


def _kind_of(before: Row, one: Chunk) -> list[Chunk] | None:
    """With its kind before it: "the city of Kabul", "the airport of Kabul"; but not "three districts of Baghlan"."""
    kind = skip_back(before, {"det"}) - 2
    # "The 'safe AREA' of Zepa"
    kind -= tag_at(before, kind) == "quote" and tag_at(before, kind - 1) == "kind"
    if "of" not in {word_at(before, kind + 1), word_at(before, kind + 2)} or tag_at(before, kind) != "kind":
        return None
    if before[kind].plural and _counted(before, kind):
        return None
    facility = one.facility or before[kind].word in word_list("places", "facilities")
    partial = one.partial or before[kind].word in word_list("places", "seats") | word_list("places", "sites")
    return [*before[:kind], one._replace(start=before[kind].start, facility=facility, partial=partial)]


def _site_in(before: Row, one: Chunk) -> list[Chunk] | None:
    """With what stands in it: "the army's base at Kabul", "the airport in Goma"; it is a part of the place."""
    site = skip_back(before, {"det"}) - 2
    if word_at(before, site + 1) not in {"in", "at", "near"} or word_at(before, site) not in word_list(
        "places", "sites"
    ):
        return None
    return [*before[:site], one._replace(start=before[site].start, partial=True)]


def part_of(before: Row, one: Chunk) -> list[Chunk] | None:
    """With its part before it: "parts of Kabul", which are not Kabul, and "most of Kabul", which is."""
    part = skip_back(before, {"det"}) - 2
    word = word_at(before, part)
    some = word in word_list("places", "parts.some")
    if word_at(before, part + 1) != "of" or not (some or word in word_list("places", "parts.whole")):
        return None
    return [*before[:part], one._replace(start=before[part].start, partial=some)]


def _some_in(before: Row, one: Chunk) -> list[Chunk] | None:
    """Some of what lies in it: "three districts of Baghlan", "several villages in Baghlan"."""
    kind = skip_back(before, {"det"}) - 2
    if word_at(before, kind + 1) not in {"of", "in"} or kind < 0 or not before[kind].plural:
        return None
    if not _counted(before, kind):
        return None
    return [*before[:kind], one._replace(start=before[kind].start, partial=True)]


def _counted(row: Row, at: int) -> bool:
    """Whether "three", "several" … or nothing stands before a plural: then only some are meant, not all of them."""
    before = row[max(0, at - 4) : at]
    numbers = word_list("places", "counting")
    if any(one.tag == "number" or one.word.isdigit() or one.word in numbers for one in before):
        return True
    return not before or before[-1].tag not in {"det", "word"}
