"""Every status has a look of its own, and weaker grounds are lighter."""

from __future__ import annotations

import pytest

from geo.control.period import Status
from geo.profile import Profile, Side
from geo.view.colours import PAPER, Paint, mix, paint, side_colours

COLOURS = {"north": "#0072B2", "south": "#D55E00"}


@pytest.mark.parametrize(
    ("status", "holder", "rivals", "expected"),
    [
        (Status.UNKNOWN, None, (), ("solid", 1, False)),
        (Status.HELD, "north", (), ("solid", 1, False)),
        (Status.CLAIMED, "north", (), ("dots", 2, False)),
        (Status.CONTESTED, None, ("north", "south"), ("hatch", 2, False)),
        (Status.CONTESTED, "north", ("south",), ("hatch", 2, False)),
        (Status.BESIEGED, "north", ("south",), ("solid", 1, True)),
        (Status.HELD, "nobody known", (), ("solid", 1, False)),
    ],
)
def test_a_status_has_its_pattern_number_of_colours_and_outline(
    status: Status, holder: str | None, rivals: tuple[str, ...], expected: tuple[str, int, bool]
) -> None:
    look = paint(status, holder, rivals, COLOURS, inherited=False)
    assert (look.pattern, len(look.colours), look.outline is not None) == expected


def test_held_is_the_sides_own_colour_and_unknown_is_paper() -> None:
    assert paint(Status.HELD, "north", (), COLOURS, inherited=False) == Paint("solid", ("#0072B2",))
    assert paint(Status.UNKNOWN, None, (), COLOURS, inherited=False) == Paint("solid", (PAPER,))


@pytest.mark.parametrize("status", [Status.HELD, Status.CLAIMED, Status.CONTESTED, Status.BESIEGED])
def test_inherited_is_lighter(status: Status) -> None:
    own, inherited = (paint(status, "north", ("south",), COLOURS, inherited=i) for i in (False, True))
    assert all(light(b) > light(a) for a, b in zip(own.colours, inherited.colours, strict=True))


def test_no_two_looks_are_the_same() -> None:
    looks = [paint(status, "north", ("south",), COLOURS, inherited=i) for status in Status for i in (False, True)]
    assert len(set(looks)) == len(looks) - 1  # unknown is never inherited


def test_a_side_without_a_colour_gets_a_spare_one_whatever_the_order() -> None:
    profile = Profile(sides=(Side("north", "North", "#0072b2"),))
    one = side_colours(profile, ["west", "east", "north"])
    assert one == side_colours(profile, ["north", "east", "west"])
    assert one["north"] == "#0072B2"
    assert len(set(one.values())) == 3
    assert len(set(side_colours(profile, map(str, range(60))).values())) == 61


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    assert [mix("#000000", "#FFFFFF", share) for share in (0, 0.5, 1)] == ["#FFFFFF", "#808080", "#000000"]


def light(colour: str) -> int:
    return sum(int(colour[i : i + 2], 16) for i in (1, 3, 5))
