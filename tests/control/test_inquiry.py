"""Asking about one place on one day: what each claim did, and what would change the state."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import pytest
from drawn_claims import REPORTED
from hypothesis import given, settings
from hypothesis import strategies as st
from written_claims import END, PLACES, START, august
from written_findings import findings, found_in

from geo.control.deeds import Deed, deeds
from geo.control.fold import fold
from geo.control.inquiry import Rule, inquiry, state_on
from geo.control.sensitivity import flips, fragile
from geo.control.state import State

if TYPE_CHECKING:
    from geo.claims.claim import Claim

WEST = "XX0101"


@pytest.mark.parametrize("basis", ["claims", "corroborated", "red"])
@settings(max_examples=40)
@given(claims=REPORTED, day=st.integers(15, 41), place=st.sampled_from(sorted(PLACES)))
def test_one_place_on_one_day_is_as_the_fold_has_it(basis: str, claims: list[Claim], day: int, place: str) -> None:
    found = found_in(claims)
    ask = inquiry(found, basis=basis)
    periods = fold(claims, PLACES, start=START, end=END, stale_after_days=14, basis=ask.basis)
    (one,) = (one for one in periods if one.place == place and one.start <= august(day) < one.end)
    told = State(one.status, one.holder, one.rivals, one.inherited_from, one.claims)
    assert state_on(place, august(day), ask) == told


@settings(max_examples=40)
@given(claims=REPORTED, day=st.integers(15, 41), place=st.sampled_from(sorted(PLACES)))
def test_no_rule_that_changes_a_state_is_passed_over(claims: list[Claim], day: int, place: str) -> None:
    ask = inquiry(found_in(claims))
    now = state_on(place, august(day), ask)
    tried = {rule.value: state_on(place, august(day), ask, rule=rule) for rule in Rule}
    changing = {rule for rule, one in tried.items() if (one.status, one.holder) != (now.status, now.holder)}
    assert {flip.dropped for flip in flips(place, august(day), ask) if flip.kind == "rule"} == changing


def told(lines: list[str], day: int, basis: str = "claims") -> list[Deed]:
    return list(deeds(WEST, august(day), inquiry(findings(lines), basis=basis)))


@pytest.mark.parametrize(
    ("lines", "day", "sentences"),
    [
        ([], 20, []),
        (["West red takes 20"], 19, []),
        (["West red takes 20"], 20, ["Counts on this day."]),
        (["West red takes 20", "West red holds 22"], 22, ["Counts on this day.", "Confirms Paper r1 (20 August)."]),
        (
            ["West red takes 20 says red", "West red holds 22 says red"],
            22,
            [
                "Counts on this day.",
                "Says the same as the Red Front's Speaker red (20 August), not independently.",
            ],
        ),
        (
            ["West red takes 20", "West blue takes 22"],
            23,
            ["Superseded on 22 August by Paper r2 (22 August).", "Counts on this day."],
        ),
        (["West red takes 20"], 35, ["Stale after 14 days."]),
        (["West blue fights 20 from red"], 23, ["Over: fighting counts for 3 days."]),
        (
            ["West red takes 20", "West red takes 21 denied by officials"],
            22,
            ["Denied by some officials (21 August).", "Counts on this day."],
        ),
        (
            ["West red takes 20 denied says blue"],
            20,
            ["Changes nothing: a denial by a party to the war, or of no hold on the place."],
        ),
        (["West red takes 20 planned"], 20, ["Changes nothing: it is planned, not done."]),
        (["West red advances 20"], 20, ["Changes nothing: an advance takes no place."]),
        (["West - takes 20"], 20, ["Changes nothing: it names no side."]),
        (["West blue besieges 20"], 20, ["Changes nothing: nobody else is said to have the place alone."]),
        (
            ["Province red holds 20", "West blue takes 21"],
            21,
            [
                "Overruled: claims on the place itself, or on a unit nearer to it, come first.",
                "Counts on this day.",
            ],
        ),
    ],
)
def test_what_each_claim_did(lines: list[str], day: int, sentences: list[str]) -> None:
    assert [deed.sentence for deed in told(lines, day)] == sentences


@pytest.mark.parametrize(
    ("basis", "sentence"),
    [
        ("corroborated", "Left out: no independent source says the same."),
        ("blue", "Left out: not the word of the Blue Army."),
    ],
)
def test_what_a_basis_leaves_out_is_said_so(basis: str, sentence: str) -> None:
    assert [deed.sentence for deed in told(["West red takes 20 says red"], 20, basis)] == [sentence]


@pytest.mark.parametrize(
    ("lines", "day", "sentences"),
    [
        ([], 20, []),
        (["West red takes 20"], 20, ["Without Paper r1 it would be unknown."]),
        (["West red takes 20", "West red holds 20 by Smith"], 20, []),
        (
            ["West red takes 20", "West blue takes 22"],
            22,
            [
                "Without Paper r2 it would be held by the Red Front.",
                "Without later claims ending older ones it would be contested.",
            ],
        ),
        (
            ["West red takes 20", "West red holds 21", "West blue takes 22 says blue"],
            22,
            [
                "Without Paper r3 it would be held by the Red Front.",
                "Without taking a party's own word as weak it would be held by the Blue Army.",
            ],
        ),
        (
            ["West red takes 20", "West blue takes 22", "West red takes ../23"],
            23,
            [
                "Without Paper r1 it would be held by the Red Front.",
                "Without Paper r2 it would be held by the Red Front.",
                "Without Paper r3 it would be held by the Blue Army.",
                "Without taking what is told again for the old event it would be held by the Red Front.",
            ],
        ),
        (
            ["Seat red takes 20"],
            40,
            ["Without the staleness limit it would be held by the Red Front."],
        ),
        (
            ["Province red holds 20", "Province red holds 20 by Smith"],
            20,
            ["Without inheriting from the units above it would be unknown."],
        ),
        (
            ["Seat red takes 20", "Seat red takes 20 by Smith"],
            20,
            ["Without counting a seat for its district it would be unknown."],
        ),
    ],
)
def test_what_would_change_the_state(lines: list[str], day: int, sentences: list[str]) -> None:
    assert [flip.sentence for flip in flips(WEST, august(day), inquiry(findings(lines)))] == sentences


def test_the_fragile_districts_of_a_day_are_counted() -> None:
    lines = ["West red takes 20", "West red takes 20 by Smith", "East blue takes 20", "Village red takes 20"]
    day = fragile(august(21), inquiry(findings(lines)))
    assert (day.day, day.count, day.known, day.places) == ("2021-08-21", 1, 2, ("XX0102",))


def test_only_what_was_published_by_then_is_asked() -> None:
    lines = ["West red takes 20", "West blue takes 21 published 25"]
    ask = inquiry(findings(lines), known_by=august(24))
    assert state_on(WEST, august(24), ask).holder == "red"
    assert [deed.sentence for deed in deeds(WEST, august(24), ask)] == ["Counts on this day."]


def test_the_answers_are_ready_for_json() -> None:
    ask = inquiry(findings(["West red takes 20", "West blue takes 22"]))
    day = august(22)
    answers = [asdict(one) for one in (*deeds(WEST, day, ask), *flips(WEST, day, ask), fragile(day, ask))]
    assert json.loads(json.dumps(answers))[0]["outcome"] == "superseded"
