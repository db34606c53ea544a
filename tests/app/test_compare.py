"""What changed between two days, told in the words of the legend."""

from __future__ import annotations

from datetime import date

import pytest
from small_world import small_dataset

from geo.app.compare import changes
from geo.map.survey import survey

LINES = ("West red takes 20 by media", "West blue takes 22 says blue", "East red takes 21 by media")
HELD, BOTH, NONE = "Red side, held", "Contested: Blue side and Red side", "No live claim"


def test_a_besieged_place_is_told_by_who_has_it_and_who_surrounds_it() -> None:
    found = survey(small_dataset("West red holds 20 by media", "West blue besieges 21"))
    rows = changes(found, date(2021, 8, 20), date(2021, 8, 21))
    assert ("XX0101", HELD, "Red side, held, besieged by Blue side") in rows


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        (19, 19, []),
        (19, 20, [("XX0101", NONE, HELD)]),
        (20, 22, [("XX0101", HELD, BOTH), ("XX0102", NONE, HELD)]),
        (22, 20, [("XX0101", BOTH, HELD), ("XX0102", HELD, NONE)]),
    ],
)
def test_only_what_changed_is_listed(before: int, after: int, changed: list[tuple[str, str, str]]) -> None:
    found = survey(small_dataset(*LINES))
    rows = changes(found, date(2021, 8, before), date(2021, 8, after))
    assert [row for row in rows if row[0].startswith("XX")] == changed
