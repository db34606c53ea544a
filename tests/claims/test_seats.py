"""Cities that stand for a government: the profile says whose seat a city is, else it is its country's capital."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from written_reports import NOBODY, PROFILE, brief

if TYPE_CHECKING:
    from geo.profile import Profile


HELD = replace(PROFILE, sides=tuple(replace(side, seats=("Kinshasa",) * (side.id == "red")) for side in PROFILE.sides))


@pytest.mark.parametrize(("profile", "side"), [(NOBODY, "cd"), (HELD, "red")], ids=["capital", "seat of a side"])
def test_a_city_that_speaks_is_the_government_that_sits_there(profile: Profile, side: str) -> None:
    assert brief("Kinshasa said its forces had entered [Goma].", profile=profile) == [f"Goma advances {side}"]


def test_a_city_that_is_taken_stays_a_place() -> None:
    assert brief("The Blue Army captured [Kinshasa].", profile=HELD) == ["Kinshasa takes blue"]


@pytest.mark.parametrize(("profile", "side"), [(NOBODY, "cd"), (HELD, "red")], ids=["capital", "seat of a side"])
def test_the_troops_of_a_city_are_those_of_the_government_that_sits_there(profile: Profile, side: str) -> None:
    assert brief("[Kinshasa]'s troops have entered [Goma].", profile=profile) == [f"Goma advances {side}"]


def test_the_garrison_of_another_city_is_nobodys_in_particular() -> None:
    assert brief("[Sake]'s troops have left [Goma].", profile=NOBODY) != ["Goma loses sake"]


def test_who_governs_in_a_city_is_not_asked_what_the_city_is() -> None:
    found = brief(
        "The Red Front took [Goma]. The Blue Army in [Kinshasa] said its men still held the city.", profile=PROFILE
    )
    assert "Goma holds blue" in found


def test_a_capital_that_is_told_of_a_town_is_that_town() -> None:
    text = "[Goma] is the only capital of a [Kivu|province] province that remains under Blue Army control."
    assert brief(text, profile=PROFILE) == ["Goma holds blue"]
