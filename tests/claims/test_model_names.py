"""Names of places that a spaCy model finds, where a profile names one."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy_model import saved_model, trained_model

from geo.claims.extract import extract, mentions_in
from geo.claims.model_names import LONGEST_PIECE, loaded, model_place_spans, pieces
from geo.errors import ProfileError
from geo.profile import Actor, Profile, Side
from geo.report_reading import read_one
from geo.reports.report import Report, Span

if TYPE_CHECKING:
    from pathlib import Path

    from gazetteer import Gazetteer

REBELS = Side("rebels", "Rebels", "#D55E00", (Actor("Zurmelik Front", ("ZF", "Melikists")),))
LABELS = {
    "Zurmelik": "GPE",
    "Zurmelik Front": "GPE",
    "Melikists": "GPE",
    "the Olvar hills": "LOC",
    "Tarvok Ring": "FAC",
    "Yarvin": "PERSON",
}


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(saved_model(tmp_path_factory.mktemp("models") / "names", LABELS))


def report(text: str) -> Report:
    return Report("written", text, date(2021, 9, 1), "", "0" * 64, (Span(0, len(text)),))


def unplaced(text: str, profile: Profile, gazetteer: Gazetteer) -> list[str]:
    return [name.text for name in extract(report(text), profile, gazetteer).unplaced]


def test_a_model_gains_names_of_places_that_nobody_knows(model: str, gazetteer: Gazetteer) -> None:
    text = "Fighters dug beneath Tarvok Ring and the Olvar hills. Yarvin had left, and Zurmelik burned."
    assert unplaced(text, Profile(), gazetteer) == []
    assert unplaced(text, Profile(names_model=model), gazetteer) == ["Tarvok Ring", "Olvar hills", "Zurmelik"]


def test_a_trained_model_finds_names_with_no_more_than_they_need(tmp_path: Path) -> None:
    text = "Fighters left Zurmelik at dawn with Yarvin."
    place, person = (text.index("Zurmelik"), text.index(" at"), "GPE"), (text.index("Yarvin"), len(text) - 1, "PERSON")
    model = str(trained_model(tmp_path / "trained", text, [place, person]))
    assert loaded(model).pipe_names == ["ner"]
    assert model_place_spans(text, model) == (place[:2],)


def test_an_actor_of_the_profile_is_no_place_whatever_the_model_says(model: str, gazetteer: Gazetteer) -> None:
    text = "The Zurmelik Front left with other Melikists while Zurmelik burned."
    found = mentions_in(text, Profile(sides=(REBELS,), names_model=model), gazetteer)
    assert [(mention.text, mention.start) for mention in found] == [("Zurmelik", text.rindex("Zurmelik"))]


def test_a_profile_without_a_model_reads_as_before(model: str, gazetteer: Gazetteer) -> None:
    text = "The Taliban captured Banu district of Baghlan province from the Zurmelik Front."
    bare = Profile(sides=(REBELS,), countries=("AF",))
    read = extract(report(text), bare, gazetteer)
    assert read.claims
    assert extract(report(text), replace(bare, names_model=model), gazetteer) == read


def test_a_long_text_is_read_to_its_end(model: str) -> None:
    text = "They left.\n\n" * LONGEST_PIECE + "Zurmelik burned." + " Rain." * LONGEST_PIECE + " Zurmelik burned again."
    first, second = text.index("Zurmelik"), text.rindex("Zurmelik")
    assert model_place_spans(text, model) == ((first, first + 8), (second, second + 8))


def test_threads_share_a_model(model: str) -> None:
    texts = [f"{'They left. ' * number}Zurmelik burned." for number in range(40)]
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda text: model_place_spans(text, model), texts))
    assert found == [((text.index("Z"), text.index(" burned")),) for text in texts]


@given(st.text(alphabet="ab \n", max_size=80), st.integers(2, 20))
def test_pieces_make_up_the_text_and_are_short_enough(text: str, longest: int) -> None:
    cut = [text[start:end] for start, end in pieces(text, longest)]
    assert "".join(cut) == text
    assert all(0 < len(piece) <= longest for piece in cut)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one two\n\nthree four", ["one two\n\n", "three four"]),
        ("one two\nthree four", ["one two\n", "three four"]),
        ("one two three four", ["one two ", "three four"]),
        ("onetwothreefour", ["onetwothreef", "our"]),
    ],
)
def test_a_text_is_cut_where_it_pauses_most(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in pieces(text, 12)] == expected


def test_a_model_that_cannot_be_loaded_stops_the_reading_with_a_sentence(tmp_path: Path, gazetteer: Gazetteer) -> None:
    broken = saved_model(tmp_path / "broken", LABELS)
    (broken / "config.cfg").write_text("[nlp]\nlang = 3", encoding="utf-8")
    with pytest.raises(ProfileError, match="cannot be loaded") as refusal:
        read_one(report("They left."), Profile(names_model=str(broken)), gazetteer)
    assert str(broken) in str(refusal.value)
    assert "leave names_model out of the profile" in str(refusal.value)
