"""The fold in columns and the fold claim by claim are the same rules; the clock of what was known is exact."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from drawn_claims import REPORTED
from hypothesis import given, settings
from hypothesis import strategies as st
from written_claims import END, PLACES, START, august, claim
from written_origins import written_origins

from geo.control.basis import CLAIMS, Basis, corroborated, says
from geo.control.clock import Clock
from geo.control.fold import fold, fold_known
from geo.control.plain import plain_fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.claims.claim import Claim
    from geo.control.period import ControlPeriod

BASES: dict[str, Callable[[list[Claim]], Basis]] = {
    "claims": lambda _: CLAIMS,
    "corroborated": lambda claims: corroborated(written_origins(claims)),
    "red": lambda _: says("red"),
    "nobody": lambda _: says("nobody"),
}


@pytest.mark.parametrize("clock", Clock)
@pytest.mark.parametrize("basis", BASES)
@settings(max_examples=50)
@given(claims=REPORTED, stale=st.integers(1, 20))
def test_both_folds_agree(basis: str, clock: Clock, claims: list[Claim], stale: int) -> None:
    chosen = BASES[basis](claims)
    fast = fold(claims, PLACES, start=START, end=END, stale_after_days=stale, basis=chosen, clock=clock)
    plain = plain_fold(claims, PLACES, start=START, end=END, stale_after_days=stale, basis=chosen, clock=clock)
    assert fast == plain


def on(day: int, periods: tuple[ControlPeriod, ...]) -> list[tuple[object, ...]]:
    """The states of all places on a day, without their days."""
    return [
        (one.place, one.status, one.holder, one.rivals, one.inherited_from, one.claims)
        for one in periods
        if one.start <= august(day) < one.end
    ]


@pytest.mark.parametrize("basis", BASES)
@settings(max_examples=50)
@given(claims=REPORTED, day=st.integers(15, 41), stale=st.integers(1, 16))
def test_a_day_as_known_then_is_the_fold_of_what_was_published_by_then(
    basis: str, claims: list[Claim], day: int, stale: int
) -> None:
    chosen = BASES[basis](claims)
    known = [one for one in claims if one.published <= august(day)]
    then = fold(known, PLACES, start=START, end=END, stale_after_days=stale, basis=chosen)
    assert on(day, fold_known(claims, PLACES, start=START, end=END, stale_after_days=stale, basis=chosen)) == on(
        day, then
    )


def test_what_is_published_late_was_not_known_before() -> None:
    claims = [claim("West red takes 20 published 25"), claim("West blue takes 22")]
    by_event = fold(claims, PLACES, start=START, end=END, stale_after_days=14)
    by_known = fold_known(claims, PLACES, start=START, end=END, stale_after_days=14)
    steps = {
        clock: [(one.start, one.holder) for one in periods if one.place == "XX0101"]
        for clock, periods in (("event", by_event), ("known", by_known))
    }
    assert steps == {
        "event": [(START, None), (august(20), "red"), (august(22), "blue"), (august(37), None)],
        "known": [(START, None), (august(22), "blue"), (august(37), None)],
    }
    assert by_known[-1].end == END
    assert timedelta(days=27) == END - START
