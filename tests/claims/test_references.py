"""Words that point back: to places and to sides."""

from __future__ import annotations

import pytest
from written_reports import PROFILE, brief

PLACES = [
    ("[Beni|district] is poor. Rebels took the district.", ["Beni takes rebels"]),
    ("[Beni|district] lies near [Goma|city]. Rebels took the city.", ["Goma takes rebels"]),
    (
        "[Beni|district], [Lubero|district] and [Rutshuru|district] are poor. Rebels took the three districts.",
        ["Beni takes rebels", "Lubero takes rebels", "Rutshuru takes rebels"],
    ),
    ("[Goma] and [Sake] are close. Rebels took both towns.", ["Goma takes rebels", "Sake takes rebels"]),
    ("[Goma] and [Sake] are close. Rebels took three towns.", []),
    ("[Goma] and [Sake] are close. Rebels took the three towns.", []),
    ("[Goma] and [Sake] are close. Both were taken by rebels.", ["Goma takes rebels", "Sake takes rebels"]),
    ("[Goma] and [Sake] are close. Neither was taken by rebels.", []),
    ("[Goma] is a port. It was captured by rebels.", ["Goma takes rebels"]),
    ("[Goma] is a port. Rebels captured it.", ["Goma takes rebels"]),
    ("[Goma] is a port. Rebels are fighting there.", ["Goma fights rebels"]),
    ("[Goma] is a port. M23 fought the army there.", ["Goma fights m23 from government"]),
    ("[Goma] is a port. Fighting between M23 and the army continued there.", ["Goma fights m23 from government"]),
    ("[Goma] is a port. Rebels lost ground there.", []),
    ("[Goma] is a port. The rebels took a bridge there.", []),
    ("[Goma] is a port. The rebels still hold their positions there.", ["Goma holds rebels"]),
    ("[Kivu|province] is large. M23 holds the province.", ["Kivu holds m23"]),
    ("[Kivu|province] is large. M23 holds the district.", []),
    ("[Korengal|valley] is deep. The army entered the valley.", ["Korengal advances government"]),
    ("[Goma|town] is a port. The army entered the valley.", []),
    ("Rebels took the town.", []),
    ("Rebels took the capital of [Kivu|province].", ["Kivu takes rebels partly"]),
    ("[Goma] is a port. The town centre is held by rebels.", ["Goma holds rebels"]),
    ("The army left [Goma]. The town's market is held by rebels.", ["Goma loses government"]),
]
SIDES = [
    ("The Red Front fled. They left [Goma].", ["Goma loses red"]),
    ("The Red Front met General Bo. The group took [Goma].", ["Goma takes red"]),
    ("The Red Front took [Goma]. It also captured [Sake].", ["Goma takes red", "Sake takes red"]),
    ("General Rua came. He captured [Goma].", ["Goma takes red"]),
    ("The Blue Army met Rua. He captured [Goma].", ["Goma takes red"]),
    ("The Red Front said its fighters had left [Goma].", ["Goma loses red"]),
    ("The army marched. The rebels left [Goma].", ["Goma loses rebels"]),
    ("M23 marched. The army met it. The rebels left [Goma].", ["Goma loses m23"]),
    ("The army lost [Goma] to the rebels.", ["Goma loses government from rebels"]),
    ("Gunmen attacked [Goma].", ["Goma fights gunmen"]),
    ("Gunmen hold [Goma].", ["Goma holds gunmen"]),
    ("They took [Goma].", ["Goma takes -"]),
    ("The group holds [Goma].", []),
]


@pytest.mark.parametrize(("text", "claims"), PLACES)
def test_words_that_point_back_find_their_place_or_make_no_claim(text: str, claims: list[str]) -> None:
    assert brief(text) == claims


@pytest.mark.parametrize(("text", "claims"), SIDES)
def test_words_that_point_back_find_their_side_or_name_nobody(text: str, claims: list[str]) -> None:
    assert brief(text, profile=PROFILE) == claims


@pytest.mark.parametrize(
    "text", ["[Berlin] - Rebels captured the town on Friday.", "[Kyiv] - Rain fell. Rebels captured the city."]
)
def test_where_a_report_was_written_is_not_what_it_points_back_to(text: str) -> None:
    assert brief(text) == []
