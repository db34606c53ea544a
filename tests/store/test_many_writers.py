"""Many processes write at once, and some are killed: what was acknowledged is there, and nothing else is broken."""

from __future__ import annotations

import random
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING

from busy_writer import DECISIONS, texts_of, write
from written_arrivals import arrival

from benchmarks.kill import kill_round
from geo.store.reports import known_hashes
from geo.store.review.log import all_entries
from geo.store.verify import verify
from geo.store.workspace import opened_workspace

if TYPE_CHECKING:
    import pytest

    from gazetteer import Gazetteer

WRITERS = 8


def test_eight_processes_write_at_once_and_every_report_and_decision_is_there_once(address: str) -> None:
    with ProcessPoolExecutor(WRITERS, mp_context=get_context("spawn")) as pool:
        results = list(pool.map(write, [address] * WRITERS, range(WRITERS)))
    new = [sha256 for taken, _, _ in results for sha256 in taken]
    decided = [seq for _, seqs, _ in results for seq in seqs]
    refused = sum(times for _, _, times in results)
    with opened_workspace(address) as workspace:
        assert verify(workspace) == ()
        with workspace.reading() as connection:
            known = known_hashes(connection)
            log = [entry.seq for entry in all_entries(connection)]
    assert sorted(new) == sorted(known)
    assert known == {arrival(text).report.sha256 for number in range(WRITERS) for text in texts_of(number)}
    assert sorted(decided) == log
    assert len(decided) + refused == WRITERS * DECISIONS


def test_writers_that_are_killed_lose_nothing_that_was_acknowledged(
    address: str, gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMLINE_CACHE", str(gazetteer.path.parent))
    acknowledged: set[str] = set()
    draw = random.Random(1)  # noqa: S311 - no secret
    for at_work in (False, True):
        found = kill_round(address, acknowledged, draw, at_work=at_work)
        assert (found.faults, found.lost) == ((), frozenset())
    assert acknowledged
