"""The fields of a correction: what nobody touched stays as it was."""

from __future__ import annotations

import pytest

from geo.app.review_fields import NOBODY, party_named
from geo.claims.claim import Party

ONE, NAMESAKE = Party("is", "Islamic State", "IS"), Party("islamic-state", "Islamic State", "the group")
KNOWN = {party.id: party for party in (ONE, NAMESAKE)}


@pytest.mark.parametrize(
    ("name", "now", "side"),
    [
        ("Islamic State", NAMESAKE, "islamic-state"),
        ("Islamic State", None, "is"),
        ("Blue Army", ONE, "blue-army"),
        (NOBODY, ONE, None),
        (None, ONE, None),
    ],
)
def test_of_several_sides_of_one_name_the_one_that_stood_there_is_meant(
    name: str | None, now: Party | None, side: str | None
) -> None:
    found = party_named(name, now, KNOWN)
    assert (found.id if found else None) == side
