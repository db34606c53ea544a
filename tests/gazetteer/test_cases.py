import pytest

from gazetteer import Gazetteer, Resolved, find_mentions, resolve_mentions
from gazetteer.data_files import data_table
from gazetteer.tables.cases import nominatives

EXAMPLES = [(example["name"], example["nominative"]) for example in data_table("cases.toml")["example"]]


@pytest.mark.parametrize(("name", "nominative"), EXAMPLES)
def test_a_declined_name_leads_to_its_nominative(name: str, nominative: str) -> None:
    assert nominative in nominatives(name)


@pytest.mark.parametrize("name", ["Kharkov", "", "Баку", "حلب", "Бої тривають", "Українські", "Російських"])
def test_other_scripts_short_names_rows_of_words_and_adjectives_have_no_cases(name: str) -> None:
    assert nominatives(name) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Украинские войска покинули Мариуполь. Бои идут в Харькове и под Бахмутом, а также возле Авдеевки.",
            ["Mariupol", "Kharkiv", "Bakhmut", "Avdiyivka"],
        ),
        (
            "Російські війська обстріляли Херсон. Бої тривають у Бахмуті та біля Авдіївки в Україні.",
            ["Kherson", "Bakhmut", "Avdiyivka", "Ukraine"],
        ),
    ],
)
def test_declined_names_in_a_text_are_found_and_placed(gazetteer: Gazetteer, text: str, expected: list[str]) -> None:
    answers = resolve_mentions(text, find_mentions(text, gazetteer), gazetteer)
    assert [answer.place.name for answer in answers if isinstance(answer, Resolved)] == expected
