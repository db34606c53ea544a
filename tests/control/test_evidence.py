"""What there is to read about a place on a day."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest
from written_claims import august
from written_findings import findings

from geo.control.casebook import casebook
from geo.control.evidence import Evidence, evidence


def read(lines: list[str], day: int, place: str = "XX0101") -> Evidence:
    return evidence(place, august(day), casebook(findings(lines)))


def headings(found: Evidence) -> list[tuple[str, list[str]]]:
    return [(group.heading, [quote.report for quote in group.quotes]) for group in found.groups]


ANDARAB = [
    "West red takes 20 by media",
    "West red takes ../21",
    "West blue fights 22 from red",
    "West blue takes ../25 says blue",
    "West red takes 22 denied says blue",
    "West blue takes 24 planned says blue",
    "East red takes 20",
]


@pytest.mark.parametrize(
    ("lines", "day", "expected"),
    [
        ([], 20, []),
        (ANDARAB, 19, []),
        (ANDARAB, 20, [("For the Red Front", ["r1"])]),
        (
            ANDARAB,
            25,
            [
                ("Blue Army's word", ["r4"]),
                ("For the Red Front", ["r2", "r1"]),
                ("Fighting and movements", ["r3"]),
                ("Denied", ["r5"]),
                ("Planned", ["r6"]),
            ],
        ),
        (ANDARAB, 39, [("Blue Army's word", ["r4"])]),
        (["West red takes 20 by party"], 20, [("Others say", ["r1"])]),
        (["West green takes 20"], 20, [("For Green", ["r1"])]),
        (["West red loses 20"], 20, [("Against the Red Front", ["r1"])]),
        (["West red loses 20 from blue"], 20, [("For the Blue Army", ["r1"])]),
        (["West - takes 20"], 20, [("No side named", ["r1"])]),
        (["Seat red takes 20"], 20, [("For the Red Front", ["r1"])]),
        (["Village red takes 20"], 20, []),
        (["Province red holds 20", "Province blue besieges 21"], 21, [
            ("For the Red Front", ["r1"]),
            ("Fighting and movements", ["r2"]),
        ]),
        (["Province red holds 20", "West blue takes 21"], 21, [("For the Blue Army", ["r2"])]),
    ],
)  # fmt: skip
def test_fresh_claims_are_grouped_by_who_says_them(
    lines: list[str], day: int, expected: list[tuple[str, list[str]]]
) -> None:
    assert headings(read(lines, day)) == expected


def test_a_quote_is_verbatim_and_marks_the_name_of_the_place() -> None:
    quote = read(ANDARAB, 25).groups[0].quotes[0]
    assert quote.text[quote.mark_start : quote.mark_end] == "West"
    assert (quote.badge, quote.claimant, quote.publisher) == ("claimed", "Speaker blue", "Paper r4")
    assert (quote.event_start, quote.event_end, quote.published) == ("", "2021-08-25", "2021-08-25")
    assert (quote.when, quote.date_text, quote.sides) == ("by 25 August", "../25", ("blue",))


def test_only_the_claims_behind_the_state_are_marked_so() -> None:
    found = read(["West red takes 20", "West blue takes 25"], 25)
    assert {quote.report: quote.behind for group in found.groups for quote in group.quotes} == {"r1": False, "r2": True}


def test_every_claim_behind_the_state_is_shown() -> None:
    lines = ["Province blue besieges 22", "Country red holds 20"]
    found = read(lines, 23)
    assert (found.status, found.inherited_from) == ("besieged", "Country")
    assert {quote.report for group in found.groups for quote in group.quotes if quote.behind} == {"r1", "r2"}


def test_evidence_is_ready_for_json() -> None:
    found = read(ANDARAB, 25)
    assert json.loads(json.dumps(asdict(found)))["headline"] == "Contested since 22 August."
    assert (found.status, found.holder, found.rivals, found.since) == ("contested", "", ("blue", "red"), "2021-08-22")
