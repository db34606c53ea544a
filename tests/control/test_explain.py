"""The state of a place in words."""

from __future__ import annotations

import pytest
from written_claims import august
from written_findings import findings

from geo.control.casebook import casebook
from geo.control.explain import explain
from geo.errors import ClaimlineError

ANDARAB = ["West red takes 20 by media", "West red takes ../21", "West blue takes ../25 says blue"]
CASES = [
    (
        ["West red holds 20 undated"],
        20,
        "Held by the Red Front since 20 August. Stated as held by the Red Front as of 20 August (Paper r1).",
    ),
    (
        ["West red takes 20 undated"],
        20,
        "Held by the Red Front since 20 August. Stated as taken by the Red Front by 20 August (Paper r1).",
    ),
    ([], 20, "Unknown: no claim about it counts on this day."),
    (["West red takes 16"], 40, "Unknown since 31 August: no claim about it is newer than 14 days."),
    (
        ANDARAB,
        22,
        (
            "Held by the Red Front since 20 August. "
            "Reported as taken by the Red Front on 20 August (some media); 1 more report says so."
        ),
    ),
    (
        ANDARAB,
        25,
        (
            "Contested since 25 August. "
            "Reported as taken by the Red Front on 20 August (some media); 1 more report says so. "
            "On 25 August the Blue Army's Speaker blue claimed to have taken it; nobody else confirms this."
        ),
    ),
    (
        ["West red takes 18/20 says red"],
        21,
        (
            "Claimed by the Red Front since 20 August. "
            "On 20 August the Red Front's Speaker red claimed to have taken it between 18 and 20 August; "
            "nobody else confirms this."
        ),
    ),
    (
        ["Province red holds 21", "Province blue besieges 25 by media"],
        26,
        (
            "Besieged since 25 August: held by the Red Front, surrounded by the Blue Army, "
            "as claimed of Province (province) "
            "as a whole. Stated as held by the Red Front on 21 August (Paper r1). "
            "Reported as surrounded by the Blue Army on 25 August (some media)."
        ),
    ),
    (
        ["West red holds 20", "West blue fights 22 from red"],
        22,
        (
            "Contested since 22 August. Stated as held by the Red Front on 20 August (Paper r1). "
            "Stated as the scene of fighting between the Blue Army and the Red Front on 22 August (Paper r2)."
        ),
    ),
    (
        ["West red takes 20", "West red loses 25 says red"],
        26,
        (
            "Unknown since 25 August: a side is said to have left. "
            "Admitted by the Red Front's Speaker red: left by the Red Front on 25 August."
        ),
    ),
    (
        ["West red loses 25 from blue"],
        26,
        (
            "Held by the Blue Army since 25 August. Stated as passed to the Blue Army on 25 August (Paper r1). "
            "Stated as left by the Red Front on 25 August (Paper r1)."
        ),
    ),
    (
        ["West red takes 20", "West red takes 21 denied by officials"],
        22,
        (
            "Contested since 21 August. Stated as taken by the Red Front on 20 August (Paper r1). "
            "Reported as not in the hands of the Red Front on 21 August (some officials)."
        ),
    ),
    (
        ["West red takes 20 says red", "West red takes 21 denied by officials"],
        22,
        (
            "Unknown since 21 August: the one side that is said to have it is denied it. "
            "On 20 August the Red Front's Speaker red claimed to have taken it; nobody else confirms this. "
            "Reported as not in the hands of the Red Front on 21 August (some officials)."
        ),
    ),
    (
        ["West red loses 25 says blue", "Seat red takes 20 says red"],
        26,
        (
            "Contested since 25 August. "
            "On 20 August the Red Front's Speaker red claimed to have taken Seat; nobody else confirms this. "
            "On 25 August the Blue Army's Speaker blue claimed that the Red Front had lost it; "
            "nobody else confirms this."
        ),
    ),
    (
        ["Seat green takes 10/.."],
        16,
        "Held by Green since 15 August or before. Stated as taken by Green from 10 August on (Paper r1, of Seat).",
    ),
]


@pytest.mark.parametrize(("lines", "day", "words"), CASES)
def test_the_state_of_a_day_is_explained_from_the_claims_behind_it(lines: list[str], day: int, words: str) -> None:
    assert str(explain("XX0101", august(day), casebook(findings(lines)))) == words


def test_a_state_goes_on_though_the_claims_behind_it_change() -> None:
    book = casebook(findings(["West red takes 20", "West red holds 24", "West red holds 28"]))
    assert explain("XX0101", august(30), book).since == august(20)


@pytest.mark.parametrize(("day", "nearest"), [(1, 15), (60, 41)])
def test_a_day_outside_the_map_means_its_nearest_day(day: int, nearest: int) -> None:
    book = casebook(findings(["West red takes 14", "West blue takes 40"]))
    assert explain("XX0101", august(day), book) == explain("XX0101", august(nearest), book)


def test_a_place_that_is_not_on_the_map_is_refused() -> None:
    with pytest.raises(ClaimlineError, match="There is no place 'nowhere'"):
        explain("nowhere", august(20), casebook(findings([])))
