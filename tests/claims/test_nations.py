"""Officials and capitals speak for a side only where their state fights in the report."""

from __future__ import annotations

import pytest
from written_reports import read

WAR = "Russian troops shelled [Kherson]. Ukrainian troops held [Mykolaiv]. "
SPEAKERS = [
    ("The Russian defence ministry said the army had taken [Lyman].", "party", "ru", "claimed"),
    ("The British defence ministry said Ukrainian troops had taken [Lyman].", "official", None, "reported"),
    ("[Turkey|country]'s defence ministry said Ukrainian troops had taken [Lyman].", "official", None, "reported"),
    ("[Ukraine|country]'s defence ministry said its troops had taken [Lyman].", "party", "ua", "claimed"),
    ("A Ukrainian official said rebels had taken [Lyman].", "party", "ua", "claimed"),
    ("A French diplomat said rebels had taken [Lyman].", "official", None, "reported"),
]


@pytest.mark.parametrize(("sentence", "kind", "side", "attribution"), SPEAKERS)
def test_an_official_speaks_for_the_state_that_fights(
    sentence: str, kind: str, side: str | None, attribution: str
) -> None:
    claim = read(WAR + sentence)[-1]
    assert claim.claimant is not None
    assert (claim.place.name, claim.claimant.kind, claim.claimant.side, claim.attribution) == (
        "Lyman",
        kind,
        side,
        attribution,
    )


def test_it_behind_a_verb_of_saying_is_the_speaker() -> None:
    claim = read(WAR + "The Russian defence ministry said it had taken [Lyman].")[-1]
    assert (claim.place.name, claim.actor and claim.actor.id) == ("Lyman", "ru")
