"""What a decision is about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TargetKind(StrEnum):
    """Kinds of things that people decide about."""

    CLAIM = "claim"
    ACTOR = "actor"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Target:
    """One thing: a claim by its key, an actor by the id of its side, a source by its publisher's name."""

    kind: TargetKind
    name: str

    def __str__(self) -> str:
        """As it stands in the log: `claim:3f2a…`."""
        return f"{self.kind}:{self.name}"


def target_of(text: str) -> Target:
    """The target that an entry of the log names."""
    kind, _, name = text.partition(":")
    return Target(TargetKind(kind), name)
