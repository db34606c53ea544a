"""Quotes as W3C Web Annotations."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode
from dataclasses import replace
from typing import Any

import pytest
from written_claims import claim
from written_contents import HOSTILE, file_of, hostile, of, written
from written_findings import found_in

TEXT = "Before. \N{GREEK SMALL LETTER ALPHA}\U0001f6a9 West red takes 20, they said. After."


def annotations(data: bytes) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = json.loads(data)["first"]["items"]
    return items


def in_a_text(url: str | None = None) -> list[dict[str, Any]]:
    """The annotations of one claim that stands in the middle of a text."""
    start = TEXT.index("West")
    one = claim("West red takes 20")
    quote = TEXT[start : start + 20]
    found = found_in([replace(one, quote=quote, start=start, end=start + 20, place_start=start)])
    report = replace(found.reports[0], text=TEXT, sha256="ab" * 32, url=url)
    return annotations(file_of(of(replace(found, reports=(report,))), "annotations"))


def selectors(target: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {one["type"]: one for one in target["selector"]}


def test_every_claim_is_an_annotation_and_the_collection_counts_them() -> None:
    collection = json.loads(file_of(written(), "annotations"))
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (collection["type"], collection["total"]) == ("AnnotationCollection", 6)
    assert len(collection["first"]["items"]) == 6
    assert {one["type"] for one in collection["first"]["items"]} == {"Annotation"}
    assert "Quotes belong to their publishers." in collection["rights"]


def test_both_selectors_find_the_quote_in_the_text() -> None:
    (one,) = in_a_text()
    found = selectors(one["target"])
    position, quote = found["TextPositionSelector"], found["TextQuoteSelector"]
    assert TEXT[position["start"] : position["end"]] == quote["exact"]
    assert TEXT.count(quote["prefix"] + quote["exact"] + quote["suffix"]) == 1


def test_the_text_is_known_by_its_checksum_and_the_page_by_its_address() -> None:
    read, page = in_a_text("https://example.org/report")[0]["target"]
    method, _, digest = read["source"]["id"].partition(";")
    assert method == "ni:///sha-256"
    assert urlsafe_b64decode(digest + "=").hex() == "ab" * 32
    assert read["source"]["via"] == "https://example.org/report"
    assert page["source"] == "https://example.org/report"
    assert set(selectors(page)) == {"TextQuoteSelector"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "West red takes 20 from blue denied says blue",
            "Red takes West against Blue (denied), says Speaker blue; 2021-08-20 to 2021-08-20",
        ),
        ("Seat - fights ../21", "somebody fights Seat; … to 2021-08-21"),
    ],
)
def test_the_body_tells_the_claim_in_words(words: str, told: str) -> None:
    (one,) = annotations(file_of(of(found_in([claim(words)])), "annotations"))
    assert one["body"][0]["value"] == told


def test_of_a_place_that_is_meant_in_part_only_a_part_is_told() -> None:
    (one,) = annotations(file_of(of(found_in([replace(claim("West red takes 20"), partial=True)])), "annotations"))
    assert one["body"][0]["value"] == "Red takes part of West; 2021-08-20 to 2021-08-20"


def test_a_place_of_geonames_is_named_by_its_address() -> None:
    (one,) = annotations(file_of(of(found_in([claim("Seat red takes 20")])), "annotations"))
    assert one["body"][-1]["source"] == {"id": "https://sws.geonames.org/1/", "label": "Seat"}


def test_a_claim_without_its_report_keeps_its_quote_and_place() -> None:
    found = replace(found_in([claim("West red takes 20")]), reports=())
    (one,) = annotations(file_of(of(found), "annotations"))
    assert one["target"]["source"] == "urn:claimline:report:r"
    assert set(selectors(one["target"])) == {"TextQuoteSelector", "TextPositionSelector"}


def test_hostile_text_comes_back_as_it_was() -> None:
    (one,) = annotations(file_of(hostile(), "annotations"))
    assert selectors(one["target"][0])["TextQuoteSelector"]["exact"] == HOSTILE


def test_no_claims_give_an_empty_collection() -> None:
    collection = json.loads(file_of(of(found_in([])), "annotations"))
    assert (collection["total"], collection["first"]["items"]) == (0, [])
