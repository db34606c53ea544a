"""Damaged files and mere chance, for every reader: texts and sentences come out, never anything else."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.mutated import damaged, mutated, seeds
from geo.errors import ReportError
from geo.reports.assemble import Origin, report_of
from geo.reports.draft import Draft
from geo.reports.formats.known import formats
from geo.reports.inputs import Given
from geo.reports.options import Limits, ReadingOptions
from geo.reports.stream import stream_reports
from geo.reports.worker.serve import answer

VALID = seeds()
OPTIONS = ReadingOptions(limits=Limits(rows=50, pages=5))
READERS = sorted(set(formats()) - {"zip"})
SUFFIXES = {"feed": "rss", "sheet": "xlsx"}


def checked(format_id: str, data: bytes) -> None:
    answered = answer(format_id, data, OPTIONS)
    assert not answered.exhausted
    for part in answered.parts:
        if isinstance(part, Draft):
            _check_report(format_id, part, data)
    assert "\n" not in answered.reason
    assert bool(answered.reason) == bool(answered.remedy)


def _check_report(format_id: str, draft: Draft, data: bytes) -> None:
    assert draft.text.encode()
    try:
        report = report_of(draft, Origin("any", "any", format_id, data))
    except ReportError as refusal:
        assert "\n" not in str(refusal)  # noqa: PT017 - most files are refused
        return
    assert all(0 <= span.start < span.end <= len(report.text) for span in report.body)


@pytest.mark.parametrize("format_id", READERS)
@settings(max_examples=25)
@given(chance=st.integers(min_value=0))
def test_a_damaged_file_gives_texts_or_a_sentence(format_id: str, chance: int) -> None:
    dice = random.Random(chance)  # noqa: S311 - damage is no secret
    data = damaged(VALID[f"a.{SUFFIXES.get(format_id, format_id)}"], VALID["a.html"], dice)
    checked(format_id, data)


@pytest.mark.parametrize("format_id", READERS)
@settings(max_examples=15)
@given(data=st.binary(max_size=300))
def test_any_bytes_give_texts_or_a_sentence(format_id: str, data: bytes) -> None:
    checked(format_id, data)


def test_of_every_damaged_file_something_is_said() -> None:
    files = [Given(name, data) for name, data in mutated(40, seed=7)]
    outcomes = list(stream_reports(files))
    said = {getattr(one, "source", "") or one.report.provenance.source for one in outcomes}
    assert {file.name for file in files} == {source.partition(",")[0].partition("/")[0] for source in said}
    assert [one for one in outcomes if "Traceback" in str(one)] == []
