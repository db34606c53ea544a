"""The subject of a verb: found to its left, shared with an earlier verb, or what a relative pronoun points back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.chunks.chunk import tag_at
from geo.claims.clauses.asides import before_aside, opens_clause
from geo.claims.clauses.free import is_subject
from geo.claims.clauses.phrases import NOUN_PHRASE, WALL_MARKS, WALLS, in_phrase
from geo.claims.clauses.verb_group import verb_group
from geo.claims.words.lexicon import word_list

if TYPE_CHECKING:
    from geo.claims.chunks.chunk import Row

_REACH = 40
_ASIDE = 20
# How many verbs may share one subject: "marched on X, took Y and burnt Z".
_SHARING = 7
_BEFORE_INFINITIVE = frozenset({"time", "adv", "neg", "say"})
_UNSAID = frozenset({"sub", "by", "comma", "det", "prep"})
# "Zelensky HAS VOWED to liberate X"
_BETWEEN_NAME = frozenset({"have", "be", "say", "time", "adv"})
_DEFINES = frozenset({"kind", "place", "actor", "ref", "beside"})


def subject(row: Row, start: int, shared: int = 0) -> tuple[int, ...]:
    """The subject of a verb group.

    Args:
        row: The sentence.
        start: First chunk of the group.
        shared: How many verbs were passed already that share the subject.

    Returns:
        Indexes of actors, places, references, pronouns or a capitalised name; several for "X and Y"; empty if unknown.
    """
    at = start - 1
    if tag_at(row, at) == "and" and shared < _SHARING:
        verb = _verb_before(row, _before_adverbial(row, at))
        if verb is not None:
            return _of_verb(row, verb, shared + 1)
    lowest = max(-1, at - _REACH)
    at = before_aside(row, at)
    while at > lowest:
        if not _said_to(row, at, start):
            found = _subject_at(row, at, start, shared)
            if found is not None:
                return found
        at -= 1
    return ()


def _subject_at(row: Row, at: int, start: int, shared: int) -> tuple[int, ...] | None:
    """The subject if the chunk at `at` decides it, None if one must look further to the left."""
    one = row[at]
    if one.tag in WALLS or one.word in WALL_MARKS or _opens_speech(row, at) or opens_clause(row, at, start):
        return ()
    if one.tag in {"rel", "that"}:
        return antecedent(row, at) if one.tag == "rel" or tag_at(row, at - 1) in _DEFINES else ()
    if one.tag == "verb" and shared < _SHARING:
        return _of_verb(row, at, shared + 1)
    return _coordinated(row, at) if is_subject(row, at) else _named_by(row, at, start)


def _named_by(row: Row, at: int, start: int) -> tuple[int, ...] | None:
    """A subject that is no plain actor: whose crowd it is, or a capitalised name that no list knows."""
    one = row[at]
    near = all(between.tag in _BETWEEN_NAME for between in row[at + 1 : start])
    thing = one.word in word_list("grammar", "weapons") or one.word in word_list("grammar", "calamities")
    name = one.tag == "word" and one.capital and near and one.word.isalpha() and not thing and not in_phrase(row, at)
    return (at,) if name or (one.tag == "actor" and _members_of(row, at)) else None


def _said_to(row: Row, at: int, start: int) -> bool:
    """A verb of saying before an infinitive is no wall: "Massoud VOWED on Friday to retake"."""
    return (
        row[at].tag == "say"
        and tag_at(row, start) == "to"
        and all(one.tag in _BEFORE_INFINITIVE for one in row[at:start])
    )


def _verb_before(row: Row, at: int) -> int | None:
    """The verb of control that "and" at chunk `at` joins the next one to."""
    for back in range(at - 1, max(-1, at - _REACH), -1):
        if row[back].tag == "verb":
            return back
        if row[back].tag in WALLS | {"rel"} or row[back].word in WALL_MARKS:
            return None
    return None


def _before_adverbial(row: Row, at: int) -> int:
    """Before the clause of time that "and" or "but" follows: "A took X WHEN B LEFT, but | lost it"."""
    if tag_at(row, at - 1) != "comma":
        return at
    sub = next((i for i in range(at - 2, max(0, at - _ASIDE), -1) if row[i].tag in {"sub", "comma"}), None)
    return sub if sub is not None and row[sub].tag == "sub" and tag_at(row, sub + 1) in {"det", "actor", "pron"} else at


def main_subject(row: Row, at: int) -> tuple[int, ...]:
    """The subject that "after capturing X" or "following the capture of X" leaves unsaid: that of the main clause."""
    if tag_at(row, at - 1) == "say":
        # "The army denied losing X": the speaker is meant.
        return subject(row, at - 1)
    if tag_at(row, at - 1) not in _UNSAID:
        return ()
    verb = next((i for i in range(at - 1, -1, -1) if row[i].tag == "verb"), None)
    if verb is not None:
        return _of_verb(row, verb, 0)
    return tuple(i for i in range(at) if row[i].tag in {"actor", "pron"} and not in_phrase(row, i))[:1]


def following_subject(row: Row, at: int) -> tuple[int, ...]:
    """The subject of the main clause behind "Having taken X," or "After capturing X,", whose last chunk is `at` - 1."""
    comma = next((i for i in range(at, min(at + NOUN_PHRASE, len(row))) if row[i].tag == "comma"), len(row))
    begin = comma + 1 + (tag_at(row, comma + 1) == "det")
    return (begin,) if tag_at(row, begin) in {"actor", "pron"} else ()


def antecedent(row: Row, at: int) -> tuple[int, ...]:
    """What a relative pronoun at `at` points back to: the noun phrase just before it."""
    if tag_at(row, at - 1) == "and":
        # "X, which lies on the river and which A holds": both point back to X.
        first = next((i for i in range(at - 2, max(0, at - _ASIDE), -1) if row[i].tag == "rel"), None)
        return () if first is None else antecedent(row, first)
    for back in range(at - 1, max(-1, at - NOUN_PHRASE - 1), -1):
        tag = row[back].tag
        if tag in {"actor", "place", "ref"}:
            head = _narrower(row, back)
            return (head,) if row[head].tag == "kind" else _coordinated(row, head)
        if tag == "kind":
            return (back,)
        if tag in {"verb", "say", "sub"}:
            return ()
    return ()


def _narrower(row: Row, at: int) -> int:
    """The place that the one at `at` only locates: of "X in Y" it is X."""
    back = at - 1
    while tag_at(row, back) in {"det", "word"}:
        back -= 1
    located = (
        tag_at(row, at) == "place" and tag_at(row, back) == "prep" and tag_at(row, back - 1) in {"place", "kind", "ref"}
    )
    return back - 1 if located else at


def _of_verb(row: Row, verb: int, shared: int) -> tuple[int, ...]:
    phrase, _ = row[verb].phrases[0]
    return subject(row, verb_group(row, verb, phrase).start, shared)


def _coordinated(row: Row, at: int) -> tuple[int, ...]:
    """The chunk at `at` with those of its tag that "and" or a comma joins to it on the left."""
    found = [at]
    back = at - 1
    while back > 0 and row[at].tag in {"actor", "place"}:
        left = back
        while left > 0 and row[left].tag in {"det", "and", "comma"}:
            left -= 1
        joined = any(one.word in word_list("places", "joining") for one in row[left + 1 : back + 1])
        # "… in the hands of A, but B …": what a preposition leads to is no part of the subject.
        if row[left].tag != row[at].tag or not joined or (in_phrase(row, left) and not in_phrase(row, at)):
            break
        found.append(left)
        back = left - 1
    return tuple(sorted(found))


def _opens_speech(row: Row, at: int) -> bool:
    """Whether a quotation mark follows a verb of saying: what is quoted has a subject of its own."""
    if row[at].tag != "quote":
        return False
    before = at - 2 if tag_at(row, at - 1) == "comma" else at - 1
    return tag_at(row, before) == "say"


def _members_of(row: Row, at: int) -> bool:
    """Whether a crowd is "of" the actor, who is then the subject: "columns of the army", "hundreds of its men"."""
    back = at - 1
    while back > 0 and row[back].tag == "det":
        back -= 1
    crowds = word_list("grammar", "crowds")
    return back > 0 and row[back].word == "of" and (row[back - 1].tag == "number" or row[back - 1].word in crowds)
