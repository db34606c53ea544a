"""Made-up reports: seeded, each its own text, of the lengths and wars that they say."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from benchmarks.archive import run
from benchmarks.made_archive import LONGEST, SHORTEST, Stock, report, stock, write
from geo.choose import profile_for
from geo.profile import AUTO
from geo.reports.outcome import Taken
from geo.reports.stream import stream_reports

if TYPE_CHECKING:
    from pathlib import Path

    from gazetteer import Gazetteer

COUNT = 240
LONG_SENTENCE = 40


@pytest.fixture(scope="module")
def made() -> Stock:
    return stock()


def test_the_same_seed_gives_the_same_reports_and_another_others(made: Stock, tmp_path: Path) -> None:
    write(tmp_path / "list.jsonl", 5)
    rows = [json.loads(line) for line in (tmp_path / "list.jsonl").read_text(encoding="utf-8").splitlines()]
    assert rows == [report(number, made) for number in range(5)]
    other = Stock(made.wars, made.sentences, seed=2)
    assert report(0, other)["text"] != rows[0]["text"]


def test_no_text_comes_twice_and_lengths_are_those_of_reports(made: Stock) -> None:
    texts = [report(number, made)["text"] for number in range(COUNT)]
    assert len(set(texts)) == COUNT
    words = [len(text.split()) for text in texts]
    assert min(words) >= SHORTEST
    assert max(words) <= LONGEST + LONG_SENTENCE
    assert [text for text in texts if "{" in text] == []


def test_the_reports_of_a_war_are_read_with_its_profile(gazetteer: Gazetteer, tmp_path: Path) -> None:
    write(tmp_path / "list.jsonl", 60)
    taken = [one.report for one in stream_reports([tmp_path / "list.jsonl"]) if isinstance(one, Taken)]
    wars = Counter(profile_for(one, AUTO, gazetteer).profile.id == (one.url or "").split("/")[3] for one in taken)
    assert len(taken) == 60
    assert wars[True] >= 54


def test_a_small_archive_tells_what_it_took(gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMLINE_CACHE", str(gazetteer.path.parent))
    took = run(30, 1)
    assert (took.reports, took.processes, took.problems) == (30, 1, 0)
    assert [at.share for at in took.memory] == [number / 10 for number in range(1, 11)]
    assert took.claims > took.reports
    assert took.output_bytes > took.input_bytes > 0
