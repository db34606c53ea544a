"""A verb with its auxiliaries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.claims.chunks.chunk import tag_at
from geo.claims.words.inflect import Form

if TYPE_CHECKING:
    from geo.claims.chunks.chunk import Row
    from geo.claims.words.rules import Phrase

_AUXILIARY = frozenset({"be", "have", "do", "modal", "neg", "adv", "time", "quote"})
_HELPING = frozenset({"be", "have", "do", "modal"})


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliaries.

    Attributes:
        start: First chunk of the group ("has not been taken" begins at "has").
        passive: "was taken".
        infinitive: "to take".
        ing: "taking".
    """

    start: int
    passive: bool
    infinitive: bool
    ing: bool


def verb_group(row: Row, at: int, phrase: Phrase) -> VerbGroup:
    """The group of the verb at chunk `at`, read as `phrase`."""
    start = at
    while tag_at(row, start - 1) in _AUXILIARY and not _ends_phrase(row, start - 1):
        start -= 1
    while tag_at(row, start) == "quote" and start < at:
        start += 1
    nearest = next((one.tag for one in reversed(row[start:at]) if one.tag in _HELPING), "")
    infinitive = tag_at(row, start - 1) == "to"
    while tag_at(row, start - 1) in {"to", "neg"}:
        start -= 1
    passive = nearest == "be" and Form.PAST in phrase.forms and phrase.lemma.split()[0] != "be"
    return VerbGroup(start, passive, infinitive, Form.ING in phrase.forms)


def _ends_phrase(row: Row, at: int) -> bool:
    """A time before the verb is its own only when nothing else has it: "on Friday captured", not "said on Friday"."""
    return row[at].tag == "time" and tag_at(row, at - 1) == "say"
