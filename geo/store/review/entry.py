"""One entry of the log of decisions, and the chain of hashes that ties it to all before it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from geo.store.records import Json, canonical

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# What the first entry hashes as the one before it.
NO_HASH = "0" * 64


class EntryKind(StrEnum):
    """What can be decided."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    ADD = "add"
    MERGE = "merge"
    RATE_SOURCE = "rate-source"
    RATE_CLAIM = "rate-claim"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Entry:
    """A decision, as it stands in the log for good.

    Attributes:
        seq: Its number; the log counts from 1 without gaps.
        at: When, UTC, ISO 8601.
        who: Who decided.
        kind: What was decided.
        target: About what: `claim:<key>`, `actor:<side id>` or `source:<publisher>`.
        before: The target's state that the person saw.
        after: Its state since; for an undo also `undoes`, the number of the entry that counts no longer.
        why: The reason given; may be empty.
        prev_hash: `hash` of the entry before.
        hash: SHA-256 of everything above as canonical JSON, in hexadecimal.
    """

    seq: int
    at: str
    who: str
    kind: EntryKind
    target: str
    before: Json
    after: Json
    why: str
    prev_hash: str
    hash: str


def entry_hash(entry: Entry) -> str:
    """The hash that an entry must have."""
    facts = {
        "seq": entry.seq,
        "at": entry.at,
        "who": entry.who,
        "kind": entry.kind.value,
        "target": entry.target,
        "before": entry.before,
        "after": entry.after,
        "why": entry.why,
        "prev_hash": entry.prev_hash,
    }
    return hashlib.sha256(canonical(facts).encode()).hexdigest()


def chain_faults(entries: Iterable[Entry]) -> Iterator[str]:
    """What is wrong with a log.

    Args:
        entries: All entries, by number.

    Yields:
        A sentence for each entry that is missing, was changed, or hangs on another one than that before it.
    """
    last, hashed = 0, NO_HASH
    for entry in entries:
        if entry.seq != last + 1:
            yield f"Decision {entry.seq}: it follows decision {last}; those between are missing."
        if entry.hash != entry_hash(entry):
            yield f"Decision {entry.seq}: it was changed after it was written; its hash does not fit."
        if entry.prev_hash != hashed:
            yield f"Decision {entry.seq}: it does not hang on decision {last}, which was changed or replaced."
        last, hashed = entry.seq, entry.hash


def active(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries that count: neither undone nor an undo. An undo that is itself undone takes nothing back."""
    undone: set[int] = set()
    kept: list[Entry] = []
    for entry in sorted(entries, key=lambda one: one.seq, reverse=True):
        if entry.seq in undone:
            continue
        if entry.kind is EntryKind.UNDO:
            undone.add(int(entry.after["undoes"]))
        else:
            kept.append(entry)
    return tuple(reversed(kept))
