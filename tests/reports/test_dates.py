"""Days of publication in many languages and forms."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import ReportError
from geo.reports.dates import date_words, find_day


@pytest.mark.parametrize("example", date_words()["example"], ids=lambda one: one["text"])
def test_each_form_in_the_data_gives_its_day(example: dict[str, Any]) -> None:
    found = find_day(example["text"])
    assert found is not None
    assert found.day == example["day"]


LOCALES = [(letters, locale) for letters, locales in date_words()["locales"].items() for locale in locales]


@pytest.mark.parametrize(("letters", "locale"), LOCALES)
def test_a_locale_stands_with_the_letters_that_its_months_are_written_in(letters: str, locale: str) -> None:
    months = [
        name for width in ("wide", "abbreviated") for name in Locale.parse(locale).months["format"][width].values()
    ]
    own = [name for name in months if any(unicodedata.name(char, "").startswith(f"{letters} ") for char in name)]
    # CLDR fills in "M08" or a number where a language has no short form of its own.
    assert [name for name in months if name not in own and not name.strip("M0123456789")] == [
        name for name in months if name not in own
    ]


@pytest.mark.parametrize("locale", [locale for _, locale in LOCALES])
def test_every_locale_is_one_that_cldr_knows(locale: str) -> None:
    assert Locale.parse(locale).months["format"]["wide"]


@pytest.mark.parametrize(
    "words",
    [
        "no date at all",
        "1400/05/31",  # Solar Hijri
        "21 สิงหาคม 2564",  # Buddhist era
        "2021-02-30",
        "31 June 2021",
        "August 2021",
        "call 2021 0822",
        "21 Nonsense 2021",
        "in the 21 districts of 2021",
        "",
    ],
)
def test_what_is_no_full_day_of_our_calendar_is_none(words: str) -> None:
    assert find_day(words) is None


@pytest.mark.parametrize("words", ["03/04/2021", "03-04-2021", "21 listopada 2021"])
def test_a_date_that_can_mean_two_days_is_refused_with_a_remedy(words: str) -> None:
    with pytest.raises(ReportError, match="YYYY-MM-DD"):
        find_day(words)


@pytest.mark.parametrize(("language", "month"), [("hr", 10), ("pl", 11)])
def test_the_language_of_the_report_decides_a_month_name_that_means_two(language: str, month: int) -> None:
    found = find_day("21 listopada 2021", language)
    assert found is not None
    assert found.day == date(2021, month, 21)


def test_a_language_that_nobody_knows_changes_nothing() -> None:
    found = find_day("22 August 2021", "not-a-language")
    assert found is not None
    assert found.day == date(2021, 8, 22)


def test_the_words_of_the_day_are_found_again_by_their_offsets() -> None:
    line = "Updated: Sunday, 22 August 2021 at noon"
    found = find_day(line)
    assert found is not None
    assert line[found.start : found.end] == "22 August 2021"


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_a_day_survives_being_written_in_english_and_iso(day: date) -> None:
    for words in (day.isoformat(), f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%b} {day.year}"):
        found = find_day(words)
        assert found is not None
        assert found.day == day


@given(st.text(max_size=80))
def test_any_line_gives_a_day_a_refusal_or_nothing(line: str) -> None:
    try:
        found = find_day(line)
    except ReportError:
        return
    assert found is None or 0 <= found.start < found.end <= len(line)


@pytest.mark.parametrize("language", ["e", "", "xx-yy-zz", "en_GB", "\ufffd", "EN"])
def test_a_language_that_nobody_knows_does_not_keep_a_date_from_being_read(language: str) -> None:
    found = find_day("22 August 2021", language)
    assert found is not None
    assert found.day.isoformat() == "2021-08-22"
