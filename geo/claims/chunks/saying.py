"""Words of saying: where they are verbs and where nouns, and whether "that" leads to what is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.chunks.chunk import Chunk, Row, tag_at, written
from geo.claims.words.lexicon import verb_list, word_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.claims.sentences.tokens import Token

# How far behind a verb of saying the "that" may stand which leads to what is said.
_TO_THAT = 5
_SUBJECT_REACH = 4
_SPEAKS = frozenset({"actor", "pron", "rel"})


def of_saying(tokens: Sequence[Token], at: int, before: Row) -> Chunk | None:
    """A verb of saying at a token behind the chunks `before`, or None where the word is none there."""
    # "Attacked police POSTS": behind the object of a verb it is a noun.
    # "Rejected Russian CLAIMS": what is denied is no verb either.
    denied = len(before) > 1 and before[-2].say in word_list("assertion", "denial")
    object_of_verb = tag_at(before, len(before) - 2) == "verb" or denied
    spoken = tag_at(before, len(before) - 1) in _SPEAKS and not object_of_verb
    spoken = spoken or _said_by_several(tokens, at, before)
    for length in (2, 1):
        word = " ".join(token.lower for token in tokens[at : at + length])
        lemma = verb_list("attribution", "say").get(word)
        if lemma and at + length <= len(tokens) and (spoken or word not in word_list("attribution", "nouns")):
            return Chunk("say", at, at + length, *written(tokens, at, at + length), say=lemma)
    return None


def _said_by_several(tokens: Sequence[Token], at: int, before: Row) -> bool:
    """Whether several say it in the present: "partners in Badghis REPORT that", but not "a report that"."""
    leads = at + 1 < len(tokens) and tokens[at + 1].lower == "that" and not tokens[at].lower.endswith("s")
    clause = before[-_SUBJECT_REACH:]
    several = any(one.tag in {"word", "actor"} and one.word.endswith("s") for one in clause)
    return leads and several and all(one.tag != "det" for one in clause)


def leads_to_that(tokens: Sequence[Token], at: int) -> bool:
    """Whether "that" follows in the same breath: "conceded on Friday that"."""
    following = [token.lower for token in tokens[at + 1 : at + 1 + _TO_THAT]]
    ends = next((i for i, word in enumerate(following) if word in {",", ".", ";"}), len(following))
    return "that" in following[:ends]
