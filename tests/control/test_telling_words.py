"""Whose word a basis or a heading names, in words that fit one and many alike."""

from __future__ import annotations

import pytest

from geo.control.telling import word_of


@pytest.mark.parametrize(("name", "words"), [("Russia", "Russia's word"), ("Houthis", "Houthis' word")])
def test_the_word_of_a_side(name: str, words: str) -> None:
    assert word_of(name) == words
