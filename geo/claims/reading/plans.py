"""Whether an event has happened or is only wanted, feared, ordered or conditional."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from geo.claims.chunks.chunk import tag_at, word_at
from geo.claims.claim import Action, Assertion
from geo.claims.words.inflect import Form
from geo.claims.words.lexicon import table, verb_list, word_list

if TYPE_CHECKING:
    from geo.claims.chunks.chunk import Row
    from geo.claims.events.event import Event

# How far before "to" the verb may stand that it belongs to.
_WINDOW = 7
_BEFORE_NOUN = 4
_AUXILIARIES = frozenset({"neg", "modal", "be", "have", "do", "adv", "det", "to"})


def planned(row: Row, event: Event) -> Assertion | None:
    """Whether an event is a plan.

    Args:
        row: The sentence.
        event: Read from it.

    Returns:
        `PLANNED` for a plan or condition, `ASSERTED` for a fact, None where the words only give a purpose.
    """
    group = auxiliaries(row, event)
    if any(one.tag == "modal" and one.word != "'d" for one in group):
        # "could have taken" did not.
        return None if any(one.tag == "have" for one in group) else Assertion.PLANNED
    if _inverted(row, event.start):
        # "Should X fall" is a condition, "had X fallen" did not happen.
        return None if row[0].tag == "have" else Assertion.PLANNED
    if event.voice == "noun":
        return Assertion.ASSERTED if event.action is Action.REPELS else _planned_noun(row, event)
    if _conditional(row, event.start):
        return Assertion.PLANNED
    if any(one.tag == "to" for one in row[event.start : event.at]):
        return _infinitive(row, event)
    return Assertion.PLANNED if event.voice == "active" and _gerund_of_plan(row, event) else Assertion.ASSERTED


def auxiliaries(row: Row, event: Event) -> Row:
    """The words that negation and modals of the event stand among."""
    if event.voice not in {"noun", "predicate"}:
        return row[event.start : event.at]
    start = event.start
    while tag_at(row, start - 1) in _AUXILIARIES:
        start -= 1
    return row[start : event.start]


def gerund(row: Row, event: Event) -> bool:
    """Whether the event is named as a thing: by a noun, or by a verb in -ing."""
    return event.voice == "noun" or any(Form.ING in phrase.forms for phrase, _ in row[event.at].phrases)


def _infinitive(row: Row, event: Event) -> Assertion | None:
    """An infinitive is what the verb before it makes of it: "vowed to take", "managed to take", "came to take"."""
    to = next(i for i in range(event.at - 1, -1, -1) if row[i].tag == "to")
    for at in range(to - 1, max(-1, to - _WINDOW), -1):
        made = _made_of_infinitive(row, at, fights=event.action in {Action.FIGHTS, Action.ADVANCES})
        if made:
            return made
        if row[at].tag in {"sub", "rel"}:
            break
    return Assertion.PLANNED if tag_at(row, to - 1) in {"be", "have"} else None


def _made_of_infinitive(row: Row, at: int, *, fights: bool) -> Assertion | None:
    word = row[at].word
    words = {word, word.split()[0], f"{word} {word_at(row, at + 1)}"}
    if fights and words & word_list("assertion", "under_way") and tag_at(row, at - 1) == "be":
        return Assertion.ASSERTED
    if words & _plan_words():
        return Assertion.PLANNED
    if words & verb_list("assertion", "achieved").keys():
        return Assertion.ASSERTED
    forced = row[at].tag == "verb" and word.startswith(tuple(table("assertion")["forced"]))
    return Assertion.ASSERTED if forced else None


@cache
def _plan_words() -> frozenset[str]:
    """Verbs in every form, and other words, that make a plan of what follows."""
    return word_list("assertion", "planned_words").union(verb_list("assertion", "planned"))


def _planned_noun(row: Row, event: Event) -> Assertion | None:
    before = row[max(0, event.at - _BEFORE_NOUN) : event.at]
    # "X, whose FALL WOULD …"
    last = max(event.at, *event.places)
    after = row[last + 1 : last + 3]
    future = any(one.word in word_list("assertion", "future") for one in before)
    if future or any(one.tag == "modal" for one in after) or _conditional(row, event.at):
        return Assertion.PLANNED
    if any(one.word in word_list("assertion", "intent") for one in before):
        return None
    plans = _plan_words() - word_list("assertion", "happening")
    if _celebrated(before):
        return Assertion.ASSERTED
    wanted = any(one.tag == "to" or (one.tag in {"word", "say", "verb"} and one.word in plans) for one in before)
    return Assertion.PLANNED if wanted else Assertion.ASSERTED


def _celebrated(before: Row) -> bool:
    """Whether what is said is only done about what has happened: "gathered TO CELEBRATE the liberation of X"."""
    done = word_list("assertion", "celebrated")
    at = next((at for at, one in enumerate(before) if one.tag == "to" and word_at(before, at + 1) in done), None)
    # "To condemn THE PLANS for the capture of X"
    return at is not None and not any(one.word in _plan_words() for one in before[at + 2 :])


def _conditional(row: Row, start: int) -> bool:
    """Whether "if", "unless" … opens the clause of an event that begins at `start`."""
    for at in range(start - 1, -1, -1):
        if row[at].word in word_list("assertion", "awaited"):
            return _present(row, start)
        if row[at].tag == "sub" or row[at].word in word_list("assertion", "condition_phrases"):
            return row[at].word in word_list("assertion", "condition") and word_at(row, at - 1) != "not"
        if row[at].tag in {"say", "that"}:
            return False
    return False


def _inverted(row: Row, start: int) -> bool:
    """Whether the sentence opens with a condition without "if": "Should Avdiivka fall, …", "Had the army left, …"."""
    first = row[0].tag == "quote"
    opens = word_at(row, first) in {"should", "had", "were"} and tag_at(row, first + 1) not in {"verb", "neg", "adv"}
    return opens and not any(one.tag == "comma" for one in row[first:start])


def _present(row: Row, start: int) -> bool:
    """Whether the verb group at `start` is in the present: "once X is taken", but "when X was taken"."""
    word = word_at(row, start)
    return word in {"are", "have"} or (word.endswith("s") and word != "was")


def _gerund_of_plan(row: Row, event: Event) -> bool:
    before = word_at(row, event.start - 1)
    return gerund(row, event) and (before in verb_list("assertion", "planned") or before in {"of", "for"})
