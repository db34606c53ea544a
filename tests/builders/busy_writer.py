"""One of many processes that write to a workspace at the same time."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from written_arrivals import NOW, VERSIONS, arrival, read_words

from geo.errors import ConflictError
from geo.store.intake import take_in
from geo.store.review.log import decide
from geo.store.review.operations import rate_claim
from geo.store.review.reviewed import review_of
from geo.store.workspace import opened_workspace

if TYPE_CHECKING:
    from geo.store.workspace import Workspace

SHARED, OWN, DECISIONS = 5, 5, 8


def texts_of(number: int) -> list[str]:
    """The reports of one writer: the first are those of every other writer too."""
    shared = [f"West fell, it is said for the {n}th time." for n in range(SHARED)]
    return [*shared, *(f"East fell to column {number}, {n}th report." for n in range(OWN))]


def write(address: str, number: int) -> tuple[list[str], list[int], int]:
    """Take reports in and decide on claims.

    Returns:
        Hashes of the reports that were new, numbers of the decisions that were written, and how often somebody else
        was faster.
    """
    draw = random.Random(number)  # noqa: S311 - no secret
    with opened_workspace(address, create=True) as workspace:
        arrivals = [arrival(text, f"r{n}") for n, text in enumerate(texts_of(number))]
        draw.shuffle(arrivals)
        taken = list(take_in(workspace, arrivals, read_words, VERSIONS, NOW))
        decided = [_decided(workspace, number, draw) for _ in range(DECISIONS)]
    written = [seq for seq in decided if seq is not None]
    return [kept.sha256 for kept in taken if kept.new], written, len(decided) - len(written)


def _decided(workspace: Workspace, number: int, draw: random.Random) -> int | None:
    with workspace.reading() as connection:
        seen = draw.choice(review_of(connection).claims[:3])
    try:
        return decide(workspace, rate_claim(seen, draw.randint(1, 6)), f"writer {number}", NOW).seq
    except ConflictError:
        return None
