"""Time expressions: days counted from the report's day, never from today."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written_reports import read

from geo.claims.times.find import find_times

# 2022-09-09 is a Friday, -07 a Wednesday, -11 a Sunday, -12 a Monday; 2024-03-01 follows a leap day.
CASES = [
    ("on 2022-09-08", "2022-09-09", "2022-09-08", "2022-09-08", "explicit"),
    ("on September 8, 2022", "2022-09-09", "2022-09-08", "2022-09-08", "explicit"),
    ("on September 8", "2022-09-09", "2022-09-08", "2022-09-08", "explicit"),
    ("on 8 September", "2022-09-09", "2022-09-08", "2022-09-08", "explicit"),
    ("on the 8th of September 2022", "2022-09-09", "2022-09-08", "2022-09-08", "explicit"),
    ("on Sept. 8", "2022-09-09", "2022-09-08", "2022-09-08", "explicit"),
    ("on 30 December", "2022-01-02", "2021-12-30", "2021-12-30", "explicit"),
    ("on 29 February", "2024-03-01", "2024-02-29", "2024-02-29", "explicit"),
    ("in August", "2022-09-09", "2022-08-01", "2022-08-31", "explicit"),
    ("in September", "2022-09-09", "2022-09-01", "2022-09-09", "explicit"),
    ("in November", "2022-09-09", "2021-11-01", "2021-11-30", "explicit"),
    ("in July 2014", "2022-09-09", "2014-07-01", "2014-07-31", "explicit"),
    ("since mid-August", "2022-09-09", "2022-08-11", "2022-09-09", "explicit"),
    ("in early August", "2022-09-09", "2022-08-01", "2022-08-10", "explicit"),
    ("in late February", "2024-03-01", "2024-02-21", "2024-02-29", "explicit"),
    ("in 1996", "2022-09-09", "1996-01-01", "1996-12-31", "explicit"),
    ("since 2014", "2022-09-09", "2014-01-01", "2022-09-09", "explicit"),
    ("from 1980 to 1985", "2022-09-09", "1980-01-01", "1985-12-31", "explicit"),
    ("in 2022", "2022-09-09", "2022-01-01", "2022-09-09", "explicit"),
    ("on Friday", "2022-09-09", "2022-09-09", "2022-09-09", "relative"),
    ("on Friday", "2022-09-12", "2022-09-09", "2022-09-09", "relative"),
    ("on Monday", "2022-09-09", "2022-09-05", "2022-09-05", "relative"),
    ("on Saturday", "2022-09-09", "2022-09-03", "2022-09-03", "relative"),
    ("on Sunday", "2022-09-11", "2022-09-11", "2022-09-11", "relative"),
    ("on Wednesday night", "2022-09-07", "2022-09-07", "2022-09-07", "relative"),
    ("late on Thursday", "2022-09-09", "2022-09-08", "2022-09-08", "relative"),
    ("early Monday", "2022-09-09", "2022-09-05", "2022-09-05", "relative"),
    ("last Friday", "2022-09-09", "2022-09-02", "2022-09-02", "relative"),
    ("last Thursday", "2022-09-09", "2022-09-08", "2022-09-08", "relative"),
    ("next Monday", "2022-09-09", "2022-09-12", "2022-09-12", "relative"),
    ("since Tuesday", "2022-09-09", "2022-09-06", "2022-09-09", "relative"),
    ("yesterday", "2022-09-09", "2022-09-08", "2022-09-08", "relative"),
    ("yesterday", "2024-03-01", "2024-02-29", "2024-02-29", "relative"),
    ("the day before yesterday", "2022-09-09", "2022-09-07", "2022-09-07", "relative"),
    ("overnight", "2022-09-09", "2022-09-08", "2022-09-09", "relative"),
    ("earlier in the day", "2022-09-09", "2022-09-09", "2022-09-09", "relative"),
    ("by dawn today", "2022-09-09", "2022-09-09", "2022-09-09", "relative"),
    ("tomorrow", "2022-09-09", "2022-09-10", "2022-09-10", "relative"),
    ("in recent days", "2022-09-09", "2022-09-02", "2022-09-09", "relative"),
    ("over the weekend", "2022-09-12", "2022-09-10", "2022-09-11", "relative"),
    ("over the weekend", "2022-09-10", "2022-09-10", "2022-09-10", "relative"),
    ("last weekend", "2022-09-12", "2022-09-10", "2022-09-11", "relative"),
    ("last weekend", "2022-09-11", "2022-09-03", "2022-09-04", "relative"),
    ("earlier in the week", "2022-09-09", "2022-09-05", "2022-09-09", "relative"),
    ("between 6 and 12 August", "2022-09-09", "2022-08-06", "2022-08-12", "explicit"),
    ("on the evening of 12 August", "2022-09-09", "2022-08-12", "2022-08-12", "explicit"),
    ("earlier this week", "2022-09-09", "2022-09-05", "2022-09-09", "relative"),
    ("last week", "2022-09-09", "2022-08-29", "2022-09-04", "relative"),
    ("last week", "2022-09-11", "2022-08-29", "2022-09-04", "relative"),
    ("last month", "2022-01-09", "2021-12-01", "2021-12-31", "relative"),
    ("this month", "2022-09-09", "2022-09-01", "2022-09-09", "relative"),
    ("last May", "2022-09-09", "2022-05-01", "2022-05-31", "explicit"),
    ("last November", "2022-09-09", "2021-11-01", "2021-11-30", "explicit"),
    ("last September", "2022-09-09", "2021-09-01", "2021-09-30", "explicit"),
    ("next May", "2022-09-09", "2023-05-01", "2023-05-31", "explicit"),
    ("since last May", "2022-09-09", "2022-05-01", "2022-09-09", "explicit"),
    ("the same afternoon", "2022-09-09", "2022-09-09", "2022-09-09", "relative"),
    ("last year", "2022-09-09", "2021-01-01", "2021-12-31", "relative"),
    ("three days ago", "2022-09-09", "2022-09-06", "2022-09-06", "relative"),
    ("10 days ago", "2022-09-09", "2022-08-30", "2022-08-30", "relative"),
    ("twenty days ago", "2022-09-09", "2022-08-20", "2022-08-20", "relative"),
    ("two weeks ago", "2022-09-09", "2022-08-25", "2022-08-27", "relative"),
    ("a day earlier", "2022-09-09", "2022-09-08", "2022-09-08", "relative"),
]
PUBLISHED = date(2022, 9, 9)


@pytest.mark.parametrize(("words", "published", "first", "last", "basis"), CASES)
def test_a_time_expression_gives_its_days(words: str, published: str, first: str, last: str, basis: str) -> None:
    text = f"Rebels took Goma {words}."
    (when,) = find_times(text, 0, len(text), date.fromisoformat(published))
    assert text[when.start : when.end] == words
    assert (when.first, when.last, str(when.basis)) == (date.fromisoformat(first), date.fromisoformat(last), basis)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("two days later", "2022-08-22"),
        ("the next day", "2022-08-21"),
        ("the same evening", "2022-08-20"),
        ("a day earlier", "2022-08-19"),
    ],
)
def test_some_expressions_count_from_the_event_told_before(words: str, first: str) -> None:
    (when,) = find_times(words, 0, len(words), PUBLISHED, date(2022, 8, 20))
    assert when.first == date.fromisoformat(first)


@pytest.mark.parametrize(
    "text",
    [
        "They may march on Goma in force.",
        "on 31 February",
        "on 2022-13-45",
        "He is 42 years old.",
        "the 2nd brigade",
        "999999999 weeks ago",
        "in 1066",
        "room 1984",
    ],
)
def test_other_words_and_impossible_days_are_no_times(text: str) -> None:
    assert not list(find_times(text, 0, len(text), PUBLISHED))


def test_expressions_come_in_order_and_do_not_overlap() -> None:
    text = "On Monday, 5 September 2022, and since last week, and on September 6 two days later."
    found = list(find_times(text, 0, len(text), PUBLISHED))
    assert [text[when.start : when.end] for when in found] == [
        "On Monday",
        "5 September 2022",
        "since last week",
        "on September 6",
        "two days later",
    ]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Rebels took [Goma] on Monday.", {"Goma": "2022-09-05"}),
        ("On Monday rebels took [Goma].", {"Goma": "2022-09-05"}),
        ("Rebels took [Goma], residents said on Thursday.", {"Goma": "2022-09-08"}),
        ("Residents said on Thursday that rebels had taken [Goma] on Monday.", {"Goma": "2022-09-05"}),
        ("Rebels took [Goma] on Monday and [Sake] on Wednesday.", {"Goma": "2022-09-05", "Sake": "2022-09-07"}),
        (
            "Rebels took [Goma] on Monday, before the army left [Sake] on Tuesday.",
            {"Goma": "2022-09-05", "Sake": "2022-09-06"},
        ),
        ("Rebels took [Goma].", {"Goma": "2022-09-09"}),
        (
            "Rebels took [Goma] on Monday. Two days later they took [Sake].",
            {"Goma": "2022-09-05", "Sake": "2022-09-07"},
        ),
        ("Rebels will take [Goma] next Monday.", {"Goma": "2022-09-12"}),
    ],
)
def test_an_event_has_the_day_said_for_it(text: str, days: dict[str, str]) -> None:
    assert {claim.place.name: str(claim.event_end) for claim in read(text, published=PUBLISHED)} == days


@given(st.text(max_size=80), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_any_text_gives_times_within_itself_with_days_in_order(text: str, published: date) -> None:
    at = 0
    for when in find_times(text, 0, len(text), published):
        assert at <= when.start < when.end <= len(text)
        assert when.first is None or when.last is None or when.first <= when.last
        at = when.end


@given(st.sampled_from(CASES), st.dates(date(1950, 1, 1), date(2090, 1, 1)))
def test_nothing_but_what_is_planned_lies_far_ahead(case: tuple[str, ...], published: date) -> None:
    for when in find_times(case[0], 0, len(case[0]), published):
        if case[4] == "relative":
            assert when.last is not None
            assert when.last - published <= timedelta(days=7)
