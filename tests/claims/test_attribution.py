"""Whose word it is: speakers before, behind and between what is said, sources, nesting, long quotations."""

from __future__ import annotations

import pytest
from written_reports import PROFILE, brief, read

# Text → (claimant's name, kind, side), attribution; None is the reporter's own voice.
CASES = [
    # The reporter's own voice
    ("M23 took [Goma].", None, "stated"),
    ("M23 has reportedly taken [Goma].", None, "reported"),
    ("Unconfirmed reports that M23 took [Goma] spread quickly.", None, "reported"),
    # The speaker stands before what is said
    ("The Blue Army said it had captured [Goma].", ("The Blue Army", "party", "blue"), "claimed"),
    ("Bela Bahn said that the Blue Army had captured [Goma].", ("Bela Bahn", "party", "blue"), "claimed"),
    ("State media reported that the army had retaken [Goma].", ("State media", "media", None), "reported"),
    ("Residents said M23 had entered [Goma].", ("Residents", "resident", None), "reported"),
    ("The governor confirmed on Friday that [Goma] had fallen.", ("The governor", "official", None), "reported"),
    ("A security source said [Goma] had fallen.", ("A security source", "source", None), "reported"),
    ("In [Kinshasa] the governor said [Goma] had fallen.", ("the governor", "official", None), "reported"),
    ("Notably, residents said M23 had taken [Goma].", ("residents", "resident", None), "reported"),
    # Behind it
    ("M23 has taken [Goma], residents said.", ("residents", "resident", None), "reported"),
    (
        "M23 has taken [Goma], a Reuters journalist reported on Monday.",
        ("a Reuters journalist", "media", None),
        "reported",
    ),
    ("[Goma] has fallen, the Red Front said.", ("the Red Front", "party", "red"), "claimed"),
    ("The Red Front, however, said it held [Goma].", ("The Red Front", "party", "red"), "claimed"),
    # Inverted
    ("M23 has taken [Goma], said a local official.", ("a local official", "official", None), "reported"),
    ('"M23 has taken [Goma]," said General Rua.', ("General Rua", "party", "red"), "claimed"),
    # Sources
    ("According to residents, M23 took [Goma].", ("residents", "resident", None), "reported"),
    ("M23 took [Goma], according to state media.", ("state media", "media", None), "reported"),
    ("As per the Red Front, [Goma] was taken.", ("the Red Front", "party", "red"), "claimed"),
    # Apposition and role
    (
        "Anna Berg, a correspondent for the broadcaster, said M23 had taken [Goma].",
        ("Anna Berg", "media", None),
        "reported",
    ),
    ("Red Front leader Rua said [Goma] had fallen.", ("Red Front leader Rua", "party", "red"), "claimed"),
    # One within the other
    ("Citing officials, Anna Berg tweeted that M23 had taken [Goma].", ("Anna Berg", "source", None), "reported"),
    # Split
    ('General Rua spoke. "We hold [Goma]," he said, "and nothing else."', ("General Rua", "party", "red"), "claimed"),
    # Two speakers
    (
        "Residents said M23 had taken [Goma] and officials said the army had left.",
        ("Residents", "resident", None),
        "reported",
    ),
]


@pytest.mark.parametrize(("text", "claimant", "attribution"), CASES)
def test_a_claim_has_its_speaker(text: str, claimant: tuple[str, str, str | None] | None, attribution: str) -> None:
    (claim,) = read(text, profile=PROFILE)
    who = claim.claimant
    assert (who and (who.name, who.kind, who.side), str(claim.attribution)) == (claimant, attribution)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            '"We took [Goma]," General Rua said. "We also took [Sake]."',
            {"Goma": "General Rua", "Sake": "General Rua"},
        ),
        (
            'General Rua said: "We took [Goma]. We also took [Sake]. The war is over." The army holds [Beni].',
            {"Goma": "General Rua", "Sake": "General Rua", "Beni": None},
        ),
        (
            "Bela Bahn told reporters the Blue Army had left [Goma]. He said the Red Front had taken [Sake].",
            {"Goma": "Bela Bahn", "Sake": "Bela Bahn"},
        ),
        (
            "General Rua denied that [Goma] had fallen and said the Red Front held [Sake].",
            {"Goma": "General Rua", "Sake": "General Rua"},
        ),
        (
            "The Red Front denied losing [Goma] and said its troops still held [Sake].",
            {"Goma": "The Red Front", "Sake": "The Red Front"},
        ),
        (
            "The Red Front vowed to march on [Goma], which remained under Blue Army control.",
            {"Goma": None},
        ),
        (
            "The Red Front took [Goma], residents said. The Blue Army holds [Sake].",
            {"Goma": "residents", "Sake": None},
        ),
    ],
)
def test_a_speaker_speaks_as_far_as_the_words_reach(text: str, speakers: dict[str, str | None]) -> None:
    found = {claim.place.name: claim.claimant and claim.claimant.name for claim in read(text, profile=PROFILE)}
    assert found == speakers


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("General Rua said his forces had taken [Goma].", ["Goma takes red"]),
        ("Bela Bahn spoke. Rua said: “We hold [Goma].”", ["Goma holds red"]),
        ("The Blue Army fled. [Kinshasa] said its forces had entered [Goma].", []),
        ("The Blue Army fled. [Kinshasa] said its forces had captured [Goma].", ["Goma takes -"]),
        ("[Russia|country] said its forces had entered [Lyman].", ["Lyman advances ru"]),
        ("The Blue Army fled. Two sources said its troops had left [Goma].", ["Goma loses blue"]),
        ("The Red Front disputed the capture of [Goma].", ["Goma takes - denied"]),
        ("The Red Front did not mention [Sake] but said its fighters had taken [Goma].", ["Goma takes red"]),
        ("The Red Front denied the Blue Army's claim that its men had taken [Goma].", ["Goma takes blue denied"]),
    ],
)
def test_own_forces_are_those_of_the_speaker_and_of_nobody_named_before(text: str, claims: list[str]) -> None:
    assert brief(text, profile=PROFILE) == claims


def test_what_could_not_be_verified_is_reported_and_not_stated() -> None:
    (claim,) = read("Reports that the rebels had retaken [Vovchansk] could not be verified.")
    assert claim.attribution == "reported"
