"""Every profile of the library: chosen for reports of its war, and its sides read right."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from geo.choose import choose
from geo.claims.extract import extract
from geo.profile import library
from geo.reports.report import Report, Span

if TYPE_CHECKING:
    from gazetteer import Gazetteer
    from geo.claims.claim import Claim

WARS: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "wars.toml").read_text("utf-8"))["war"]
MARKS = {"denied": "!", "planned": "?", "asserted": ""}


def in_brief(claim: Claim) -> str:
    actor = claim.actor.id if claim.actor else "-"
    return f"{MARKS[claim.assertion]}{claim.place_text} {claim.action} {actor}"


@pytest.mark.parametrize("war", WARS, ids=[f"{war['profile']}-{war['published']}" for war in WARS])
def test_a_report_takes_the_profile_of_its_war_and_is_read_by_its_sides(
    war: dict[str, Any], gazetteer: Gazetteer
) -> None:
    text = war["text"].strip()
    report = Report("written", text, war["published"], "", "0" * 64, (Span(0, len(text)),))
    choice = choose(report, library(), gazetteer)
    assert (choice.profile.id, choice.why) == (war["profile"], "")
    found = {in_brief(claim) for claim in extract(report, choice.profile, gazetteer).claims}
    assert set(war["claims"]) <= found


def test_every_profile_has_sentences_of_its_war() -> None:
    assert {war["profile"] for war in WARS} == {profile.id for profile in library()}
