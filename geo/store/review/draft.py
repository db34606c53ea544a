"""A decision that is about to be taken, and the entry that it becomes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.errors import ReviewError
from geo.store.review.entry import NO_HASH, Entry, EntryKind, entry_hash

if TYPE_CHECKING:
    from datetime import datetime

    from geo.store.records import Json
    from geo.store.review.target import Target

MOST_NAME, MOST_REASON = 200, 2000


@dataclass(frozen=True, slots=True)
class Draft:
    """A decision that is about to be taken.

    Attributes:
        kind: What is decided.
        target: About what.
        before: The target's state that the person sees.
        after: Its state after.
        why: The reason; may be empty.
    """

    kind: EntryKind
    target: Target
    before: Json
    after: Json
    why: str = ""


def sealed(draft: Draft, who: str, at: datetime, last: tuple[int, str] | None) -> Entry:
    """The entry that a draft becomes.

    Args:
        draft: The decision.
        who: Name of the person.
        at: When, with its time zone.
        last: Number and hash of the entry before, None for the first.

    Returns:
        The entry, hashing the one before.

    Raises:
        ReviewError: No name was given.
    """
    name = one_line(who, MOST_NAME)
    if not name:
        message = "Nobody is named who decides. Give your name, so that others know whom to ask."
        raise ReviewError(message)
    seq, hashed = last or (0, NO_HASH)
    entry = Entry(
        seq=seq + 1,
        at=at.isoformat(),
        who=name,
        kind=draft.kind,
        target=str(draft.target),
        before=draft.before,
        after=draft.after,
        why=one_line(draft.why, MOST_REASON),
        prev_hash=hashed,
        hash="",
    )
    return replace(entry, hash=entry_hash(entry))


def one_line(text: str, most: int) -> str:
    """Words that both databases can keep and every terminal can show: one line, nothing that cannot be printed."""
    shown = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(shown.split())[:most]
