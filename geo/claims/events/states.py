"""Nouns that make a statement about their subject: "X is under the control of A", "X fell into A's hands"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.chunks.chunk import tag_at, word_at
from geo.claims.claim import Action
from geo.claims.clauses.objects import denoted
from geo.claims.clauses.phrases import prepositional
from geo.claims.clauses.subject import subject
from geo.claims.events.event import ACTORS, PLACES, Event, found
from geo.claims.events.roles import sole
from geo.claims.words.lexicon import word_list

if TYPE_CHECKING:
    from geo.claims.chunks.chunk import Row
    from geo.claims.words.rules import Rule

_POSSESSIVE = frozenset({"det", "word", "actor", "poss", "adv"})
_LONGEST_STATE = 5
_SUBJECT_REACH = 12


def state_event(row: Row, at: int, rule: Rule) -> Event | None:
    """The noun makes a statement about the subject: "X is under the control of A", "X fell into A's hands"."""
    back, owner = _before_state(row, at)
    if back < 0 or row[back].word.split()[-1] not in {word.split()[-1] for word in rule.inside}:
        return None
    actor = owner if owner is not None else prepositional(row, at + 1, ("of", "by", "from"), ACTORS, 3)
    if actor is None and rule.action is Action.HOLDS:
        return None
    outside = row[back].word in word_list("grammar", "outside")
    only = _only_part(row, back)
    places = _subject_places(row, back) if only is None else found(denoted(row, only))
    if not places:
        return None
    return Event(
        rule=rule,
        action=_begun(row, back, rule),
        at=at,
        start=back,
        places=places,
        actors=found(actor),
        rival=only is not None and outside,
        negated=outside,
        voice="predicate",
    )


def _before_state(row: Row, at: int) -> tuple[int, int | None]:
    """The chunk before "the army's full control", which should be "under", and the owner passed on the way."""
    back, owner = at - 1, None
    while at - back <= _LONGEST_STATE and tag_at(row, back) in _POSSESSIVE:
        owner = back if row[back].tag == "actor" or row[back].word in word_list("attribution", "owners") else owner
        back -= 1
    # "OUTSIDE OF the army's control"
    back -= tag_at(row, back) == "of" and word_at(row, back - 1) == "outside"
    return back, owner


def _begun(row: Row, back: int, rule: Rule) -> Action:
    """What "came under the control" says: holding that begins is taking."""
    begin = max(
        [i + 1 for i in range(max(0, back - 2), back) if row[i].tag in {"and", "comma"}], default=max(0, back - 2)
    )
    words = {word for one in row[begin : back + 1] for word in one.word.split()}
    return Action.TAKES if rule.action is Action.HOLDS and words & word_list("grammar", "become") else rule.action


def _only_part(row: Row, back: int) -> int | None:
    """The noun of "the only part of the country beyond Taliban control", or None."""
    words = word_list("grammar", "parts_of_country")
    nouns = [i for i in range(max(0, back - _SUBJECT_REACH + 1), back) if row[i].word in words]
    return nouns[0] if nouns and sole(row, nouns[0]) else None


def _subject_places(row: Row, back: int) -> tuple[int, ...]:
    return tuple(i for i in subject(row, back) if row[i].tag in PLACES or row[i].word == "it")
