"""Whether an event is asserted, denied or only planned, and when nothing at all is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.chunks.chunk import tag_at, word_at
from geo.claims.claim import Action, Assertion
from geo.claims.reading.plans import auxiliaries, gerund, planned
from geo.claims.words.lexicon import verb_list, word_list

if TYPE_CHECKING:
    from geo.claims.chunks.chunk import Row
    from geo.claims.events.event import Event

# How far to look for what prevents an event, and for the negation of a verb of saying.
_PREVENTED_REACH, _UNSAID_REACH = 7, 3
# How far behind a verb of holding its end may be told.
_UNTIL_REACH = 8


def assertion_of(row: Row, event: Event, *, question: bool = False) -> tuple[Action, Assertion] | None:
    """How the words put an event.

    Args:
        row: The sentence.
        event: Read from it.
        question: The sentence is a question.

    Returns:
        The action with its assertion; None where the words say nothing about what is ("to capture" as a mere purpose,
        "could have taken", "did not say that …"). Not losing a place is holding it.
    """
    if question or _unsaid(row, event) or any(_first_word(row, at) == "neither" for at in event.places):
        return None
    plan = planned(row, event)
    negated = _negated(row, event)
    if negated and plan is Assertion.PLANNED and _unable(row, event):
        plan = Assertion.ASSERTED
    if plan is None or (plan is Assertion.PLANNED and (negated or event.negated)):
        return None
    if event.rival and event.voice == "predicate":
        # "beyond Taliban control", "the last holdout against the Taliban": the others hold it.
        return Action.HOLDS, Assertion.DENIED if negated else plan
    if negated or event.negated:
        return _denied(row, event)
    if event.action is Action.HOLDS and _past(row, event):
        # "The RSF, who had held the city for a year": that is over, and nothing is said of now.
        return None
    # Who plans to attack a place is not fighting there yet, but is to move on it.
    moves = plan is Assertion.PLANNED and event.action is Action.FIGHTS and event.actors
    return (Action.ADVANCES if moves else event.action), plan


def _denied(row: Row, event: Event) -> tuple[Action, Assertion]:
    """What a negation says: who does not lose a place holds it, who no longer holds it has lost it."""
    if event.rival or event.action is Action.LOSES:
        # "the only region that has not fallen": what is denied of the one is said of the others.
        return Action.HOLDS, Assertion.ASSERTED
    if event.action is Action.HOLDS and any(one.word == "no longer" for one in auxiliaries(row, event)):
        return Action.LOSES, Assertion.ASSERTED
    return event.action, Assertion.DENIED


def _unable(row: Row, event: Event) -> bool:
    """Whether it was tried in vain: "could not hold X" says that X is not held."""
    group = auxiliaries(row, event)
    could = any(one.word == "could" for one in group) and not any(one.tag == "have" for one in group)
    return could or _in_vain(row, event)


def _in_vain(row: Row, event: Event) -> bool:
    """Whether what was tried is denied: "never MANAGED TO take X", "has not been ABLE TO enter X"."""
    to = next((at for at in range(event.start, event.at) if row[at].tag == "to"), 0)
    if not to or row[to - 1].word not in verb_list("assertion", "accomplished"):
        return False
    return any(one.tag == "neg" for one in row[max(0, to - _UNSAID_REACH - 1) : to])


def _past(row: Row, event: Event) -> bool:
    """Whether it had been so before what is told: "who HAD held X"; "had held X since May" may go on."""
    if any(one.tag == "time" and one.word.startswith("until ") for one in row[event.at : event.at + _UNTIL_REACH]):
        # "Held the hill UNTIL LAST WEEK"
        return True
    return any(one.word == "had" for one in auxiliaries(row, event)) and not any(
        one.word.startswith("since ") for one in row[event.at :] if one.tag == "time"
    )


def _first_word(row: Row, at: int) -> str:
    return row[at].word.split()[0]


def _negated(row: Row, event: Event) -> bool:
    if any(one.tag == "neg" for one in auxiliaries(row, event)) or _in_vain(row, event):
        return True
    before = row[max(0, event.start - 2) : event.start]
    if any(one.word in word_list("assertion", "nobody") for one in before):
        return True
    subjects = [at for at in (*event.places, *event.actors) if at < event.start]
    # "Neither X nor Y has fallen", "none of them was taken", "no rebel fighter has entered X"
    return any({_first_word(row, at), word_at(row, at - 1)} & {"neither", "none", "no"} for at in subjects)


def _unsaid(row: Row, event: Event) -> bool:
    """Whether the event lies under "did not say that", "whether", "kept from": nothing is said of it."""
    for at in range(event.start - 1, -1, -1):
        one = row[at]
        if one.tag == "say" and any(c.tag == "neg" for c in row[max(0, at - _UNSAID_REACH) : at]):
            # "Never confirmed the loss of X"
            told = event.voice == "noun" and event.start - at <= _UNSAID_REACH
            return told or any(c.tag == "that" for c in row[at : event.start])
        if one.word in word_list("assertion", "asked"):
            return True
        if one.tag in {"say", "sub"}:
            break
    return (
        tag_at(row, event.start - 1) == "from" or _prevented(row, event) or _unreal(row, event) or _refused(row, event)
    )


def _refused(row: Row, event: Event) -> bool:
    """Whether somebody would not speak of it: "REFUSED TO confirm or DENY the fall of X"."""
    refusing = [at for at in range(event.start) if row[at].word in word_list("assertion", "refusing")]
    return any(tag_at(row, at + 1) == "to" and tag_at(row, at + 2) == "say" for at in refusing)


def _unreal(row: Row, event: Event) -> bool:
    """Whether it is only imagined or played: "imagine X in the hands of", "in a war game X fell"."""
    before = f" {' '.join(one.word for one in row[: event.start])} "
    return any(f" {word} " in before for word in word_list("assertion", "unreal"))


def _prevented(row: Row, event: Event) -> bool:
    window = row[max(0, event.start - _PREVENTED_REACH) : event.start]
    stopped = any(one.word in word_list("assertion", "prevented") for one in window)
    return stopped and event.voice in {"noun", "active"} and gerund(row, event)
