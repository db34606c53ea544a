"""The legend says what occurs, each thing once."""

from __future__ import annotations

import pytest

from geo.control.period import Status
from geo.map.legend import legend
from geo.map.runs import UNKNOWN, Style

NAMES = {"red": "Red side", "blue": "Blue side"}
COLOURS = {"red": "#AA3377", "blue": "#4477AA"}
HELD = Style(Status.HELD, "red", (), "")
HELD_BLUE = Style(Status.HELD, "blue", (), "")
INHERITED = Style(Status.HELD, "red", (), "province")
CLAIMED = Style(Status.CLAIMED, "red", (), "")
CONTESTED = Style(Status.CONTESTED, "", ("blue", "red"), "")
BESIEGED = Style(Status.BESIEGED, "red", ("blue",), "province")


@pytest.mark.parametrize(
    ("styles", "labels"),
    [
        ([UNKNOWN], ["No live claim"]),
        (
            [UNKNOWN, INHERITED, CLAIMED, HELD],
            [
                "Red side, held",
                "Red side, inherited from the province",
                "Red side, by its own word only",
                "No live claim",
            ],
        ),
        ([CONTESTED, HELD_BLUE], ["Blue side, held", "Contested: Blue side and Red side"]),
        ([BESIEGED], ["Red side, inherited from the province", "Besieged by Blue side"]),
        ([BESIEGED, INHERITED], ["Red side, inherited from the province", "Besieged by Blue side"]),
    ],
)
def test_rows_are_in_reading_order_and_a_siege_is_a_row_of_its_own(styles: list[Style], labels: list[str]) -> None:
    assert [row.label for row in legend(styles, NAMES, COLOURS)] == labels
