"""What the words themselves call untrue is denied, never asserted."""

from __future__ import annotations

import pytest
from written_reports import brief

CASES = [
    ("It is not true that the rebels took [Derna], the mayor said.", ["Derna takes rebels denied"]),
    ("Officials said it was untrue that [Kombolcha] had been captured.", ["Kombolcha takes - denied"]),
    ("There is no truth in the rumour that [Sirte] has fallen, its council said.", ["Sirte takes - denied"]),
    ("Reports that M23 had taken [Bukavu] turned out to be false.", ["Bukavu takes m23 denied"]),
    ("Reports of the fall of [Bukavu] proved premature.", ["Bukavu takes - denied"]),
    ("Claims that [Lalibela] had been retaken were rejected by the TDF.", ["Lalibela takes - denied"]),
    ("State television announced the recapture of [Sloviansk], which was a mistake.", ["Sloviansk takes - denied"]),
    ("CORRECTION: earlier today I wrote that [Lashio] had been overrun.", ["Lashio takes - denied"]),
    ("The council retracted its report that the rebels had taken [Homs].", ["Homs takes rebels denied"]),
    ("The army said its men had taken [Homs]. This was a mistake.", ["Homs takes government denied"]),
    ("The army took [Homs]. The report was later withdrawn.", ["Homs takes government denied"]),
    ("The army wrongly announced that it had taken [Homs].", ["Homs takes government denied"]),
    ("The spokesman dismissed as propaganda reports that rebels had taken [Goma].", ["Goma takes rebels denied"]),
    ("The commander denied having received orders to attack [Hodeidah].", []),
    ("Reports that the rebels had taken [Homs] were confirmed by the army.", ["Homs takes rebels"]),
    ("The army took [Homs]. It was a hard day.", ["Homs takes government"]),
    ("Nothing about the statement that the rebels took [Homs] is new.", ["Homs takes rebels"]),
]


@pytest.mark.parametrize(("text", "claims"), CASES)
def test_what_is_called_untrue_is_denied(text: str, claims: list[str]) -> None:
    assert brief(text) == claims
