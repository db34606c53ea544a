"""The seed reports, from their files to the state of every day, with a reason for each change."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from geo.control import control, fold
from geo.control.answer import basis_named
from geo.control.clock import Clock
from geo.control.inquiry import inquiry
from geo.control.sensitivity import fragile
from geo.pipeline import Dataset, build_dataset
from geo.profile import load_profile

if TYPE_CHECKING:
    from gazetteer import Gazetteer

DAYS = [date(2021, 8, 15) + timedelta(days=number) for number in range(27)]
Steps = list[tuple[str, str, str]]
NOTHING = ("08-15", "unknown", "no report speaks of it yet")

TAKEN = ("08-20", "held resistance", "media of that Friday report that the resistance recaptured it")
CLAIMED_BACK = ("08-25", "contested", "the Taliban's spokesman says that it is cleansed; nobody else does")
AGED = ("09-07", "claimed taliban", "the last report of the resistance's capture is 15 days old")
GONE = ("09-09", "unknown", "so is the Taliban's claim")
DEH_SALAH = [NOTHING, TAKEN, CLAIMED_BACK, AGED, GONE]
ANDARAB = [NOTHING, TAKEN, ("08-22", "contested", "a massive battle has broken out in Andarab"), AGED, GONE]
PANJSHIR = [
    NOTHING,
    ("08-21", "held resistance", "the only part of the country beyond Taliban control"),
    ("08-25", "besieged resistance", "the Taliban say that they surround it; the resistance holds the bastion"),
]
KABUL = [
    NOTHING,
    ("08-22", "held taliban", "a report says that they have captured the capital; it does not say when"),
    ("09-07", "unknown", "nobody says so again"),
]
BACKED = [
    NOTHING,
    ("08-22", "held resistance", "a second report, that does not go back to AFP, says so"),
    ("09-07", "unknown", "the last of them is 15 days old"),
]
KNOWN_TAKEN = ("08-21", "held resistance", "published only on the Saturday")
PROVINCE = {f"AF080{number}": PANJSHIR for number in range(1, 8)} | {"AF08": PANJSHIR}

GOLDEN: dict[tuple[str, Clock], dict[str, Steps]] = {
    ("claims", Clock.EVENT): {
        "AF0907": ANDARAB, "AF0908": DEH_SALAH, "AF0912": DEH_SALAH, "AF0101": KABUL, **PROVINCE,
    },
    ("claims", Clock.KNOWN): {
        "AF0907": [NOTHING, KNOWN_TAKEN, *ANDARAB[2:]],
        "AF0908": [NOTHING, KNOWN_TAKEN, *DEH_SALAH[2:]],
        "AF0912": [NOTHING, KNOWN_TAKEN, *DEH_SALAH[2:]],
        "AF0101": KABUL,
        **PROVINCE,
    },
    ("corroborated", Clock.EVENT): {
        "AF0907": BACKED,
        "AF0908": BACKED,
        "AF0912": BACKED,
        "AF0101": [NOTHING, ("08-23", "held taliban", "a second report says so"), KABUL[2]],
        "AF0801": [
            NOTHING,
            ("08-22", "held resistance", "a second report says so"),
            ("09-04", "besieged resistance", "a leader of the resistance says himself that the Taliban block access"),
        ],
    },
    ("taliban", Clock.EVENT): {
        "AF0908": [NOTHING, ("08-25", "held taliban", "their spokesman says so"), GONE],
        "AF0801": [NOTHING],
    },
    ("resistance", Clock.EVENT): {"AF0908": [NOTHING]},
}  # fmt: skip


@pytest.fixture(scope="module")
def seeds(gazetteer: Gazetteer) -> Dataset:
    return build_dataset([Path("seeds/reports")], load_profile(Path("seeds/panjshir-2021.toml")), gazetteer)


@pytest.mark.parametrize(("basis", "clock"), GOLDEN, ids=[f"{basis}, {clock} clock" for basis, clock in GOLDEN])
def test_the_state_of_every_day_has_its_reason(seeds: Dataset, basis: str, clock: Clock) -> None:
    periods = fold(
        seeds.claims,
        seeds.places,
        start=seeds.start,
        end=seeds.end,
        stale_after_days=seeds.profile.stale_after_days,
        basis=basis_named(basis, seeds.profile, seeds.reports, seeds.claims),
        clock=clock,
    )
    for place, steps in GOLDEN[basis, clock].items():
        states = {
            day: f"{one.status} {one.holder or ''}".strip()
            for one in periods
            if one.place == place
            for day in DAYS
            if one.start <= day < one.end
        }
        expected = {day: max(step for step in steps if step[0] <= f"{day:%m-%d}")[1] for day in DAYS}
        assert states == expected, place


def test_panjshirs_seven_districts_inherit_from_their_province(seeds: Dataset) -> None:
    rows = [row for row in control(seeds, on=date(2021, 8, 26)) if row.place_id.startswith("AF080")]
    assert {(row.status, row.holder, row.rivals, row.since.day, row.inherited_from) for row in rows} == {
        ("besieged", "resistance", ("taliban",), 25, "AF08")
    }
    assert len(rows) == 7


def test_what_was_known_by_22_august_holds_no_recapture_by_the_taliban(seeds: Dataset) -> None:
    rows = {row.place_id: row for row in control(seeds, on=date(2021, 8, 26), known_by=date(2021, 8, 22))}
    assert {rows[place].holder for place in ("AF0907", "AF0908", "AF0912")} == {"resistance"}
    said = {claim for row in rows.values() for claim in row.claims}
    assert {claim.published.day for claim in seeds.claims if claim.id in said} == {21, 22}


def test_every_quote_behind_a_state_stands_in_its_report(seeds: Dataset) -> None:
    texts = {report.id: report.text for report in seeds.reports}
    behind = {claim for period in seeds.periods for claim in period.claims}
    quotes = [claim for claim in seeds.claims if claim.id in behind]
    assert len(quotes) == len(behind) > 20
    assert all(texts[claim.report][claim.start : claim.end] == claim.quote for claim in quotes)


def test_without_reports_everything_is_unknown(seeds: Dataset) -> None:
    rows = control(seeds, on=date(2021, 8, 25), known_by=date(2021, 8, 20))
    assert {row.status for row in rows} == {"unknown"}
    assert len(rows) == len(seeds.places) > 400


def test_most_districts_hang_on_one_report_until_a_second_one_comes(seeds: Dataset) -> None:
    ask = inquiry(seeds)
    counts = {day: fragile(date(2021, 8, day), ask) for day in (20, 21, 23)}
    assert {day: (one.count, one.known) for day, one in counts.items()} == {20: (3, 3), 21: (10, 10), 23: (0, 11)}
