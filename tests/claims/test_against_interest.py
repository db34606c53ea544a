"""A party that admits its own loss or a rival's gain speaks against its interest."""

from __future__ import annotations

import pytest
from written_reports import PROFILE, read

ADMITTED = [
    "The Blue Army said that it had lost [Goma].",
    "The Red Front said that the Blue Army had taken [Goma].",
    "The Red Front admitted that the Blues had captured [Goma] from the Reds.",
    "Bahn said the Blue Army had withdrawn from [Goma].",
]
NOT_ADMITTED = [
    "The Blue Army said that it had taken [Goma].",
    "The Red Front said that the Blue Army had lost [Goma].",
    "The Blue Army has lost [Goma].",
    "Residents said the Blue Army had lost [Goma].",
    "The Blue Army denied that it had lost [Goma].",
    "The Red Front said that the Blue Army would take [Goma].",
    "The Red Front said that the Blue Army had captured [Goma] from M23.",
]


@pytest.mark.parametrize("text", ADMITTED)
def test_a_party_that_admits_a_setback_speaks_against_its_interest(text: str) -> None:
    assert [claim.against_interest for claim in read(text, profile=PROFILE)] == [True]


@pytest.mark.parametrize("text", NOT_ADMITTED)
def test_no_other_word_is_against_interest(text: str) -> None:
    assert [claim.against_interest for claim in read(text, profile=PROFILE)] == [False]
