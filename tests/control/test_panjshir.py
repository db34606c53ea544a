"""The golden table of the seeds: what their claims, as labelled, amount to day by day, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from written_claims import claim

from gazetteer.place import Kind, Place
from geo.control.fold import fold

if TYPE_CHECKING:
    from geo.claims.claim import Claim
    from geo.control.period import ControlPeriod


def district(place_id: str, name: str) -> Place:
    return Place(place_id, name, Kind.DISTRICT, 69.5, 35.5, "AF", (place_id[:4], "AF"))


DISTRICTS = {"AF0907": "Andarab", "AF0908": "Deh Salah", "AF0912": "Pul-e Hisar", "AF0101": "Kabul"}
DISTRICTS |= {f"AF080{number}": f"Panjshir {number}" for number in range(1, 8)}
PLACES = {place_id: district(place_id, name) for place_id, name in DISTRICTS.items()}
PLACES["AF08"] = Place("AF08", "Panjshir", Kind.PROVINCE, 69.8, 35.4, "AF", ("AF",))
PLACES["gn:1138958"] = Place("gn:1138958", "Kabul", Kind.CITY, 69.2, 34.5, "AF", ("AF0101", "AF"), seat_of="AF0101")

# Place, then the claim as the labels have it.
LABELS = [
    *((place, "takes 20 by media again") for place in ("AF0907", "AF0908", "AF0912")),
    *((place, "takes 21 by Soroush undated again") for place in ("AF0907", "AF0912")),
    ("AF0908", "advances 21 by Soroush"),
    ("AF08", "holds 21 undated"),
    ("AF0907", "fights 22 from taliban undated"),
    *((place, "takes 22 undated") for place in ("AF0907", "AF0908", "AF0912")),
    ("gn:1138958", "taliban takes 22 undated"),
    ("AF08", "holds 22 undated"),
    ("AF08", "taliban advances 22 undated"),
    *((place, "takes 23 by media undated again") for place in ("AF0907", "AF0908", "AF0912")),
    ("AF0907", "fights 23 from taliban by media undated"),
    ("AF08", "holds 23 by ANI undated"),
    ("AF08", "taliban fights 23/.. by ANI planned"),
    ("AF08", "taliban besieges 25 undated"),
    ("AF08", "holds 25 undated"),
    *((place, "taliban takes 25 undated says taliban again") for place in ("AF0907", "AF0908", "AF0912")),
    ("AF08", "holds 35 undated"),
]


def labelled(place_id: str, words: str) -> Claim:
    side = "" if words.startswith("taliban") else "resistance "
    return replace(claim(f"West {side}{words}"), place=PLACES[place_id])


@pytest.fixture(scope="module")
def periods() -> tuple[ControlPeriod, ...]:
    claims = [labelled(*label) for label in LABELS]
    return fold(claims, PLACES, start=date(2021, 8, 15), end=date(2021, 9, 11), stale_after_days=14)


ANDARAB = [
    ("2021-08-15", "unknown", "no report speaks of it yet"),
    ("2021-08-20", "held resistance", "media of that Friday report its capture"),
    ("2021-08-22", "contested", "a battle has broken out in it"),
    ("2021-08-25", "contested", "the Taliban's spokesman claims it against the reports; the fighting is over"),
    ("2021-09-07", "claimed taliban", "the last report of the resistance's capture is 15 days old"),
    ("2021-09-09", "unknown", "so is the Taliban's claim"),
]
DEH_SALAH = [step for step in ANDARAB if step[0] != "2021-08-22"]
PANJSHIR = [
    ("2021-08-15", "unknown", "no report speaks of it yet"),
    ("2021-08-21", "held resistance", "the only part beyond Taliban control"),
    ("2021-08-25", "besieged resistance", "the Taliban surround it, the resistance holds it"),
    ("2021-09-09", "held resistance", "the siege was last reported 15 days ago; the holdout 5"),
]
KABUL = [
    ("2021-08-15", "unknown", "the reports that come later do not say when it was taken"),
    ("2021-08-22", "held taliban", "a report of that day says that the Taliban have captured it"),
    ("2021-09-06", "unknown", "and no later one counts"),
]
GOLDEN = {
    "AF0907": ANDARAB,
    "AF0908": DEH_SALAH,
    "AF0912": DEH_SALAH,
    "AF0101": KABUL,
    "AF08": PANJSHIR,
    **{f"AF080{number}": PANJSHIR for number in range(1, 8)},
}


@pytest.mark.parametrize(("place", "steps"), GOLDEN.items(), ids=GOLDEN)
def test_the_state_of_every_day_has_its_reason(
    periods: tuple[ControlPeriod, ...], place: str, steps: list[tuple[str, str, str]]
) -> None:
    for period in (one for one in periods if one.place == place):
        for ordinal in range(period.start.toordinal(), period.end.toordinal()):
            day = date.fromordinal(ordinal).isoformat()
            first, state, _ = max(step for step in steps if step[0] <= day)
            assert (day, f"{period.status} {period.holder or ''}".strip()) == (day, state), first


def test_panjshirs_districts_inherit_from_the_province(periods: tuple[ControlPeriod, ...]) -> None:
    inherited = [one for one in periods if one.place.startswith("AF080") and one.claims]
    assert {one.inherited_from for one in inherited} == {"AF08"}
    assert {one.rivals for one in inherited if one.status == "besieged"} == {("taliban",)}
