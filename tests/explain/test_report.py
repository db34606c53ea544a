"""A report explained: marks in its text, claims, and why words of control gave none."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.claims.extract import extract
from geo.explain import MarkKind, explain, pieces
from geo.profile import Profile
from geo.reports.report import Report, Span

if TYPE_CHECKING:
    from gazetteer import Gazetteer
    from geo.explain import Explanation

WAR = (
    "Syrian troops recaptured Palmyra on Sunday after Islamic State fighters left the city. "
    "Rebels denied that they had lost Aleppo."
)


def report(text: str) -> Report:
    return Report("written", text, date(2016, 12, 14), "2016-12-14", "0" * 64, (Span(0, len(text)),))


def explained(text: str, gazetteer: Gazetteer) -> Explanation:
    return explain(report(text), Profile(), gazetteer)


@pytest.mark.parametrize(
    ("words", "kind", "note"),
    [
        ("Syrian troops", MarkKind.SIDE, "Syria"),
        ("recaptured", MarkKind.EVENT, "takes (rule retake.active)"),
        ("Palmyra", MarkKind.PLACE, "Tadmur, town in Homs, Syria"),
        ("on Sunday", MarkKind.DAY, "2016-12-11"),
        ("the city", MarkKind.PLACE, "points back to Tadmur"),
        ("denied", MarkKind.SPEECH, "says Rebels, who denies it"),
        ("they", MarkKind.SIDE, "points back to Rebels"),
    ],
)
def test_what_was_read_is_marked_with_what_it_was_read_as(
    words: str, kind: MarkKind, note: str, gazetteer: Gazetteer
) -> None:
    found = {WAR[mark.start : mark.end]: mark for mark in explained(WAR, gazetteer).marks}
    assert (found[words].kind, found[words].note) == (kind, note)


def test_the_words_of_an_event_lead_to_its_claims(gazetteer: Gazetteer) -> None:
    told = explained(WAR, gazetteer)
    led_to = [claim for mark in told.marks for claim in mark.claims]
    assert sorted(led_to) == sorted(claim.id for sentence in told.sentences for claim in sentence.claims)
    assert len(led_to) == 3


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The rebels advanced on Aleppo. On Tuesday Aleppo was captured.", ["advances asserted", "takes asserted"]),
        ("The rebels captured Mosul. That was a mistake.", ["takes denied"]),
        ("The rebels captured Mosul. The army denied this.", ["takes asserted", "takes denied"]),
    ],
    ids=["inferred", "taken back", "replied to"],
)
def test_a_claim_that_hangs_on_other_sentences_is_told_in_its_own(
    text: str, told: list[str], gazetteer: Gazetteer
) -> None:
    read = explained(text, gazetteer).sentences
    assert [f"{claim.action} {claim.assertion}" for one in read for claim in one.claims] == told
    assert [one.silences for one in read] == [()] * len(read)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Rebels captured forty soldiers.", "“captured”: No place that it happens to was found."),
        ("Have the rebels captured Mosul?", "“captured”: A question claims nothing."),
        ("The rebels could have captured Mosul.", "“captured”: It is not said to be so"),
        ("The rebels captured Qwertabad district.", "“captured”: “Qwertabad” is in no gazetteer."),
        ("Rebels took control of parts of Iraq.", "“took control of”: “Iraq” is too wide"),
        ("On Monday it was quiet. Rebels took the city.", "“took”: “the city” points back to no place"),
        ("They are holding Mosul.", "“holding”: The words do not say who does it."),
        ("The army denied having received orders to attack Mosul.", "“attack”: Only plans or orders are denied"),
        ("The army returned to Mosul.", "“returned to”: To come back to a place is not to take it"),
        (
            "Mosul has fallen, residents said. Mosul has fallen to Islamic State.",
            "“fallen”: Another sentence says the same, and by whom.",
        ),
    ],
)
def test_words_of_control_without_a_claim_say_why(text: str, why: str, gazetteer: Gazetteer) -> None:
    told = explained(text, gazetteer)
    lines = [line for sentence in told.sentences for line in sentence.silences]
    assert [line[: len(why)] for line in lines] == [why]
    assert MarkKind.SILENT in {mark.kind for mark in told.marks}


def test_a_name_that_could_be_several_places_is_marked_as_doubt(gazetteer: Gazetteer) -> None:
    told = explained("Pavlivka was captured by Russian troops, Ukraine said.", gazetteer)
    doubt = next(mark for mark in told.marks if mark.kind is MarkKind.DOUBT)
    assert doubt.note.startswith("not placed; could be Pavlivka, village in ")


RETRACTION = "That was a mistake."
WORDS = (*WAR.split(), RETRACTION, "\n", "“", "?", "It", "there,", "Pavlivka", "was taken", "by them", "🙂", "in 1996")


@settings(max_examples=40)
@given(text=st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_marks_of_any_text_lie_apart_and_the_claims_are_those_of_extract(gazetteer: Gazetteer, text: str) -> None:
    told = explained(text, gazetteer)
    assert "".join(piece.text for piece in pieces(text, told.marks)) == text
    assert [piece.mark for piece in pieces(text, told.marks) if piece.mark] == list(told.marks)
    claims = {claim.id for sentence in told.sentences for claim in sentence.claims}
    assert claims == {claim.id for claim in extract(report(text), Profile(), gazetteer).claims}
