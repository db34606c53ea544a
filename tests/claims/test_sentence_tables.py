"""Sentences of many wars, a table for each family of grammar, read as their labels say."""

from __future__ import annotations

from typing import Any

import pytest
from labelled_sentences import cases, families, faults

CASES = [
    pytest.param(case, id=f"{family}-{number}") for family in families() for number, case in enumerate(cases(family))
]


@pytest.mark.parametrize("case", CASES)
def test_a_sentence_is_read_as_its_label_says(case: dict[str, Any]) -> None:
    assert faults(case) == []


@pytest.mark.parametrize("family", families())
def test_every_family_has_at_least_twenty_sentences(family: str) -> None:
    assert len(cases(family)) >= 20


@pytest.mark.parametrize("family", families())
def test_no_sentence_stands_twice_in_a_family(family: str) -> None:
    texts = [case["text"] for case in cases(family)]
    assert len(texts) == len(set(texts))
