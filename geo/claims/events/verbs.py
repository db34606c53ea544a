"""Verbs of control: each reading of a verb goes to the frame that says where its place and actor stand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.claim import Action
from geo.claims.clauses.verb_group import verb_group
from geo.claims.events import control, fighting, movement, participles
from geo.claims.events.struck import by_weapons
from geo.claims.events.verb_reading import VerbReading
from geo.claims.words.lexicon import word_list

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.claims.chunks.chunk import Row
    from geo.claims.events.event import Event

FRAMES: dict[str, Callable[[VerbReading], Event | None]] = {
    "object": control.object_frame,
    "subject": control.subject_frame,
    "taken": participles.taken_frame,
    "source": movement.source_frame,
    "goal": movement.goal_frame,
    "sent": movement.sent_frame,
    "moved": movement.moved_frame,
    "ousted": movement.ousted_frame,
    "scene": fighting.scene_frame,
    "repelled": fighting.repelled_frame,
}


_FINITE = frozenset({"actor", "adv", "rel", "place", "pron"})


def _held_since(row: Row, event: Event, lemma: str) -> Event:
    """What "have occupied X since May" and "still OCCUPY X" say: that it is held."""
    now = (
        row[event.at].word in {lemma, f"{lemma.removesuffix('y')}ies", f"{lemma}s"} and row[event.at - 1].tag in _FINITE
    )
    since = now or any(one.tag == "time" and one.word.startswith("since ") for one in row[event.at + 1 :])
    held = since and lemma in word_list("grammar", "lasting")
    return replace(event, action=Action.HOLDS) if held else event


def verb_event(row: Row, at: int) -> Event | None:
    """The event of the verb at chunk `at`: the first of its readings whose frame is filled, or None."""
    for phrase, _ in row[at].phrases:
        read = VerbReading(row, at, phrase, verb_group(row, at, phrase))
        if phrase.lemma in word_list("grammar", "weapons_do") and not by_weapons(read):
            # "The rebels fell back ON X" is no shelling.
            continue
        event = FRAMES[phrase.rule.frame](read)
        if event and event.places:
            return _held_since(row, event, phrase.lemma)
    return None
