"""Page furniture is left out, prose stays."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.reports.furniture import body_spans, furniture_patterns

ALL = [one for kind in furniture_patterns().values() for one in kind]
PROSE = "The resistance took Banu on Friday."


def body(text: str, title: str | None = None) -> list[str]:
    return [text[span.start : span.end] for span in body_spans(text, 0, title)]


@pytest.mark.parametrize("pattern", ALL, ids=lambda one: one["name"])
def test_the_example_of_each_pattern_goes(pattern: dict[str, Any]) -> None:
    assert body(f"{PROSE}\n{pattern['example']}\n") == [PROSE]


@pytest.mark.parametrize("pattern", ALL, ids=lambda one: one["name"])
def test_the_counterexample_of_each_pattern_stays(pattern: dict[str, Any]) -> None:
    assert "".join(body(pattern["not"])) == pattern["not"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (f"{PROSE} (with inputs from AFP) {PROSE}", [PROSE, PROSE]),
        (f"{PROSE}\n\n{PROSE}", [f"{PROSE}\n\n{PROSE}"]),
        (f"  • Close\n{PROSE}\r\nAdvertisement\r\n{PROSE}", [PROSE, PROSE]),
        (f"{PROSE}\nLeave a Reply\nI was there, Banu fell.\n", [PROSE]),
        ("Close\nShare\n", []),
        ("", []),
    ],
)
def test_the_body_is_what_is_left(text: str, kept: list[str]) -> None:
    assert body(text) == kept


def test_a_line_that_repeats_the_headline_goes() -> None:
    assert body(f"• Banu Falls \n{PROSE}\nBANU  FALLS", "Banu falls") == [PROSE]


@given(st.text(alphabet=st.sampled_from("ab .\n\r\t([:)]") | st.characters(codec="utf-8")), st.integers(0, 20))
def test_spans_are_in_order_apart_and_neither_empty_nor_blank_at_their_ends(text: str, start: int) -> None:
    end = start
    for span in body_spans(text, start):
        words = text[span.start : span.end]
        assert span.start >= end
        assert words
        assert words == words.strip()
        end = span.end
    assert end <= max(start, len(text))
