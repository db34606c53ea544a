"""Numbers of dead as ranges."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written_reports import read

from geo.claims.reading.casualties import Deaths, deaths

CASES = [
    ("60 fighters were killed.", 60, 60),
    ("Sixty fighters were killed.", None, None),
    ("Five soldiers were killed.", 5, 5),
    ("1,200 soldiers were killed.", 1200, 1200),
    ("At least 12 people died.", 12, None),
    ("More than 40 rebels were reportedly killed.", 40, None),
    ("Up to 60 fighters were killed.", 0, 60),
    ("Fewer than ten people were killed.", 0, 10),
    ("About 60 fighters were killed or injured.", 0, 60),
    ("Around 300 rebels have been killed.", 300, 300),
    ("The strike killed 14 civilians.", 14, 14),
    ("The strike killed at least 14 civilians.", 14, None),
    ("The blast killed or wounded 30 people.", 0, 30),
    ("Two people were killed and nine injured.", 2, 2),
]


@pytest.mark.parametrize(("sentence", "low", "high"), [case for case in CASES if case[1] is not None])
def test_the_dead_are_counted_as_far_as_the_words_allow(sentence: str, low: int, high: int | None) -> None:
    found = deaths(sentence)
    assert found is not None
    assert (found.low, found.high) == (low, high)
    assert found.text in sentence


@pytest.mark.parametrize(
    "sentence",
    ["Nobody was hurt.", "60 fighters were captured.", "The town was quiet.", "The 3rd battalion left.", "Many died."],
)
def test_other_numbers_are_not_counted(sentence: str) -> None:
    assert deaths(sentence) is None


def test_a_claim_keeps_the_dead_of_its_sentence() -> None:
    (claim,) = read("M23 took [Goma], killing at least 20 soldiers.")
    assert (claim.deaths_low, claim.deaths_high, claim.casualties_text) == (20, None, "killing at least 20")


@given(st.text(max_size=200))
def test_any_text_gives_a_range_or_nothing(text: str) -> None:
    found = deaths(text) or Deaths(0, 0, "")
    assert found.text in text
    assert found.high is None or (found.low or 0) <= found.high
