"""Texts that a browser hands over: read like files, dated where they do not say their day."""

from __future__ import annotations

from datetime import date

import pytest

from geo.reports.given import Given, read_given

DAY = date(2021, 8, 22)
GOOD = b"date 2021-08-22 The resistance took Banu."


@pytest.mark.parametrize(
    ("text", "given_day", "day", "words"),
    [
        (GOOD, None, DAY, "2021-08-22"),
        (GOOD, date(1999, 1, 1), DAY, "2021-08-22"),
        (b"The resistance took Banu.", DAY, DAY, ""),
        (b"title: War\n\nThe resistance took Banu.", DAY, DAY, ""),
    ],
)
def test_a_text_is_of_the_day_that_it_says_else_of_the_day_that_is_given(
    text: bytes, given_day: date | None, day: date, words: str
) -> None:
    (report,) = read_given([Given("a.txt", text, given_day)]).reports
    assert (report.id, report.published, report.published_text) == ("a", day, words)
    assert report.text == text.decode()


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("war.txt", b"No day here.", "war.txt: no date was found. Put `date YYYY-MM-DD` on the first line."),
        ("war.txt", b"", "war.txt: the file is empty."),
        ("w\u202ear.txt", b"\x00\x01", "w\N{REPLACEMENT CHARACTER}ar.txt: this is a binary file"),
        ("../../w.txt", b"No day.", "../../w.txt: no date was found."),
    ],
)
def test_a_bad_text_gives_one_sentence_with_its_name_and_stops_no_other(name: str, data: bytes, problem: str) -> None:
    result = read_given([Given(name, data), Given("good.txt", GOOD)])
    assert [report.id for report in result.reports] == ["good"]
    assert len(result.problems) == 1
    assert result.problems[0].startswith(problem)


def test_the_same_text_is_read_once_and_two_texts_of_one_name_are_kept_apart() -> None:
    result = read_given([Given("a.txt", GOOD), Given("b.txt", GOOD), Given("a.txt", GOOD + b" Again.")])
    assert [report.id.partition("-")[0] for report in result.reports] == ["a", "a"]
    assert result.problems[0] == "b.txt: the same bytes as a.txt; read once."
