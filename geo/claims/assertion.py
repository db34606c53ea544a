"""Whether an event is asserted, denied or only planned: negation, modals, vows, conditions, things prevented."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.claim import Action, Assertion
from geo.claims.inflect import Form
from geo.claims.lexicon import cues, verb_cues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.claims.chunks import Chunk
    from geo.claims.events import Event

_NOBODY = frozenset({"nobody", "none", "no one", "neither", "no"})
_PREVENTED = frozenset({"prevent", "stop", "avert", "avoid", "block", "deter", "keep", "halt", "without", "stopping", "preventing"})
_FUTURE_WORDS = frozenset({"possible", "imminent", "planned", "feared", "expected", "attempted", "potential", "impending", "looming", "future", "failed", "upcoming"})
_COMPLETED_BEFORE_ING = frozenset({"after", "by", "since", "following", "despite", "when", "while", "before", "in", "and", "with"})
_WINDOW = 7


def assertion_of(row: Sequence[Chunk], event: Event, *, question: bool = False) -> tuple[Action, Assertion] | None:
    """How the words put an event.

    Args:
        row: The sentence.
        event: Read from it.
        question: The sentence is a question.

    Returns:
        The action with its assertion; None where the words say nothing about what is ("to capture" as a mere purpose,
        "could have taken", "did not say that …"). Not losing a place is holding it.
    """
    if question or _unsaid(row, event) or any(row[i].word.split()[0] == "neither" for i in event.places):
        return None
    negated = event.negated or _negated(row, event)
    planned = _planned(row, event)
    if planned is None or (negated and planned):
        return None
    if event.rival and negated and event.voice != "predicate":
        return Action.HOLDS, Assertion.ASSERTED
    if event.rival and (event.negated or event.rule.frame == "stronghold"):
        return Action.HOLDS, Assertion.ASSERTED if not _negated(row, event) else Assertion.DENIED
    if negated and event.action is Action.LOSES:
        return Action.HOLDS, Assertion.ASSERTED
    if negated:
        return event.action, Assertion.DENIED
    return event.action, Assertion.PLANNED if planned else Assertion.ASSERTED


def _group(row: Sequence[Chunk], event: Event) -> Sequence[Chunk]:
    """The words that negation and modals of the event stand among."""
    if event.voice in {"noun", "predicate"}:
        start = event.start
        while start and row[start - 1].tag in {"neg", "modal", "be", "have", "do", "adv", "det", "to"}:
            start -= 1
        return row[start : event.start]
    return row[event.start : event.at]


def _negated(row: Sequence[Chunk], event: Event) -> bool:
    if any(c.tag == "neg" for c in _group(row, event)):
        return True
    before = row[max(0, event.start - 2) : event.start]
    subjects = [row[i] for i in (*event.places, *event.actors) if i < event.start]
    return any(c.word in _NOBODY for c in before) or any(c.word.split()[0] in {"neither", "none"} for c in subjects)


def _unsaid(row: Sequence[Chunk], event: Event) -> bool:
    """The event lies under "did not say that", "stop … from", "whether": nothing is said of it."""
    for at in range(event.start - 1, -1, -1):
        one = row[at]
        if one.tag == "say" and any(c.tag == "neg" for c in row[max(0, at - 3) : at]):
            return any(c.tag == "that" for c in row[at : event.start])
        if one.word in {"whether", "lest"}:
            return True
        if one.tag in {"say", "sub"}:
            break
    if event.at and row[event.start - 1].tag == "from":
        return True
    window = row[max(0, event.start - _WINDOW) : event.start]
    return any(c.word in _PREVENTED for c in window) and event.voice in {"noun", "active"} and _ing(row, event)


def _ing(row: Sequence[Chunk], event: Event) -> bool:
    return event.voice == "noun" or any(Form.ING in phrase.forms for phrase, _ in row[event.at].phrases)


def _planned(row: Sequence[Chunk], event: Event) -> bool | None:
    """True for a plan or condition, False for a fact, None where the words only give a purpose."""
    group = _group(row, event)
    if any(c.tag == "modal" and c.word not in {"'d"} for c in group):
        perfect = any(c.tag == "have" for c in group) or (group and group[-1].word == "have")
        return None if perfect else True
    if event.voice == "noun":
        return _planned_noun(row, event)
    if _conditional(row, event.start):
        return True
    if event.start < event.at and any(c.tag == "to" for c in row[event.start : event.at]):
        return _infinitive(row, event)
    if event.voice == "active" and _gerund_of_plan(row, event):
        return True
    return False


def _infinitive(row: Sequence[Chunk], event: Event) -> bool | None:
    to = next(i for i in range(event.at - 1, -1, -1) if row[i].tag == "to")
    for at in range(to - 1, max(-1, to - _WINDOW), -1):
        word = row[at].word.split(" ")[0]
        for key, planned in (("planned", True), ("achieved", False)):
            if word in cues("assertion", key) or word in verb_cues("assertion", key) or row[at].word in verb_cues("assertion", key):
                return planned
        if row[at].tag == "verb" and row[at].word.startswith(("fight back", "fought back", "forced", "force")):
            return False
        if row[at].tag in {"sub", "rel"}:
            break
    if to and row[to - 1].tag in {"be", "have"}:
        return True
    return True if _conditional(row, event.start) else None


def _planned_noun(row: Sequence[Chunk], event: Event) -> bool | None:
    before = row[max(0, event.at - 4) : event.at]
    if any(c.word in _FUTURE_WORDS for c in before):
        return True
    after = row[max(event.places) + 1 : max(event.places) + 3]
    if any(c.tag == "modal" for c in after) or _conditional(row, event.at):
        return True
    plans = verb_cues("assertion", "planned")
    if any(c.word in cues("assertion", "intent") for c in before):
        return None
    return any(c.tag in {"word", "say", "verb"} and c.word in plans and c.word not in {"offensive", "operation", "campaign"} for c in before) or any(
        c.tag == "to" for c in before
    )


def _conditional(row: Sequence[Chunk], start: int) -> bool:
    for at in range(start - 1, -1, -1):
        if row[at].tag == "sub" or row[at].word in {"in case", "provided"}:
            return row[at].word in {"if", "unless", "in case", "provided", "until"}
        if row[at].tag in {"say", "that"}:
            return False
        if row[at].tag == "comma" and row[at - 1].tag in {"place", "time"} and at > 1 and row[0].word != "if":
            continue
    return False


def _gerund_of_plan(row: Sequence[Chunk], event: Event) -> bool:
    if not _ing(row, event) or not event.start:
        return False
    before = row[event.start - 1].word
    return before in verb_cues("assertion", "planned") or before in {"of", "for"}
