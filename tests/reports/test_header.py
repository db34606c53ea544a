"""The head of a plain text report."""

from __future__ import annotations

from datetime import date

import pytest

from geo.errors import ReportError
from geo.reports.header import read_header

DAY = date(2021, 8, 22)
LONG = "Fighters of the resistance said on Sunday that they had taken the district. " * 3


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (" date 2021-08-22 Text goes on.\nMore.", " Text goes on.\nMore."),
        ("date 2021-08-22\nText.", "Text."),
        ("DATE: 2021-08-22\r\nText.", "Text."),
        ("date: 2021-08-22 Text.", " Text."),
        ("date: Sunday, 22 August 2021, 4:30 pm GMT\nText.", "Text."),
        ("date: 2021-08-22T10:15:00+04:30\nText.", "Text."),
        ("\n\n date 22 August 2021 Text.", " Text."),
        ("Title: A\nurl: https://example.org\n\ndate: 2021-08-22\nText.", "Text."),
        ("title: A\ndate 2021-08-22 Text.", " Text."),
        ("Close\n\nA headline\nPublished August 22, 2021\nText.", "Text."),
        ("A headline\n• Publié le : 22 août 2021\nText.", "Text."),
        ("A headline\nBy A. Writer\nSunday, 22 August 2021\nText.", "Text."),
        ("A headline\nAugust 22, 2021\nText.", "Text."),
        ("A headline\nUpdated Aug 23, 2021\nPublished Aug 22, 2021\nText.", "Text."),
        ("A headline\nLast updated: 22 August 2021\nText.", "Text."),
        (f"{LONG}\nPublished 22 August 2021\nText.", f"{LONG}\nPublished 22 August 2021\nText."),
    ],
)
def test_the_date_is_read_and_the_body_begins_behind_it(text: str, body: str) -> None:
    header = read_header(text)
    assert header.published == DAY
    assert text[header.end :].strip() == body.strip()
    assert header.published_text in text


def test_a_block_gives_every_field_in_any_order_and_case() -> None:
    header = read_header("URL: https://example.org/a\nLanguage: en\nPublisher: P\ndate: 2021-08-22\nTITLE: T: t\nText.")
    fields = (header.url, header.language, header.publisher, header.title, header.published)
    assert fields == ("https://example.org/a", "en", "P", "T: t", DAY)


def test_the_headline_above_the_date_is_the_title() -> None:
    header = read_header("Close\nMenu\nBanu falls\n\nBanu falls\nBy A. Writer\n  • Published8월 22, 2021\nText.")
    assert (header.title, header.published, header.published_text) == ("Banu falls", DAY, "8월 22, 2021")


@pytest.mark.parametrize(
    "text",
    [
        "No date here.",
        "The date 2021-08-22 stands inside a sentence.",
        "dates and figs from Banu",
        "title: A\nText with no date.",
        "\n".join([*("A line." for _ in range(10)), "Published 22 August 2021"]),
        "On 22 August 2021 the resistance took Banu.",
        "",
    ],
)
def test_a_date_that_does_not_say_when_the_report_was_published_is_not_taken(text: str) -> None:
    assert read_header(text).published is None


@pytest.mark.parametrize(
    "text", ["date: yesterday\nText.", "date 2021-13-45 Text.", "date: 03/04/2021\nText.", "date:\nText."]
)
def test_a_date_field_that_cannot_be_read_is_refused_with_a_remedy(text: str) -> None:
    with pytest.raises(ReportError, match="YYYY-MM-DD"):
        read_header(text)
