"""What the browser sends is believed only as far as it makes sense."""

from __future__ import annotations

from datetime import date

import pytest

from geo.app.choice import Choice, Opened, read_choice, read_opened

START, END = date(2021, 8, 15), date(2021, 9, 11)
LAST = Choice("XX0101", date(2021, 8, 20))
KNOWN = {"XX0101", "XX0102"}


@pytest.mark.parametrize(
    ("message", "choice"),
    [
        ({"place": "XX0102", "day": "2021-08-25"}, Choice("XX0102", date(2021, 8, 25))),
        ({"place": "XX0102"}, Choice("XX0102", LAST.day)),
        ({"place": "", "day": "2021-08-25"}, Choice("XX0101", date(2021, 8, 25))),
        ({"place": "nowhere", "day": "2021-08-25"}, Choice("XX0101", date(2021, 8, 25))),
        ({"place": ["XX0102"], "day": 7}, LAST),
        ({"place": "XX0102", "day": "1999-01-01"}, Choice("XX0102", START)),
        ({"place": "XX0102", "day": "2999-01-01"}, Choice("XX0102", date(2021, 9, 10))),
        ({"day": "<script>"}, LAST),
        ({"turn": 3}, Choice(*LAST[:2], 3)),
        ({"turn": True}, LAST),
        ({"since": "2021-08-18"}, LAST._replace(since=date(2021, 8, 18))),
        ({"since": "1999-01-01"}, LAST._replace(since=START)),
        ({"since": ""}, LAST),
        ({"since": [1]}, LAST),
        ({}, LAST),
        (None, LAST),
        ("XX0102", LAST),
        ([1, 2], LAST),
    ],
)
def test_only_known_places_and_days_of_the_map_are_taken(message: object, choice: Choice) -> None:
    assert read_choice(message, LAST, KNOWN, START, END) == choice


@pytest.mark.parametrize(("message", "since"), [({}, START), ({"day": "2021-08-21"}, START), ({"since": ""}, None)])
def test_a_day_is_held_until_the_map_says_otherwise(message: object, since: date | None) -> None:
    assert read_choice(message, LAST._replace(since=START), KNOWN, START, END).since == since


@pytest.mark.parametrize(
    ("message", "opened"),
    [
        ({"open": {"report": "r1", "start": 3, "end": 9}}, Opened("r1", 3, 9)),
        ({"open": {"report": "r2", "start": 3, "end": 9}}, None),
        ({"open": {"report": "r1", "start": "3", "end": 9}}, None),
        ({"open": {"report": ["r1"], "start": 3, "end": 9}}, None),
        ({"open": "r1"}, None),
        ({}, None),
        (None, None),
    ],
)
def test_only_known_reports_are_opened(message: object, opened: Opened | None) -> None:
    assert read_opened(message, {"r1": "a report"}.get) == opened
