"""Laws of bases, clocks and further reports: what must not change a state does not."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pytest
from drawn_claims import REPORTED
from hypothesis import given, settings
from hypothesis import strategies as st
from written_claims import END, PLACES, START
from written_findings import PROFILE

from geo.control import fold, refold
from geo.control.answer import basis_named
from geo.control.clock import Clock
from geo.control.period import ControlPeriod, Status
from geo.reports.report import Report, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from random import Random

    from gazetteer.place import Place
    from geo.claims.claim import Claim
    from geo.profile import Profile

BASES = ("claims", "corroborated", "red")


@dataclass(frozen=True, slots=True)
class Folded:
    """What refolding starts from."""

    claims: tuple[Claim, ...]
    periods: tuple[ControlPeriod, ...]
    reports: tuple[Report, ...] = ()
    profile: Profile = PROFILE
    places: Mapping[str, Place] = field(default_factory=lambda: PLACES)
    start: date = START
    end: date = END


def reports(claims: Iterable[Claim]) -> list[Report]:
    """A report of words of its own for each that the claims name; `copy-r1` has the text of `r1` and another head."""
    ids = sorted({one.report for one in claims})
    return [_report(one, " ".join(f"{one.removeprefix('copy-')}word{number}" for number in range(60))) for one in ids]


def _report(report_id: str, text: str) -> Report:
    head = "From our correspondent. " if report_id.startswith("copy-") else ""
    body = (Span(0, len(head + text)),)
    # Copies are published after all that they may copy.
    day = END if head else START
    return Report(report_id, head + text, day, "", "0" * 64, body, publisher=f"Paper {report_id}")


def folded(claims: list[Claim], basis: str, clock: Clock = Clock.EVENT) -> tuple[ControlPeriod, ...]:
    chosen = basis_named(basis, PROFILE, reports(claims), claims)
    return fold(claims, PLACES, start=START, end=END, stale_after_days=14, basis=chosen, clock=clock)


def states(periods: Iterable[ControlPeriod]) -> list[tuple[object, ...]]:
    """The states of each place, without the claims behind them, neighbours of the same state joined."""
    found: list[tuple[object, ...]] = []
    for one in periods:
        state = (one.place, one.status, one.holder, one.rivals, one.inherited_from)
        if not found or found[-1][1:] != state:
            found.append((one.start, *state))
    return found


@pytest.mark.parametrize("clock", Clock)
@pytest.mark.parametrize("basis", BASES)
@settings(max_examples=25)
@given(claims=REPORTED, random=st.randoms(use_true_random=False))
def test_the_order_of_claims_never_matters(basis: str, clock: Clock, claims: list[Claim], random: Random) -> None:
    shuffled = random.sample(claims, len(claims))
    assert folded(shuffled, basis, clock) == folded(claims, basis, clock)


@settings(max_examples=60)
@given(claims=REPORTED, reprinted=st.sets(st.sampled_from(["r1", "r2", "r3"])))
def test_a_reprint_changes_nothing_where_claims_must_be_corroborated(claims: list[Claim], reprinted: set[str]) -> None:
    copies = [replace(one, report=f"copy-{one.report}") for one in claims if one.report in reprinted]
    assert states(folded(claims + copies, "corroborated")) == states(folded(claims, "corroborated"))


@settings(max_examples=60)
@given(claims=REPORTED)
def test_one_source_alone_corroborates_nothing_but_what_speaks_against_it(claims: list[Claim]) -> None:
    alone = [replace(one, report="r1") for one in claims if one.claimant is None or one.claimant.side is None]
    assert {one.status for one in folded(alone, "corroborated")} == {Status.UNKNOWN}


@pytest.mark.parametrize("basis", BASES)
@pytest.mark.parametrize("clock", Clock)
@settings(max_examples=25)
@given(claims=REPORTED, more=REPORTED)
def test_claims_about_one_district_never_change_another(
    basis: str, clock: Clock, claims: list[Claim], more: list[Claim]
) -> None:
    west = [one for one in more if one.place.name in {"West", "Seat", "Village"}]
    before, after = folded(claims, basis, clock), folded(claims + west, basis, clock)
    # A short sentence is never the same source, so further reports change no other claim's worth.
    here = {"XX0101", "gn:1", "gn:2"}
    assert [one for one in after if one.place not in here] == [one for one in before if one.place not in here]


@pytest.mark.parametrize("basis", BASES)
@settings(max_examples=25)
@given(claims=REPORTED)
def test_what_a_side_says_and_what_is_corroborated_rest_on_claims_that_were_made(
    basis: str, claims: list[Claim]
) -> None:
    behind = {claim for one in folded(claims, basis) for claim in one.claims}
    assert behind <= {one.id for one in claims}
    if basis == "red":
        assert {one.claimant and one.claimant.side for one in claims if one.id in behind} <= {"red"}


@pytest.mark.parametrize("clock", Clock)
@settings(max_examples=40)
@given(claims=REPORTED, more=REPORTED)
def test_refolding_gives_what_folding_everything_gives(clock: Clock, claims: list[Claim], more: list[Claim]) -> None:
    before = Folded(tuple(claims), folded(claims, "claims", clock))
    assert refold(before, more, clock=clock) == folded(claims + more, "claims", clock)


@given(claims=REPORTED, more=REPORTED)
@settings(max_examples=40)
def test_refolding_leaves_alone_what_the_new_claims_do_not_reach(claims: list[Claim], more: list[Claim]) -> None:
    before = Folded(tuple(claims), folded(claims, "claims"))
    west = [one for one in more if one.place.name == "West"]
    after = {id(one) for one in refold(before, west)}
    assert all(id(one) in after for one in before.periods if one.place not in {"XX0101", "gn:1", "gn:2"})


def test_no_claims_leave_everything_unknown() -> None:
    for basis in BASES:
        assert {(one.status, one.start, one.end) for one in folded([], basis)} == {(Status.UNKNOWN, START, END)}
