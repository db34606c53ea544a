"""Taking a decision back: a new entry, after which the earlier one counts no longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.errors import ReviewError
from geo.store.review.draft import Draft
from geo.store.review.entry import EntryKind, active
from geo.store.review.state import actor_state, claim_state, source_state
from geo.store.review.target import TargetKind, target_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.store.records import Json
    from geo.store.review.entry import Entry
    from geo.store.review.target import Target


def undoable(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """What can be undone now of the decisions on one target: the last that counts, and an undo that came last of all.

    Args:
        entries: All entries on one target, by number.
    """
    counted, last = active(entries)[-1:], entries[-1:]
    return counted + tuple(entry for entry in last if entry.kind is EntryKind.UNDO)


def undo(seq: int, entries: Sequence[Entry], read: Json | None = None, why: str = "") -> Draft:
    """Take a decision back, or an undo.

    Args:
        seq: Number of the entry.
        entries: All entries on its target, by number.
        read: Of a claim, its record in the latest run, or None.
        why: The reason; may be empty.

    Returns:
        The draft; `after` also holds `undoes`, the number.

    Raises:
        ReviewError: It cannot be undone any more, because others were made upon it.
    """
    undone = next((entry for entry in undoable(entries) if entry.seq == seq), None)
    if undone is None:
        message = f"Decision {seq} cannot be undone now. Undo the later ones on the same thing first."
        raise ReviewError(message)
    target = target_of(undone.target)
    rest = state_of(target, [entry for entry in entries if entry.seq != seq], read)
    after = {name: value for name, value in rest.items() if name != "version"} | {"undoes": seq}
    return Draft(EntryKind.UNDO, target, state_of(target, entries, read), after, why)


def state_of(target: Target, entries: Sequence[Entry], read: Json | None = None) -> Json:
    """The state of any target, of the entries on it."""
    if target.kind is TargetKind.ACTOR:
        return actor_state(entries)
    if target.kind is TargetKind.SOURCE:
        return source_state(entries)
    return claim_state(read, entries)
