"""Lines as a printer broke them to paragraphs, and what stands on every page."""

from __future__ import annotations

import textwrap
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import made_files
from benchmarks.made_files import Words
from geo.reports.formats.flow import hyphen_words, rejoined
from geo.reports.formats.page_edges import without_edges
from geo.reports.inputs import Given
from geo.reports.read import read_reports

SENTENCES = (
    "KYIV - Ukrainian troops entered Kupiansk on Friday, the army's spokesman said, after three days of an advance.",
    "The governor of the province confirmed it to journalists in Kharkiv, who had asked him about the railway.",
    "Russian forces left Izium in the night, leaving equipment of every kind behind them, residents of the town said.",
)


@pytest.mark.parametrize("case", hyphen_words()["example"], ids=lambda case: case["text"])
def test_a_hyphen_at_the_end_of_a_line_is_dropped_only_where_it_parts_a_word(case: dict[str, str]) -> None:
    assert rejoined(case["lines"]) == case["text"]


@pytest.mark.parametrize("width", [30, 45, 60, 78, 100])
def test_paragraphs_that_were_broken_into_lines_are_whole_again(width: int) -> None:
    lines = [line for one in SENTENCES for line in (*textwrap.wrap(one, width, break_on_hyphens=False), "")]
    assert rejoined(lines).split("\n") == list(SENTENCES)


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        (["Kharkiv province", "KYIV - Ukrainian troops entered Kupiansk on Friday, and"], 2),
        (["Ukrainian troops entered Kupiansk on Friday, the army's", "spokesman said."], 1),
        (["Ukrainian troops entered", "Published 10 September 2022", "they stayed."], 3),
        (["Places taken in the last week of the counteroffensive were:", "\u2022 Izium", "\u2022 Kupiansk"], 3),
        (["They took, in the order of the days of the operation there:", "1. Izium", "2. Kupiansk"], 3),
        (["The first paragraph has no full stop and is as long as any,", "", "and the second begins in lower case"], 2),
        (["The soldiers came from Izium,", "Kupiansk and the villages that lie between the two towns"], 1),
        (["spokes\u00ad", "man, and a soft hy\u00adphen in the middle of a line is none"], 1),
    ],
)
def test_headings_lists_dates_and_blank_lines_part_paragraphs(lines: list[str], paragraphs: int) -> None:
    text = rejoined(lines)
    assert len(text.split("\n")) == paragraphs
    assert "\u00ad" not in text


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), max_size=40), max_size=12))
def test_no_letter_is_lost_but_hyphens(lines: list[str]) -> None:
    def letters(text: str) -> str:
        return "".join(letter for letter in text if letter not in "-\u2010\u00ad" and not letter.isspace())

    assert letters(rejoined(lines)) == letters("".join(lines))


def test_running_heads_and_page_numbers_are_left_out_and_nothing_else() -> None:
    pages = [
        ["Weekly report 2022", f"Text {word}.", f"Item {word}", f"Page {number} of 3"]
        for number, word in enumerate("abc")
    ]
    assert without_edges(pages) == [[f"Text {word}.", f"Item {word}"] for word in "abc"]
    assert without_edges([["Head", "Text.", "7"], ["Head", "More."]]) == [["Head", "Text."], ["Head", "More."]]
    assert without_edges([["4,000 people fled."], []]) == [["4,000 people fled."], []]


def test_a_sentence_that_goes_over_lines_and_pages_of_a_pdf_is_read_as_one() -> None:
    names = [name * times for name in "abcdefghijklmnopqrstuvwxyz" for times in (2, 3, 5)]
    paragraphs = tuple(f"In {name} village: {SENTENCES[len(name) % 3]} That was {name}." for name in names)
    words = Words(datetime(2022, 9, 9, tzinfo=UTC), "Desk", "Report", paragraphs)
    (report,) = read_reports([Given("a.pdf", made_files.pdf(words))]).reports
    assert [paragraph for paragraph in paragraphs if paragraph not in report.text] == []
    assert "Page 2" not in report.text
