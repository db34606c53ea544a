"""What the decisions on one thing make of it. Pure: what was read, and the entries, decide it alone."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from geo.store.review.entry import EntryKind, active

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.store.records import Json
    from geo.store.review.entry import Entry


class ReviewStatus(StrEnum):
    """How a claim stands."""

    READ = "read"  # as the rules read it; nobody has decided yet
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    ADDED = "added"
    GONE = "gone"  # the rules do not read it, and nobody vouches for it


STATUS_AFTER = {
    EntryKind.ACCEPT: ReviewStatus.ACCEPTED,
    EntryKind.CORRECT: ReviewStatus.CORRECTED,
    EntryKind.REJECT: ReviewStatus.REJECTED,
    EntryKind.ADD: ReviewStatus.ADDED,
}
# What a person judges of a claim. A run that reads one of these otherwise has read another claim than they saw.
JUDGED = (
    "place",
    "action",
    "actor",
    "opponent",
    "assertion",
    "attribution",
    "claimant",
    "event_start",
    "event_end",
    "recapture",
    "partial",
    "quote",
)


def claim_state(read: Json | None, entries: Sequence[Entry]) -> Json:
    """The state of a claim.

    A person vouches for the claim that they saw: from their first decision on, later runs change nothing in it.

    Args:
        read: The claim's record in the latest run, None where that run has no such claim.
        entries: All entries on the claim by number, those undone too.

    Returns:
        `version` (number of the last entry, 0 for none), `status`, `credibility` (1 to 6, None where not rated) and
        `claim`, its record; of a claim that is gone, the last that is known of it.
    """
    counted = active(entries)
    decided = [entry for entry in counted if entry.kind in STATUS_AFTER]
    seen = _first_seen(decided) if decided else read or _first_seen(counted or entries)
    gone = ReviewStatus.READ if read else ReviewStatus.GONE
    return {
        "version": _version(entries),
        "status": (STATUS_AFTER[decided[-1].kind] if decided else gone).value,
        "credibility": _last(counted, EntryKind.RATE_CLAIM, "credibility"),
        "claim": _changed(seen, decided),
    }


def is_reread(read: Json | None, entries: Sequence[Entry]) -> bool:
    """Whether the latest run reads a claim otherwise than the person saw it who first decided on it.

    Args:
        read: The claim's record in the latest run, None where that run has no such claim.
        entries: All entries on the claim.
    """
    seen = _first_seen([entry for entry in active(entries) if entry.kind in STATUS_AFTER])
    if read is None or seen is None:
        return False
    return any(judged(read, field) != judged(seen, field) for field in JUDGED)


def judged(claim: Json, field: str) -> object:
    """What counts of a field of a claim: of places and sides who they are, not how they are written."""
    value = claim.get(field)
    return value["id"] if isinstance(value, dict) and "id" in value else value


def actor_state(entries: Sequence[Entry]) -> Json:
    """The state of an actor: `version`, and `into`, the id and name of the side that it was merged into, or None."""
    return {"version": _version(entries), "into": _last(active(entries), EntryKind.MERGE, "into")}


def source_state(entries: Sequence[Entry]) -> Json:
    """The state of a source: `version`, and `reliability`, A to F, or None where not rated."""
    return {
        "version": _version(entries),
        "reliability": _last(active(entries), EntryKind.RATE_SOURCE, "reliability"),
    }


def _first_seen(entries: Sequence[Entry]) -> Json | None:
    """The claim's record as it was when the first of these entries was made."""
    if not entries:
        return None
    record: Json | None = entries[0].before.get("claim") or entries[0].after.get("claim")
    return record


def _changed(claim: Json | None, decided: Iterable[Entry]) -> Json | None:
    if claim is None:
        return None
    for entry in decided:
        before, after = entry.before.get("claim") or {}, entry.after["claim"]
        claim = claim | {field: value for field, value in after.items() if before.get(field) != value}
    return claim


def _version(entries: Iterable[Entry]) -> int:
    return max((entry.seq for entry in entries), default=0)


def _last(entries: Iterable[Entry], kind: EntryKind, field: str) -> object:
    found = [entry.after[field] for entry in entries if entry.kind is kind]
    return found[-1] if found else None
