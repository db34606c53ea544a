"""Whether a text says that control of any territory changes, named or not: "captured several villages"."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from geo.claims.actors.finder import ActorFinder
from geo.claims.chunks.chunk import tag_at, word_at
from geo.claims.chunks.group import group
from geo.claims.chunks.read import read_chunks
from geo.claims.claim import Action, Assertion
from geo.claims.events.find import find_events
from geo.claims.reading.assertion import assertion_of
from geo.claims.sentences.cut import sentences
from geo.claims.speech.speeches import covering, speeches
from geo.claims.times.find import find_times
from geo.claims.words.lexicon import word_list
from geo.profile import Profile
from geo.reports.report import Span

if TYPE_CHECKING:
    from geo.claims.chunks.chunk import Row
    from geo.claims.events.event import Event
    from geo.claims.sentences.cut import Sentence

_CHANGES = frozenset({Action.TAKES, Action.LOSES})
# A participle behind one of these is an adjective: "through deserted villages".
_ATTRIBUTIVE = frozenset({"det", "prep", "of", "from", "number"})
# "Arrests took PLACE".
_NO_GROUND = frozenset({"place", "places"})
_ANY_DAY = date(2000, 1, 1)


def changes_control(text: str) -> bool:
    """Whether a text says that somebody takes or loses territory, whether or not the territory has a name.

    The grammar is that of the claims; no gazetteer and no profile is asked, so a bare name ("captured Goma") is
    territory only where its place in the sentence says so.

    Args:
        text: Any text, of one sentence or many.

    Returns:
        True where at least one sentence asserts that control changes.
    """
    return any(_changes(text, sentence) for sentence in sentences(text, (Span(0, len(text)),)))


def _changes(text: str, sentence: Sentence) -> bool:
    finder = _finder()
    # Days are only recognised, never used: which day they are counted from does not matter.
    times = {when.start: when for when in find_times(text, sentence.start, sentence.end, _ANY_DAY)}
    chunks = read_chunks(sentence.tokens, {}, times, finder.find(sentence.tokens))
    row = _with_territory(group(chunks, finder))
    question = sentence.tokens[-1].text == "?"
    denied = [speech for speech in speeches(row, sentence.tokens, None) if speech.denial]
    return not question and any(
        _says_change(row, event) and covering(denied, event.at) is None for event in find_events(row)
    )


def _says_change(row: Row, event: Event) -> bool:
    before = tag_at(row, event.start - 1)
    if any(row[at].tag == "pron" for at in event.places) or (event.voice == "active" and before in _ATTRIBUTIVE):
        return False
    if event.action is Action.LOSES and any(row[at].tag == "word" for at in event.actors):
        # "Drove staff out of the region": whom no list knows holds no ground.
        return False
    begun = event.action is Action.HOLDS and before == "by"
    return (begun or event.action in _CHANGES) and assertion_of(row, event) == (event.action, Assertion.ASSERTED)


@cache
def _finder() -> ActorFinder:
    return ActorFinder(Profile(), {})


def _with_territory(row: Row) -> Row:
    """The sentence with every noun for territory read as a place."""
    return tuple(
        one._replace(tag="place", facility=_leads_to_building(row, at)) if _is_territory(row, at) else one
        for at, one in enumerate(row)
    )


def _is_territory(row: Row, at: int) -> bool:
    one = row[at]
    ground = (one.tag == "kind" and one.word not in _NO_GROUND) or (
        one.tag == "word" and one.word in word_list("places", "ground")
    )
    return ground and tag_at(row, at + 1) != "actor"


def _leads_to_building(row: Row, at: int) -> bool:
    """Whether the noun only says where a building or an office is: "the village school", "the city's mayor"."""
    behind = at + 1 + (tag_at(row, at + 1) == "poss")
    return word_at(row, behind) in word_list("places", "facilities")
