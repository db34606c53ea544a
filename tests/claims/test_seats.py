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
