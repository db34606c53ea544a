"""Claims as JSON Lines."""

from __future__ import annotations

import json

from written_claims import claim

from geo.export.jsonl import claims_jsonl


def test_each_claim_is_a_line_with_all_its_fields() -> None:
    one = claim("West red takes ../25 from blue says red again", deaths=60)
    (line,) = claims_jsonl([one])
    assert json.loads(line) == {
        "id": one.id,
        "report": "r",
        "place": {
            "id": "XX0101",
            "name": "West",
            "native": None,
            "kind": "district",
            "lat": 35,
            "lon": 68,
            "country": "XX",
            "parents": ["XX01", "XX"],
        },
        "place_text": "West",
        "place_start": 0,
        "runners_up": [],
        "action": "takes",
        "actor": {"id": "red", "name": "Red", "text": "the red fighters"},
        "opponent": {"id": "blue", "name": "Blue", "text": "the blue fighters"},
        "recapture": True,
        "partial": False,
        "assertion": "asserted",
        "attribution": "claimed",
        "claimant": {"name": "Speaker red", "kind": "party", "side": "red"},
        "against_interest": False,
        "event_start": None,
        "event_end": "2021-08-25",
        "date_text": "../25",
        "date_basis": "explicit",
        "published": "2021-08-25",
        "deaths_low": 60,
        "deaths_high": 60,
        "casualties_text": "60 killed",
        "quote": one.quote,
        "start": 0,
        "end": len(one.quote),
        "rule": "test",
        "confidence": 1.0,
    }


def test_who_is_not_named_is_null() -> None:
    (line,) = claims_jsonl([claim("West - takes 25")])
    record = json.loads(line)
    assert (record["actor"], record["opponent"], record["claimant"]) == (None, None, None)


def test_a_line_holds_no_line_end_whatever_the_quote_holds() -> None:
    lines = list(claims_jsonl([claim("West red takes 20"), claim("West blue takes 21")]))
    assert len("\n".join(lines).splitlines()) == 2
