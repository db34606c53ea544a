"""Of long before a war only the words say who it was."""

from __future__ import annotations

from datetime import date

import pytest
from written_reports import read

from geo.claims.reading.other_times import in_its_time
from geo.profile import Actor, Profile, Side

SIDES = (
    Side("saf", "Armed Forces", "#D55E00", (Actor("army"),)),
    Side("gb", "Britain", "#0072B2", (Actor("British troops"),), nations=("GB",)),
)
WAR = Profile("Sudan", SIDES, ("SD",), date(2023, 4, 15))


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("In 1885 the army captured [Khartoum].", "army"),
        ("In 1898 British troops captured [Khartoum].", "gb"),
        ("In 2019 the army captured [Khartoum].", "saf"),
        ("The army captured [Khartoum] on Monday.", "saf"),
    ],
)
def test_a_side_of_a_war_did_nothing_generations_before_it_unless_it_is_a_nations(text: str, side: str) -> None:
    (claim,) = read(text, published=date(2024, 3, 1), profile=WAR)
    actor = in_its_time(claim, WAR).actor
    assert actor is not None
    assert actor.id == side
