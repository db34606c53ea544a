"""A short reply denies what was said right before it."""

from __future__ import annotations

import pytest
from written_reports import PROFILE, brief, read, report_of

from geo.claims.reading.replies import RULE

DENIED = [
    "The Red Front took [Goma]. Bahn rejected this.",
    "The Red Front took [Goma]. The Blue Army denied the claim.",
    "The Red Front took [Goma], residents said. Bahn dismissed the reports as propaganda.",
    "The Red Front took [Goma]. The Blue Army, however, denied these claims on Friday.",
    "The Red Front took [Goma], Rua said; Bahn denied it.",
    "[Goma] was taken by the Red Front. Bahn has refuted that.",
    "[Goma] was taken by the Red Front.\n\nThe governor denied the report.",
]
NOT_DENIED = [
    "The Red Front took [Goma]. Bahn did not deny this.",
    "The Red Front took [Goma]. Bahn never rejected the claim.",
    "The Red Front took [Goma]. Bahn denied the Blue Army had left [Sake].",
    "The Red Front took [Goma]. People fled. Bahn denied this.",
    "The Red Front took [Goma]. Bahn rejected this offer of talks.",
    "The Red Front took [Goma]. Bahn rejected the peace plan.",
    "The Red Front took [Goma]. Bahn confirmed this.",
    "The Red Front shelled [Lost|?]; Bahn denied this.",
]


@pytest.mark.parametrize("text", DENIED)
def test_a_short_reply_denies_the_claims_before_it(text: str) -> None:
    assert brief(text, profile=PROFILE) == ["Goma takes red", "Goma takes red denied"]


@pytest.mark.parametrize("text", NOT_DENIED)
def test_another_sentence_denies_nothing_before_it(text: str) -> None:
    assert not [claim for claim in read(text, profile=PROFILE) if claim.rule == RULE]


def test_the_quote_of_a_denial_runs_from_what_is_denied_to_the_end_of_the_reply() -> None:
    text = "It rained. The Red Front took [Goma] and [Sake]. Bahn rejected this. It rained."
    report, _ = report_of(text)
    denials = [claim for claim in read(text, profile=PROFILE) if claim.rule == RULE]
    assert len(denials) == 2
    for claim in denials:
        assert claim.quote == "The Red Front took Goma and Sake. Bahn rejected this."
        assert report.text[claim.start : claim.end] == claim.quote
        assert report.text[claim.place_start :].startswith(claim.place_text)
        assert (claim.claimant and claim.claimant.side, str(claim.attribution)) == ("blue", "claimed")


def test_a_reply_denies_every_place_of_a_list() -> None:
    found = brief("The Red Front took [Goma] and [Sake]. Bahn rejected this.", profile=PROFILE)
    assert found == ["Goma takes red", "Goma takes red denied", "Sake takes red", "Sake takes red denied"]
