"""Sentences as news agencies write them: long, with clauses inside clauses."""

from __future__ import annotations

import pytest
from written_reports import brief

ASIDES = [
    ("[Babanusa] in [Kordofan], where the army is based, was shelled.", ["Babanusa fights -"]),
    (
        "[Falluja], which lies near [Ramadi] and which the Houthis have controlled for years, is ringed by M23.",
        ["Falluja besieges m23", "Falluja holds houthis"],
    ),
    ("The RSF, which has bled for months, took [Nyala].", ["Nyala takes rsf"]),
]
WIDE_VERBS = [
    ("The rebels established their full control over [Hama].", "Hama takes rebels"),
    ("The RSF took complete control of [Nyala].", "Nyala takes rsf"),
    ("Police entered the police station in [Goma].", ""),
    ("Elements of the Russian 42nd Motorized Rifle Division entered [Robotyne].", "Robotyne advances ru"),
]


@pytest.mark.parametrize(("sentence", "claims"), ASIDES)
def test_a_relative_clause_does_not_hide_the_subject_before_it(sentence: str, claims: list[str]) -> None:
    assert sorted(brief(sentence)) == claims


@pytest.mark.parametrize(("sentence", "claim"), WIDE_VERBS)
def test_words_may_stand_between_those_that_say_it(sentence: str, claim: str) -> None:
    assert brief(sentence) == [claim] * bool(claim)
