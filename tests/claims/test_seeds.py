"""The five seed reports, read whole: what each claims about which place, checked against the reports by eye."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from geo.claims.extract import Extraction, extract
from geo.profile import load_profile
from geo.reports.read import read_reports

if TYPE_CHECKING:
    from gazetteer import Gazetteer
    from geo.reports.report import Report

SEEDS = Path(__file__).parents[2] / "seeds"
ANDARAB, DEH_SALAH, PUL_E_HISAR = "AF0907", "AF0908", "AF0912"
PANJSHIR, BAGHLAN, KABUL, JALALABAD = "AF08", "AF09", "gn:1138958", "gn:1139715"
TAKEN_BY_RESISTANCE = {(place, "takes", "resistance", "asserted") for place in (ANDARAB, DEH_SALAH, PUL_E_HISAR)}
PANJSHIR_HELD = {(PANJSHIR, "holds", "resistance", "asserted")}

# First figures of the report's name → (place, action, side, assertion).
CLAIMS = {
    "000": TAKEN_BY_RESISTANCE
    | PANJSHIR_HELD  # "Afghanistan's last remaining holdout against the Taliban"
    | {
        (ANDARAB, "fights", "taliban", "asserted"),  # "are fighting it out in Andarab"
        (KABUL, "takes", "taliban", "asserted"),  # "after capturing the capital city Kabul"
        (PANJSHIR, "advances", "taliban", "asserted"),  # "can be seen moving towards Panjshir"
    },
    "001": PANJSHIR_HELD  # "the only region that hasn't yet fallen", "last stronghold", "holding the bastion"
    | {(place, "takes", "taliban", "asserted") for place in (ANDARAB, DEH_SALAH, PUL_E_HISAR)}  # "cleansed from evil"
    | {
        (PANJSHIR, "besieges", "taliban", "asserted"),  # "declared that it had surrounded the Panjshir"
        (PANJSHIR, "fights", "resistance", "asserted"),  # "launched an offensive … in the region"
        (PANJSHIR, "takes", "taliban", "asserted"),  # "captured three districts in the Panjshir Valley": a part only
    },
    "002": TAKEN_BY_RESISTANCE
    | PANJSHIR_HELD  # "the centre of the resistance", "the epicentre of the resistance"
    | {
        (KABUL, "takes", "taliban", "asserted"),  # "following the capture of Kabul"
        (KABUL, "advances", "taliban", "asserted"),  # "entered Kabul last week"
        (BAGHLAN, "fights", "resistance", "denied"),  # "denied the involvement of his forces in the recent attack"
        (PANJSHIR, "advances", "taliban", "asserted"),  # "heading for the Panjshir Valley"
        (PANJSHIR, "advances", "taliban", "planned"),  # "waiting for an order to attack"
        (ANDARAB, "fights", "taliban", "asserted"),  # "heavy fighting took place … in the attack in Andarab"
    },
    "003": PANJSHIR_HELD  # "Afghanistan's last holdout against the insurgent group"
    | {(PANJSHIR, "besieges", "taliban", "asserted")},  # "have blocked humanitarian access to Panjshir"
    "004": TAKEN_BY_RESISTANCE
    | PANJSHIR_HELD  # "the only part of the country confirmed to be beyond Taliban control"
    | {
        (DEH_SALAH, "advances", "resistance", "asserted"),  # "advancing towards the Deh Salah district"
        (JALALABAD, "fights", "taliban", "asserted"),  # "fired guns to disperse dozens of Afghans in Jalalabad"
    },
}
SPEAKERS = {
    ("000", ANDARAB, "takes"): {None},
    ("001", ANDARAB, "takes"): {"Taliban spokesman Zabihullah Mujahid"},
    ("001", PANJSHIR, "besieges"): {"the Taliban"},
    ("002", BAGHLAN, "fights"): {"Mossad"},
    ("002", ANDARAB, "takes"): {"Afghan media"},
    ("003", PANJSHIR, "besieges"): {"Amrullah Saleh"},
    ("004", DEH_SALAH, "advances"): {"Tajuden Soroush"},
}


@pytest.fixture(scope="module")
def found(gazetteer: Gazetteer) -> dict[str, tuple[Report, Extraction]]:
    profile = load_profile(SEEDS / "panjshir-2021.toml")
    reports = read_reports([SEEDS / "reports"]).reports
    return {report.id[:3]: (report, extract(report, profile, gazetteer)) for report in reports}


@pytest.mark.parametrize("number", CLAIMS)
def test_a_seed_report_gives_what_it_says_and_no_more(found: dict[str, tuple[Report, Extraction]], number: str) -> None:
    _, extraction = found[number]
    claims = {(c.place.id, str(c.action), c.actor and c.actor.id, str(c.assertion)) for c in extraction.claims}
    assert claims == CLAIMS[number]


@pytest.mark.parametrize(("key", "speakers"), SPEAKERS.items())
def test_a_claim_of_a_seed_report_has_its_speaker(
    found: dict[str, tuple[Report, Extraction]], key: tuple[str, str, str], speakers: set[str | None]
) -> None:
    number, place, action = key
    claims = [c for c in found[number][1].claims if (c.place.id, c.action) == (place, action)]
    assert {c.claimant and c.claimant.name for c in claims} == speakers


@pytest.mark.parametrize("number", CLAIMS)
def test_every_quote_of_a_seed_report_is_verbatim(found: dict[str, tuple[Report, Extraction]], number: str) -> None:
    report, extraction = found[number]
    for claim in extraction.claims:
        assert report.text[claim.start : claim.end] == claim.quote
        assert report.text[claim.place_start :].startswith(claim.place_text)


def test_danah_is_shown_as_not_placed(found: dict[str, tuple[Report, Extraction]]) -> None:
    assert "Danah" in {name.text for name in found["003"][1].unplaced}


def test_the_three_districts_were_taken_on_the_friday_that_the_media_reported(
    found: dict[str, tuple[Report, Extraction]],
) -> None:
    dated = {str(c.event_end) for c in found["004"][1].claims if c.action == "takes" and c.date_text}
    assert dated == {"2021-08-20"}


def test_a_part_of_panjshir_is_not_panjshir(found: dict[str, tuple[Report, Extraction]]) -> None:
    taken = [c for c in found["001"][1].claims if (c.place.id, c.action) == (PANJSHIR, "takes")]
    assert [c.partial for c in taken] == [True]


def test_up_to_60_killed_or_injured_says_nothing_of_the_least(found: dict[str, tuple[Report, Extraction]]) -> None:
    tolls = {(c.deaths_low, c.deaths_high) for c in found["002"][1].claims if c.claimant and "media" in c.claimant.name}
    assert tolls == {(0, 60)}
