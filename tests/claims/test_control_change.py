"""Whether a text says that control of territory changes, though no gazetteer knows the territory."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.claims.control_change import changes_control

CHANGES = (
    "Rebels captured several villages near the border.",
    "The army has taken a key neighbourhood in the east of the city.",
    "Militants recaptured another town on Friday.",
    "Fighters seized control of most of the district.",
    "Government forces freed several areas from the jihadists on Monday.",
    "The junta's troops lost two outposts overnight.",
    "Separatists were driven out of the last town in the valley.",
    "Soldiers withdrew from the base after a week of shelling.",
    "The militia took a number of hills from the army.",
    "Paramilitaries drove the rebels back from a village in the south.",
    "The rebels regained territory lost in the spring.",
    "The army secured a bridgehead by controlling the entire Ostrava area.",
)
NO_CHANGE = (
    "Arrests took place in a dozen cities.",
    "Police took over the investigation in the city.",
    "Fighters captured three soldiers in a village.",
    "Tanks rolled through deserted villages.",
    "The army has not taken the town.",
    "Rebels plan to seize the airport.",
    "Could the rebels take the city?",
    "Clashes continued in the surrounding villages.",
    "The charity pulled its staff out of the region.",
    "Voters in the district took part in the poll.",
    "The rebels denied that the army took the hill.",
    "Rebels clashed with troops in the town.",
)


@pytest.mark.parametrize("text", CHANGES)
def test_territory_that_changes_hands_is_a_change_though_it_has_no_name(text: str) -> None:
    assert changes_control(text)


@pytest.mark.parametrize("text", NO_CHANGE)
def test_what_leaves_territory_where_it_was_is_no_change(text: str) -> None:
    assert not changes_control(text)


@given(st.text(max_size=300))
def test_any_text_is_answered(text: str) -> None:
    assert changes_control(text) in {True, False}
