"""Claims to control periods: a table with a reason for each change, and the laws of the fold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from drawn_claims import CLAIMS, LINES
from hypothesis import given
from hypothesis import strategies as st
from written_claims import END, PLACES, START, august, claim

from geo.control.fold import METHOD, fold
from geo.control.period import ControlPeriod, Status

if TYPE_CHECKING:
    from random import Random

    from geo.claims.claim import Claim


def folded(claims: list[Claim], start: date = START, end: date = END) -> tuple[ControlPeriod, ...]:
    return fold(claims, PLACES, start=start, end=end, stale_after_days=14)


def story(claims: list[Claim], name: str) -> list[str]:
    """The periods of a place as `day state`, runs of the same state joined."""
    steps: list[str] = []
    for period in (one for one in folded(claims) if PLACES[one.place].name == name):
        words = [period.status.value, period.holder, "/".join(period.rivals), period.inherited_from and "inherited"]
        state = " ".join(word for word in words if word)
        day = period.start.toordinal() - date(2021, 7, 31).toordinal()
        if not steps or steps[-1].partition(" ")[2] != state:
            steps.append(f"{day} {state}")
    return steps


CASES = {
    "no claim says nothing": ([], ["15 unknown"]),
    "media say that red took it; stale after 14 days": (
        ["West red takes 20 by media"],
        ["15 unknown", "20 held red", "35 unknown"],
    ),
    "a claim from before the map still counts on its first days": (
        ["West red holds 10"],
        ["15 held red", "25 unknown"],
    ),
    "a later claim keeps the hold alive": (
        ["West red takes 20", "West red holds 30"],
        ["15 unknown", "20 held red"],
    ),
    "a party's own word is only claimed": (
        ["West red takes 20 says red"],
        ["15 unknown", "20 claimed red", "35 unknown"],
    ),
    "the word of a party of no known side is only claimed": (
        ["West red takes 20 by party"],
        ["15 unknown", "20 claimed red", "35 unknown"],
    ),
    "a party's word against itself is strong": (
        ["West red takes 20 says blue"],
        ["15 unknown", "20 held red", "35 unknown"],
    ),
    "a rival's own word contests a reported hold": (
        ["West red takes 20 by media", "West blue takes ../25 says blue"],
        ["15 unknown", "20 held red", "25 contested blue/red", "35 claimed blue", "40 unknown"],
    ),
    "a rival's own word contests another's own word": (
        ["West red takes 20 says red", "West blue takes 25 says blue"],
        ["15 unknown", "20 claimed red", "25 contested blue/red", "35 claimed blue", "40 unknown"],
    ),
    "a later report of a rival's capture supersedes": (
        ["West red takes 20", "West blue takes 25"],
        ["15 unknown", "20 held red", "25 held blue", "40 unknown"],
    ),
    "a report supersedes the rival's own word": (
        ["West red takes 20 says red", "West blue holds 22 by media"],
        ["15 unknown", "20 claimed red", "22 held blue", "37 unknown"],
    ),
    "two reports of one day contest": (
        ["West red takes 20", "West blue holds 20 by media"],
        ["15 unknown", "20 contested blue/red", "35 unknown"],
    ),
    "a capture told again without a day ends no rival's claim": (
        ["West red takes 20", "West blue takes 25 says blue", "West red takes ../26"],
        ["15 unknown", "20 held red", "25 contested blue/red", "40 held red", "41 unknown"],
    ),
    "a capture told again after a rival's reported capture contests it": (
        ["West red takes 20", "West blue takes 25", "West red takes ../26"],
        ["15 unknown", "20 held red", "25 held blue", "26 contested blue/red", "40 held red", "41 unknown"],
    ),
    "the day of the report is no day of its own": (
        ["West red takes 20", "West blue takes 25", "West red takes 26 undated"],
        ["15 unknown", "20 held red", "25 held blue", "26 contested blue/red", "40 held red", "41 unknown"],
    ),
    "a recapture told again is no second recapture": (
        ["West red takes 20 again", "West blue takes 25 says blue", "West red takes 26 undated again"],
        ["15 unknown", "20 held red", "25 contested blue/red", "40 held red", "41 unknown"],
    ),
    "a recapture is no old event": (
        ["West red takes 20", "West blue takes 25", "West red takes ../26 again"],
        ["15 unknown", "20 held red", "25 held blue", "26 held red", "41 unknown"],
    ),
    "a report confirms what was only claimed and so supersedes": (
        ["West red takes 20", "West blue takes 25 says blue", "West blue takes ../27 by media"],
        ["15 unknown", "20 held red", "25 contested blue/red", "27 held blue"],
    ),
    "reported, fought over, and then claimed by the rival: Andarab in August 2021": (
        [
            "West red takes 20 by media",
            "West red takes ../21 by officials",
            "West red takes ../22",
            "West red fights 22 from blue",
            "West red takes ../23 by media",
            "West red fights ../23 from blue",
            "West blue takes ../25 says blue",
        ],
        ["15 unknown", "20 held red", "22 contested blue/red", "38 claimed blue", "40 unknown"],
    ),
    "repelling is holding": (["West red repels 20 from blue"], ["15 unknown", "20 held red", "35 unknown"]),
    "a side that leaves leaves nobody": (
        ["West red takes 20", "West red loses 25"],
        ["15 unknown", "20 held red", "25 unknown"],
    ),
    "a side says itself that it has left": (
        ["West red takes 20", "West red loses 25 says red"],
        ["15 unknown", "20 held red", "25 unknown"],
    ),
    "a side that is driven out leaves it to the opponent": (
        ["West red takes 20", "West red loses 25 from blue"],
        ["15 unknown", "20 held red", "25 held blue", "40 unknown"],
    ),
    "that a side has left is only the rival's claim when the rival says so": (
        ["West red takes 20", "West red loses 25 says blue"],
        ["15 unknown", "20 held red", "25 contested blue/red", "35 claimed blue", "40 unknown"],
    ),
    "a side that returns has it again": (
        ["West red loses 20", "West red takes 22"],
        ["15 unknown", "22 held red", "37 unknown"],
    ),
    "a side that has left but says that it has it contests with itself": (
        ["West red loses 20", "West red holds 22 says red"],
        ["15 unknown", "22 contested red", "35 claimed red", "37 unknown"],
    ),
    "a siege shows on what somebody has": (
        ["West red holds 20", "West blue besieges 22"],
        ["15 unknown", "20 held red", "22 besieged red blue", "35 unknown"],
    ),
    "a siege of what nobody has shows nothing": (["West blue besieges 22"], ["15 unknown"]),
    "a siege ends when the besieger takes it": (
        ["West red holds 20", "West blue besieges 22", "West blue takes 24", "West red holds 26"],
        ["15 unknown", "20 held red", "22 besieged red blue", "24 held blue", "26 held red", "41 unknown"],
    ),
    "a siege ends when the besieger leaves": (
        ["West red holds 20", "West blue besieges 22", "West blue loses 24"],
        ["15 unknown", "20 held red", "22 besieged red blue", "24 held red", "35 unknown"],
    ),
    "who holds a place does not besiege it": (
        ["West red holds 20", "West red besieges 22"],
        ["15 unknown", "20 held red", "35 unknown"],
    ),
    "fighting contests for three days": (
        ["West red takes 20", "West blue fights 22 from red"],
        ["15 unknown", "20 held red", "22 contested blue/red", "25 held red", "35 unknown"],
    ),
    "fighting contests what nobody had": (
        ["West blue fights 22 from red"],
        ["15 unknown", "22 contested blue/red", "25 unknown"],
    ),
    "an attack by one side contests with the side that has it": (
        ["West red takes 20", "West blue fights 22"],
        ["15 unknown", "20 held red", "22 contested blue/red", "25 held red", "35 unknown"],
    ),
    "shots by one side in no man's land contest nothing": (["West blue fights 22"], ["15 unknown"]),
    "a capture of the same day settles the fighting": (
        ["West blue fights 22 from red", "West blue takes 22"],
        ["15 unknown", "22 held blue", "37 unknown"],
    ),
    "a capture by that day at the latest does not settle it": (
        ["West blue fights 22 from red", "West red takes ../22"],
        ["15 unknown", "22 contested blue/red", "25 held red", "37 unknown"],
    ),
    "a capture dated only by the report does not settle it": (
        ["West blue fights 22 from red", "West red takes 22 undated"],
        ["15 unknown", "22 contested blue/red", "25 held red", "37 unknown"],
    ),
    "a hold on the day of the report settles it": (
        ["West blue fights 22 from red", "West red holds 22 undated"],
        ["15 unknown", "22 held red", "37 unknown"],
    ),
    "a capture of the next day ends the fighting": (
        ["West blue fights 22 from red", "West blue takes 23"],
        ["15 unknown", "22 contested blue/red", "23 held blue", "38 unknown"],
    ),
    "an advance takes nothing": (["West blue advances 22"], ["15 unknown"]),
    "nobody named, nothing coloured": (["West - takes 22", "West - fights 23"], ["15 unknown"]),
    "a denial colours nothing": (["West red takes 20 denied says blue"], ["15 unknown"]),
    "a plan colours nothing": (["West red takes 20 planned says red"], ["15 unknown"]),
    "a denial takes nothing away": (
        ["West red takes 20", "West red takes 21 denied says blue"],
        ["15 unknown", "20 held red", "35 unknown"],
    ),
    "a rival's denial is idle, somebody else's contests a reported hold": (
        ["West red takes 20", "West red holds 22 denied by officials", "West red holds 24"],
        ["15 unknown", "20 held red", "22 contested red", "24 held red", "39 unknown"],
    ),
    "a denial undoes a party's own word": (
        ["West red takes 20 says red", "West red takes 22 denied"],
        ["15 unknown", "20 claimed red", "22 unknown"],
    ),
    "a side that denies having a place takes back what it and others said": (
        ["West red takes 20", "West red takes 22 denied says red"],
        ["15 unknown", "20 held red", "22 unknown"],
    ),
    "a denial undoes what is only inherited": (
        ["Province red holds 20", "West red holds 22 denied by residents"],
        ["15 unknown", "20 held red inherited", "22 unknown inherited", "35 unknown"],
    ),
    "a denied loss is no hold": (["West red loses 20 denied says red"], ["15 unknown"]),
    "a range speaks from its last day": (["West red takes 18/20"], ["15 unknown", "20 held red", "35 unknown"]),
    "an open end speaks from its first day": (["West red holds 18/.."], ["15 unknown", "18 held red", "33 unknown"]),
    "a range beyond the report speaks from the day of the report": (
        ["West red takes 18/25 published 20"],
        ["15 unknown", "20 held red", "35 unknown"],
    ),
    "what is long past says nothing": (["West red takes -9000"], ["15 unknown"]),
    "the seat of a district speaks for it": (
        ["Seat red takes 20"],
        ["15 unknown", "20 held red", "35 unknown"],
    ),
    "a village does not speak for its district": (["Village red takes 20"], ["15 unknown"]),
    "a provincial capital does not speak for the province": (["Capital red takes 20"], ["15 unknown"]),
    "a province speaks for its districts": (
        ["Province red holds 20", "Province blue besieges 25"],
        ["15 unknown", "20 held red inherited", "25 besieged red blue inherited", "35 unknown"],
    ),
    "the nearer unit speaks first": (
        ["Country blue takes 20", "Province red holds 21"],
        ["15 unknown", "20 held blue inherited", "21 held red inherited", "36 unknown"],
    ),
    "a claim on the district beats the province": (
        ["Province red holds 20", "West blue takes 22 says blue"],
        ["15 unknown", "20 held red inherited", "22 claimed blue", "37 unknown"],
    ),
    "a district that a side has left is not inherited": (
        ["Province red holds 20", "West red loses 22"],
        ["15 unknown", "20 held red inherited", "22 unknown"],
    ),
    "fighting somewhere in the province does not contest the district": (
        ["Province red holds 20", "Province blue fights 22"],
        ["15 unknown", "20 held red inherited", "35 unknown"],
    ),
    "fighting in the district contests what it inherits": (
        ["Province red holds 20", "West blue fights 22"],
        ["15 unknown", "20 held red inherited", "22 contested blue/red", "25 held red inherited", "35 unknown"],
    ),
    "a siege of the district shows on what it inherits": (
        ["Province red holds 20", "West blue besieges 22"],
        ["15 unknown", "20 held red inherited", "22 besieged red blue inherited", "35 unknown"],
    ),
}


@pytest.mark.parametrize(("lines", "expected"), CASES.values(), ids=CASES)
def test_the_district_changes_for_this_reason(lines: list[str], expected: list[str]) -> None:
    assert story([claim(line) for line in lines], "West") == expected


def test_a_province_with_fighting_is_itself_contested() -> None:
    claims = [claim("Province red holds 20"), claim("Province blue fights 22")]
    assert story(claims, "Province") == [
        "15 unknown",
        "20 held red",
        "22 contested blue/red",
        "25 held red",
        "35 unknown",
    ]


def test_a_claim_on_an_unnamed_part_of_a_place_colours_nothing() -> None:
    assert story([replace(claim("Province red takes 20"), partial=True)], "West") == ["15 unknown"]


def test_a_claimed_town_is_coloured_for_itself() -> None:
    assert story([claim("Village red takes 20")], "Village") == ["15 unknown", "20 held red", "35 unknown"]


def test_a_period_names_its_claims_and_its_method() -> None:
    claims = [claim("West red takes 20"), claim("West blue takes 25 says blue"), claim("West red takes 20 planned")]
    period = next(one for one in folded(claims) if one.status is Status.CONTESTED)
    assert period.claims == tuple(sorted((claims[0].id, claims[1].id)))
    assert period.method == METHOD


def test_an_empty_range_of_days_has_no_periods() -> None:
    assert folded([claim("West red takes 20")], START, START) == ()


@given(CLAIMS, st.randoms(use_true_random=False))
def test_the_order_of_claims_never_matters(claims: list[Claim], random: Random) -> None:
    shuffled = list(claims)
    random.shuffle(shuffled)
    assert folded(shuffled) == folded(claims)


@given(CLAIMS)
def test_a_claim_given_twice_counts_once(claims: list[Claim]) -> None:
    assert folded(claims + claims) == folded(claims)


@given(CLAIMS)
def test_the_periods_of_a_place_cover_the_days_without_gap_or_overlap(claims: list[Claim]) -> None:
    periods = folded(claims)
    assert [(one.place, one.start) for one in periods] == sorted((one.place, one.start) for one in periods)
    for place in PLACES:
        own = [one for one in periods if one.place == place]
        assert (own[0].start, own[-1].end) == (START, END)
        for before, after in pairwise(own):
            assert before.end == after.start
            assert replace(before, start=after.start, end=after.end) != after


@given(CLAIMS, CLAIMS.map(lambda claims: [one for one in claims if one.place.name in {"West", "Seat", "Village"}]))
def test_claims_about_one_district_never_change_another(claims: list[Claim], more: list[Claim]) -> None:
    def elsewhere(periods: tuple[ControlPeriod, ...]) -> list[ControlPeriod]:
        return [one for one in periods if PLACES[one.place].name not in {"West", "Seat", "Village"}]

    assert elsewhere(folded(claims + more)) == elsewhere(folded(claims))


@given(st.lists(LINES.map(lambda line: claim(f"{line} denied")) | LINES.map(lambda line: claim(f"{line} planned"))))
def test_denials_and_plans_alone_leave_everything_unknown(claims: list[Claim]) -> None:
    assert {one.status for one in folded(claims)} == {Status.UNKNOWN}


@given(CLAIMS)
def test_every_state_is_well_formed(claims: list[Claim]) -> None:
    for period in folded(claims):
        assert period.holder not in period.rivals
        assert (period.holder is None) == (period.status in {Status.CONTESTED, Status.UNKNOWN})
        assert bool(period.rivals) == (period.status in {Status.CONTESTED, Status.BESIEGED})
        assert period.claims or period.status is Status.UNKNOWN
        assert set(period.claims) <= {one.id for one in claims}


@given(CLAIMS, st.integers(16, 40))
def test_a_day_has_the_same_state_whatever_days_the_map_shows(claims: list[Claim], day: int) -> None:
    alone = folded(claims, august(day), august(day + 1))
    for one in alone:
        covering = next(w for w in folded(claims) if w.place == one.place and w.start <= one.start < w.end)
        assert replace(covering, start=one.start, end=one.end) == one
