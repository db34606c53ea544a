"""Walking a sentence's chunks: the group around a verb, its subject, what stands after it, where something happens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.claims.inflect import Form

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.claims.chunks import Chunk
    from geo.claims.lexicon import Phrase

Row = "Sequence[Chunk]"
_AUXILIARY = frozenset({"be", "have", "do", "modal", "neg", "adv", "time"})
_LIGHT = frozenset({"det", "word", "number", "kind", "adv", "held", "quote"})
_BEFORE_NAME = _LIGHT | {"poss"}
_PREPOSITIONS = frozenset({"prep", "from", "to", "by", "of"})
_WALLS = frozenset({"sub", "say"})
_REACH = 40
_NOUN_PHRASE = 7


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliaries.

    Attributes:
        start: First chunk of the group ("has not been taken" begins at "has").
        passive: "was taken".
        infinitive: "to take".
        ing: "taking".
        finite: It has a subject of its own.
    """

    start: int
    passive: bool
    infinitive: bool
    ing: bool


def verb_group(row: Sequence[Chunk], at: int, phrase: Phrase) -> VerbGroup:
    """The group of the verb at chunk `at`, read as `phrase`."""
    start = at
    helpers: list[str] = []
    while start and row[start - 1].tag in _AUXILIARY and not _ends_phrase(row, start - 1):
        start -= 1
        helpers.append(row[start].tag if row[start].word not in {"remain", "remains", "remained"} else "be")
    infinitive = bool(start) and row[start - 1].tag == "to"
    while start and row[start - 1].tag in {"to", "neg"}:
        start -= 1
    verbs = [tag for tag in helpers if tag in {"be", "have", "do", "modal"}]
    passive = Form.PAST in phrase.forms and verbs[:1] == ["be"] and phrase.lemma.split()[0] != "be"
    return VerbGroup(start, passive, infinitive, Form.ING in phrase.forms)


def _ends_phrase(row: Sequence[Chunk], at: int) -> bool:
    """A time before the verb belongs to it only when nothing else does: "on Friday captured" but not "said on Friday"."""
    return row[at].tag == "time" and at > 0 and row[at - 1].tag == "say"


def subject(row: Sequence[Chunk], start: int, depth: int = 0) -> tuple[int, ...]:
    """Chunks of the subject of a verb group that begins at `start`.

    Returns:
        Indexes of actors, places, references, pronouns or a capitalised name; several for "X and Y"; empty if unknown.
    """
    at = start - 1
    lowest = max(-1, at - _REACH)
    infinitive = start < len(row) and row[start].tag == "to"
    if at >= 0 and row[at].tag == "and":
        verb = _verb_before(row, at)
        if verb is not None and depth < _NOUN_PHRASE:
            return _shared(row, verb, depth)
    while at > lowest:
        one = row[at]
        if infinitive and one.tag == "say" and all(c.tag in {"time", "adv", "neg", "say"} for c in row[at:start]):
            at -= 1
            continue
        if one.tag in _WALLS or one.word in {":", ";"} or _opens_speech(row, at):
            return ()
        if one.tag in {"rel", "that"}:
            return antecedent(row, at) if _relative(row, at) else ()
        if one.tag == "verb" and depth < _NOUN_PHRASE:
            return _shared(row, at, depth)
        if one.tag in {"actor", "place", "ref", "pron"} and not in_phrase(row, at) and not _possessor(row, at):
            return _coordinated(row, at)
        if one.tag == "actor" and _members_of(row, at):
            return (at,)
        if one.tag == "word" and one.capital and at == start - 1 and not in_phrase(row, at) and one.word.isalpha():
            return (at,)
        at -= 1
    return ()


def _verb_before(row: Sequence[Chunk], at: int) -> int | None:
    """The verb of control that "and" at chunk `at` joins the next one to."""
    for back in range(at - 1, max(-1, at - _REACH), -1):
        if row[back].tag == "verb":
            return back
        if row[back].tag in _WALLS | {"rel"} or row[back].word in {":", ";"}:
            return None
    return None


def main_subject(row: Sequence[Chunk], at: int) -> tuple[int, ...]:
    """The subject that "after capturing X" or "following the capture of X" leaves unsaid: that of the main clause."""
    if not at or row[at - 1].tag not in {"sub", "by", "comma", "det", "prep"}:
        return ()
    verb = next((i for i in range(at - 1, -1, -1) if row[i].tag == "verb"), None)
    if verb is not None:
        phrase, _ = row[verb].phrases[0]
        return subject(row, verb_group(row, verb, phrase).start)
    return tuple(i for i in range(at) if row[i].tag in {"actor", "pron"} and not in_phrase(row, i))[:1]


def _shared(row: Sequence[Chunk], verb: int, depth: int) -> tuple[int, ...]:
    """The subject that a later verb of the sentence shares with an earlier one."""
    phrase, _ = row[verb].phrases[0]
    return subject(row, verb_group(row, verb, phrase).start, depth + 1)


def _relative(row: Sequence[Chunk], at: int) -> bool:
    """Whether "that"/"which" at `at` points back to a noun (and does not open what somebody says)."""
    if row[at].tag == "rel":
        return True
    return at > 0 and row[at - 1].tag in {"kind", "place", "actor", "ref", "beside"}


def antecedent(row: Sequence[Chunk], at: int) -> tuple[int, ...]:
    """What a relative pronoun at `at` points back to: the noun phrase just before it."""
    back = at - 1
    while back >= 0 and at - back <= _NOUN_PHRASE:
        if row[back].tag in {"actor", "place", "ref"}:
            return _coordinated(row, back)
        if row[back].tag == "kind":
            return (back,)
        if row[back].tag in {"verb", "say", "sub"}:
            return ()
        back -= 1
    return ()


def _coordinated(row: Sequence[Chunk], at: int) -> tuple[int, ...]:
    """The chunk at `at` with those of its tag that "and" or a comma joins to it on the left."""
    found = [at]
    back = at - 1
    while back > 0:
        skip = back
        while skip > 0 and row[skip].tag in {"det", "and", "comma"}:
            skip -= 1
        joined = any(row[i].tag == "and" for i in range(skip + 1, back + 1))
        if not joined or row[skip].tag != row[at].tag or row[at].tag not in {"actor", "place"}:
            break
        found.append(skip)
        back = skip - 1
    return tuple(sorted(found))


def _opens_speech(row: Sequence[Chunk], at: int) -> bool:
    return row[at].tag == "quote" and at > 0 and (row[at - 1].tag == "say" or (row[at - 1].tag == "comma" and at > 1 and row[at - 2].tag == "say"))


def _possessor(row: Sequence[Chunk], at: int) -> bool:
    return at + 1 < len(row) and row[at + 1].tag == "poss"


def _members_of(row: Sequence[Chunk], at: int) -> bool:
    """ "terrorists of the Taliban", "hundreds of its fighters": the actor after "of" is the subject."""
    back = at - 1
    while back > 0 and row[back].tag in {"det"}:
        back -= 1
    return back > 0 and row[back].word == "of" and (row[back - 1].tag == "number" or row[back - 1].word in _CROWDS)


_CROWDS = frozenset({"members", "terrorists", "fighters", "militants", "men", "group", "groups", "columns", "convoy", "units", "elements", "thousands", "army", "forces", "militiamen", "remnants"})


def in_phrase(row: Sequence[Chunk], at: int) -> bool:
    """Whether a preposition leads to the chunk: "in Banu", "of the strategic town"."""
    back = at - 1
    steps = 0
    while back >= 0 and row[back].tag in _BEFORE_NAME and steps < 4:  # noqa: PLR2004 - adjectives before a noun
        back -= 1
        steps += 1
    return back >= 0 and row[back].tag in _PREPOSITIONS


@dataclass(frozen=True, slots=True)
class Target:
    """The place that a verb's object names: its chunk, and whether only a part of it is meant."""

    at: int
    partial: bool = False


def place_object(row: Sequence[Chunk], at: int) -> tuple[Target | None, int | None]:
    """The object that begins at chunk `at`.

    Returns:
        The place, if the object is one; and the actor that the object names or that holds it ("rebel-held X").
    """
    owner = None
    partial = False
    for step in range(at, min(at + _NOUN_PHRASE + 2, len(row))):
        one = row[step]
        if one.tag in {"place", "ref"} or (one.tag == "pron" and one.word in {"it", "them"}):
            return Target(step, partial or one.partial), owner
        if one.tag == "actor":
            following = row[step + 1].tag if step + 1 < len(row) else ""
            if following not in {"held", "poss"} and not (following == "noun" and row[step + 1].noun and row[step + 1].noun.frame == "stronghold"):
                return None, step
            owner = step
        elif one.tag == "of":
            if row[step - 1].tag != "kind" and not (row[step - 1].noun and row[step - 1].noun.frame == "stronghold"):
                return None, owner
        elif one.tag == "prep":
            stronghold = row[step - 1].noun is not None and row[step - 1].noun.frame == "stronghold"
            if one.word not in {"in", "at", "across", "near", "around", "in and around"} or not (stronghold or row[step - 1].tag == "kind"):
                return None, owner
            partial = not stronghold
        elif one.tag == "noun" and one.noun and one.noun.frame == "stronghold":
            continue
        elif one.tag not in _LIGHT | {"poss", "time", "comma"} or (one.tag == "comma" and step - at < 1):
            return None, owner
    return None, owner


def prepositional(row: Sequence[Chunk], at: int, prepositions: Iterable[str], tags: frozenset[str], reach: int = 14) -> int | None:
    """First chunk with one of the `tags` that one of the `prepositions` leads to, right of `at` in the same clause."""
    wanted = frozenset(prepositions)
    for step in range(at, min(at + reach, len(row))):
        one = row[step]
        if one.tag in _WALLS or one.tag == "rel" or one.word in {":", ";"}:
            return None
        if one.word in wanted and one.tag in _PREPOSITIONS:
            found = _led_to(row, step + 1, tags)
            if found is not None:
                return found
    return None


def _led_to(row: Sequence[Chunk], at: int, tags: frozenset[str]) -> int | None:
    for step in range(at, min(at + _NOUN_PHRASE, len(row))):
        if row[step].tag in tags:
            return step
        if row[step].tag == "actor" and step + 1 < len(row) and row[step + 1].tag in {"held", "poss"}:
            continue
        if row[step].tag not in _LIGHT | {"poss"} and not (row[step].word in {"of", "and", "in"} and row[step - 1].tag in {"kind", "prep"}):
            return None
    return None


def fronted(row: Sequence[Chunk], before: int, tags: frozenset[str]) -> int | None:
    """A place that opens the sentence: "In Nangarhar, police …"."""
    if not row or row[0].tag != "prep" or row[0].word not in {"in", "at", "near", "around", "inside", "across", "on", "outside"}:
        return None
    found = _led_to(row, 1, tags)
    return found if found is not None and found < before else None


def denoted(row: Sequence[Chunk], at: int) -> int | None:
    """The place that a noun at `at` describes: "Panjshir, the last holdout", "Panjshir is the only province"."""
    passed = {"det", "word", "number", "adv", "be", "comma", "dash", "rel", "poss", "kind", "neg", "quote", "and", "have", "time", "modal", "of", "prep",
              "beside"}
    for step in range(at - 1, max(-1, at - _REACH // 2), -1):
        one = row[step]
        if one.tag in {"place", "ref"} or (one.tag == "pron" and one.word == "it"):
            if one.tag != "pron" and in_phrase(row, step) and not _described(row, step, at):
                continue
            return step
        if one.tag == "actor" and step + 1 < len(row) and row[step + 1].tag in {"poss", "held", "word", "noun"}:
            continue
        if one.tag not in passed:
            return None
    return None


def _described(row: Sequence[Chunk], place: int, at: int) -> bool:
    """A place in a phrase is described when a comma, dash or "which" stands between: "the valley, which is …"."""
    return any(row[i].tag in {"comma", "dash", "rel"} for i in range(place + 1, at))
