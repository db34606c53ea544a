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


CLAUSES = [
    ("The army captured six districts in the east of [Mosul].", ["Mosul takes government partly"]),
    ("M23 holds the road between [Sake] and [Goma], which the army shelled.", ["Goma fights government"]),
    (
        "The rebels took [Aleppo] when the army left, but lost it to M23.",
        ["Aleppo loses rebels from m23", "Aleppo takes rebels"],
    ),
    (
        "Ukrainian troops drove Russian forces out of several villages, including [Ruska Lozova] and [Tsyrkuny].",
        ["Ruska Lozova loses ru from ua", "Tsyrkuny loses ru from ua"],
    ),
    ("The RSF controls most of [Khartoum] and nearly all of [Darfur].", ["Darfur holds rsf", "Khartoum holds rsf"]),
    (
        "Ukrainian troops liberated 12 settlements in the region, among them [Snihurivka] and [Kyselivka].",
        ["Kyselivka takes ua", "Snihurivka takes ua"],
    ),
    (
        "[El Fasher] is the only state capital in [Darfur] that is still held by the army.",
        ["El Fasher holds government"],
    ),
    (
        "The rebels advanced on [Samarra], where they clashed with police.",
        ["Samarra advances rebels", "Samarra fights rebels from government"],
    ),
    (
        "The RSF shelled [El Obeid], the army said, adding that it had repelled an attack on [El Obeid].",
        ["El Obeid fights rsf", "El Obeid repels government"],
    ),
    ("M23 claimed the capture of [Sake].", ["Sake takes m23"]),
    ("Moscow has occupied [Simferopol] since 2014.", ["Simferopol holds ru"]),
    ("M23 said it controlled [Sake]; an hour later it withdrew the statement.", ["Sake holds m23 denied"]),
    ("Nobody has taken [Khenjan], a shopkeeper said.", ["Khenjan takes - denied"]),
    ("Kyiv called the claim that Russian troops had retaken [Kupiansk] a lie.", ["Kupiansk takes ru denied"]),
    ("[Lyman] is quiet, the [Luhansk] governor said. The town was taken by rebels.", ["Lyman takes rebels"]),
    ("[Kabul] is quiet. The team took the lead in the first half and held it.", []),
    ("The rebels captured the [Ouagadougou] conference hall in [Sirte].", []),
]


@pytest.mark.parametrize(("text", "claims"), CLAUSES)
def test_each_clause_keeps_its_own_subject_and_place(text: str, claims: list[str]) -> None:
    assert brief(text) == claims
