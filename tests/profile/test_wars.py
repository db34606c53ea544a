"""Every profile of the library: chosen for reports of its war, and its sides read right."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from geo.choose import choose
from geo.claims.extract import extract
from geo.profile import Profile, library
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


def test_a_militia_on_the_side_of_a_state_is_still_what_the_group_points_back_to(gazetteer: Gazetteer) -> None:
    text = "The TDF left Alamata in Ethiopia. The Amhara militia met the army. The group took Korem."
    report = Report("written", text, date(2021, 7, 13), "", "0" * 64, (Span(0, len(text)),))
    claims = extract(report, choose(report, library(), gazetteer).profile, gazetteer).claims
    assert "Korem takes ethiopia" in {in_brief(claim) for claim in claims}


def test_without_a_profile_the_government_is_the_state_not_rebels_of_its_nation(gazetteer: Gazetteer) -> None:
    text = "Syrian rebels took Homs. The government left Hama. Aleppo in Syria is quiet. Syrian troops took Idlib."
    report = Report("written", text, date(2016, 7, 13), "", "0" * 64, (Span(0, len(text)),))
    found = {in_brief(claim) for claim in extract(report, Profile(), gazetteer).claims}
    assert {"Homs takes rebels", "Hama loses sy", "Idlib takes sy"} <= found
