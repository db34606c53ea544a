"""How a verb of saying stands to its speaker and to what is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.chunks.chunk import tag_at, word_at
from geo.claims.words.lexicon import word_list

if TYPE_CHECKING:
    from geo.claims.chunks.chunk import Row

_NEW_CLAUSE = frozenset({"verb", "noun", "that", "say", "be", "have"})
_PASSING = frozenset({"time", "adv", "quote"})
_NAMES = frozenset({"actor", "word", "det", "place"})
# How far behind the verb a clause may begin that makes its subject no speaker.
_SPEAKER_REACH, _PHRASE_REACH = 10, 6


def inverted(row: Row, at: int) -> bool:
    """Whether nothing but the speaker follows the verb at `at`: "…, said a spokesman"."""
    if tag_at(row, at - 1) not in {"comma", "quote"} or tag_at(row, at + 1) not in _NAMES or row[at].say == "tell":
        # Who is told stands behind: "…," a spokesman, A B, TOLD Reuters.
        return False
    return not any(one.tag in _NEW_CLAUSE for one in row[at + 1 : at + 1 + _SPEAKER_REACH])


def unspoken(row: Row, at: int) -> bool:
    """Whether the verb at `at` has no speaker before it: "is said to", "confirmed to be", "had been told", "to say"."""
    back = at - 1 - (tag_at(row, at - 1) == "adv")
    told = tag_at(row, back) == "be" and not row[at].word.endswith("ing")
    passive = told or (tag_at(row, at + 1) == "to" and row[at].say not in word_list("attribution", "active_before_to"))
    # "Refused to confirm or deny"
    joined = tag_at(row, at - 1) == "and" and tag_at(row, at - 2) == "say" and tag_at(row, at - 3) == "to"
    return passive or joined or tag_at(row, at - 1) == "to"


def is_inserted(row: Row, at: int) -> bool:
    """Whether the verb at `at` stands with its speaker between commas: "X was lost, state media said, days after"."""
    end = at + 1 + (tag_at(row, at + 1) == "time")
    if tag_at(row, end) != "comma" or tag_at(row, end + 1) == "quote":
        return False
    comma = next((i for i in range(at - 1, -1, -1) if row[i].tag == "comma"), 0)
    told = any(one.tag in {"verb", "noun"} for one in row[:comma])
    return told and not any(one.tag in _NEW_CLAUSE for one in row[comma:at])


def closes_sentence(row: Row, at: int) -> bool:
    """Whether only a time or an addressee follows: "X has fallen, officials said on Wednesday; …"."""
    end = next((i for i in range(at + 1, len(row)) if row[i].word == ";"), len(row))
    rest = [one for one in row[at + 1 : end] if one.tag not in _PASSING and one.word not in {".", "reporters"}]
    if word_at(row, at + 1) == "as":
        # "Dismissed as propaganda reports that …": what is said follows.
        return False
    if rest and any(one.tag == "quote" for one in row[at + 1 : at + 3]):
        return False
    joined = [one for one in rest if one.tag != "comma"]
    if not joined or joined[0].tag == "sub":
        return True
    if row[at].say == "tell" and not any(one.tag in _NEW_CLAUSE for one in joined):
        # "…, the governor told state television."
        return True
    phrase = joined[0].tag in {"prep", "to", "by"}
    # "Said on state television that X had fallen": what is said follows.
    return phrase and not any(one.tag in {"verb", "noun", "that"} for one in joined[:_PHRASE_REACH])
