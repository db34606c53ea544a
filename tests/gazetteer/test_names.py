import itertools
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.data_files import data_table
from gazetteer.names import key, normalise

EXAMPLES = data_table("romanisation.toml")["examples"]


@pytest.mark.parametrize(
    ("name", "normal"),
    [
        ("Pol-e-Hesar", "pol e hesar"),
        ("Pol-e Ḩeşār", "pol e hesar"),
        ("'Unabah", "unabah"),
        ("Donets’k", "donetsk"),
        ("Харків", "kharkiv"),
        ("Côte d'Ivoire", "cote divoire"),
        ("  Deh   Salah ", "deh salah"),
        ("—", ""),
        ("", ""),
    ],
)
def test_the_normal_form_is_plain_lower_case_words(name: str, normal: str) -> None:
    assert normalise(name) == normal


@pytest.mark.parametrize("spellings", EXAMPLES["names"], ids=lambda names: names[0])
def test_the_spellings_of_one_name_meet_under_one_key(spellings: list[str]) -> None:
    assert len({key(name) for name in spellings}) == 1, {name: key(name) for name in spellings}


@pytest.mark.parametrize("names", EXAMPLES["apart"], ids=" / ".join)
def test_different_names_keep_different_keys(names: list[str]) -> None:
    assert len({key(name) for name in names}) == len(names)


def test_every_element_of_the_rules_gives_its_own_key() -> None:
    for form, spellings in data_table("romanisation.toml")["elements"].items():
        assert len({key(f"{spelling} Xan") for spelling in spellings}) == 1, form


def test_persian_and_arabic_letters_of_one_name_meet() -> None:
    assert normalise("کابل") == normalise("كابل")


@given(st.text())
def test_the_normal_form_of_a_normal_form_is_itself(name: str) -> None:
    once = normalise(name)
    assert normalise(once) == once
    assert set(once) <= set(string.ascii_lowercase + string.digits + " ")


@given(st.text())
def test_a_key_holds_neither_spaces_nor_doubled_letters(name: str) -> None:
    found = key(name)
    assert " " not in found
    assert all(one != two for one, two in itertools.pairwise(found))
