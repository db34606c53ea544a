"""Where claims come from: agencies credited, reprints, speakers; and what counts as two sources."""

from __future__ import annotations

import random
import tomllib
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest
from written_claims import august, claim

from geo.claims.claim import Attribution, Claimant
from geo.control.origins import credited, origins
from geo.control.reprints import reprints
from geo.reports.report import Report, Span

ROWS: list[dict[str, Any]] = tomllib.loads(files("geo.control").joinpath("credits.toml").read_text(encoding="utf-8"))[
    "credit"
]
WORDS = random.Random(0).sample([f"word{number}" for number in range(4000)], 4000)  # noqa: S311 - no secret


def report(report_id: str, text: str, day: int = 20, publisher: str | None = None) -> Report:
    return Report(report_id, text, august(day), "", "0" * 64, (Span(0, len(text)),), publisher=publisher)


def prose(first: int, stop: int) -> str:
    return " ".join(WORDS[first:stop])


@pytest.mark.parametrize("row", ROWS, ids=[row["example"] for row in ROWS])
def test_every_credit_finds_its_example(row: dict[str, Any]) -> None:
    assert credited(f"First line.\n{row['example']}", row["scope"]) == {row["agency"]}


@pytest.mark.parametrize(
    "text",
    [
        "Fighters set up camp in Kandahar.",
        "The apartment was hit by aa shell.",
        "(with inputs from residents)",
        "He was reported by his family as missing.",
        "The AP-2 road was cut.",
    ],
)
def test_what_is_no_agency_is_not_credited(text: str) -> None:
    assert credited(text, "report", "sentence") == frozenset()


@pytest.fixture(params=[0, 120], ids=["sieved", "all with all"], autouse=True)
def few(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What holds of few reports holds of many."""
    monkeypatch.setattr("geo.control.reprints.FEW", request.param)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (prose(0, 400), True),
        (f"A new lead of the desk. {prose(0, 400)} (with inputs from nobody)", True),
        (prose(0, 150), True),
        (prose(0, 260) + " " + prose(1000, 1140), True),
        (prose(0, 60) + " " + prose(1000, 1340), False),
        (prose(1000, 1400), False),
    ],
    ids=["the same", "with frills", "cut short", "edited", "with a paragraph in common", "another"],
)
def test_a_reprint_is_told_from_a_text_of_its_own(other: str, same: bool) -> None:  # noqa: FBT001 - a table
    first, second = report("b", prose(0, 400)), report("a", other, day=21)
    assert reprints([second, first]) == {"b": "b", "a": "b" if same else "a"}


def test_copies_of_copies_belong_together_in_whatever_order_they_are_given() -> None:
    texts = [report("a", prose(0, 300)), report("b", prose(100, 400), 21), report("c", prose(0, 400), 22)]
    assert reprints(texts) == reprints(texts[::-1]) == {"a": "a", "b": "a", "c": "a"}


def test_short_texts_are_copies_only_where_they_are_equal() -> None:
    texts = [
        report("a", "red took West today"),
        report("b", "Red took West today!"),
        report("c", "red took East today"),
    ]
    assert reprints(texts) == {"a": "a", "b": "a", "c": "c"}


def independent(one: str, other: str, reports: tuple[Report, Report]) -> bool:
    first, second = claim(one, report="a"), claim(other, report="b")
    found = origins(reports, [first, second])
    return found[first.id].isdisjoint(found[second.id])


APART = (report("a", prose(0, 300)), report("b", prose(1000, 1300)))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("West red takes 20", "West red takes 21", True),
        ("West red takes 20 by media", "West red takes 21", True),
        ("West red takes 20 by media", "West red takes 21 by residents", False),
        ("West red takes 20 by Smith", "West red takes 21 by Jones", True),
        ("West red takes 20 by Smith", "West red takes 21 by Smith", False),
        ("West red takes 20 by Reuters", "West red takes 21 by Reuters", False),
        ("West red takes 20 says red", "West red takes 21 says red", False),
        ("West red takes 20 says red", "West red takes 21 says blue", True),
        ("West red takes 20 says red", "West red takes 21", True),
    ],
)
def test_two_claims_are_independent_unless_one_voice_is_behind_both(one: str, other: str, expected: bool) -> None:  # noqa: FBT001 - a table
    assert independent(one, other, APART) is expected


@pytest.mark.parametrize(
    "reports",
    [
        (report("a", prose(0, 300), publisher="The Paper"), report("b", prose(1000, 1300), publisher="the paper ")),
        (report("a", prose(0, 300)), report("b", prose(20, 320))),
        (report("a", prose(0, 300) + " (with inputs from AFP)"), report("b", "KABUL (AFP) - " + prose(1000, 1300))),
    ],
    ids=["one publisher", "one text", "one agency"],
)
def test_two_reports_are_one_source(reports: tuple[Report, Report]) -> None:
    assert not independent("West red takes 20", "West red takes 21", reports)


def test_the_same_long_sentence_is_the_same_source_wherever_it_is_printed() -> None:
    words = "West red takes 20 published 21"
    first, second = claim(words, report="a"), claim(words, report="b")
    found = origins(APART, [first, second])
    assert found[first.id] & found[second.id]


def test_hearsay_without_a_name_cannot_be_told_from_other_hearsay() -> None:
    said = replace(claim("West red takes 20", report="a"), attribution=Attribution.REPORTED)
    media = replace(said, report="b", claimant=Claimant("Afghan media reports on Friday", "media"))
    found = origins(APART, [said, media])
    assert found[said.id] & found[media.id] == {"unnamed"}
