import pytest

from gazetteer import Gazetteer, Resolved, find_mentions, resolve_mentions
from gazetteer.tables.endings import endings_at, variants


@pytest.mark.parametrize(
    ("name", "variant"),
    [
        ("Hama Military Airport", "hama airbase"),
        ("Hama Air Base", "hama military airport"),
        ("Kakhovka Dam", "kakhovka hydroelectric dam"),
        ("Shaer gas field", "shaer gasfield"),
        ("Zaporizhzhia Nuclear Power Plant", "zaporizhzhia nuclear plant"),
        ("Bab al-Hawa Border Crossing", "bab al hawa crossing"),
    ],
)
def test_a_name_with_an_ending_also_goes_by_the_endings_that_stand_for_it(name: str, variant: str) -> None:
    assert variant in variants(name)


@pytest.mark.parametrize("name", ["Hama", "Airport", "", "Dam", "Base 46"])
def test_a_name_without_an_ending_has_no_variants(name: str) -> None:
    assert variants(name) == ()


def test_the_longest_ending_comes_first() -> None:
    assert list(endings_at(["air", "base", "near"])) == ["air base"]
    assert list(endings_at(["crossing", "point"])) == ["crossing"]
    assert list(endings_at(["town"])) == []


SITES = [
    ("Rebels took the Hama military airport in Syria.", "Hama", "cl:sy-hama-military-airport"),
    ("Syrian rebels shelled Hama airbase.", "Hama", "cl:sy-hama-military-airport"),
    ("Russian paratroopers landed at Hostomel airport in Ukraine.", "Hostomel", "cl:ua-hostomel-airport"),
    ("Islamic State seized Tabqa airbase in Syria.", "Tabqa", "cl:sy-tabqa-air-base"),
    ("Fighters of the SDF reached Tabqa dam in Syria.", "Tabqa", "cl:sy-tabqa-dam"),
    ("Ukraine said Russia blew up the Kakhovka dam.", "Kakhovka", "cl:ua-kakhovka-dam"),
    (
        "Shelling hit the Zaporizhzhia nuclear power plant in Ukraine.",
        "Zaporizhzhia",
        "cl:ua-zaporizhzhia-nuclear-power-plant",
    ),
    ("Jihadists in Syria stormed the Shaer gas field.", "Shaer", "cl:sy-shaer-gas-field"),
    ("Iraqi forces retook the Mosul dam.", "Mosul", "cl:iq-mosul-dam"),
    ("Rebels took the Hama military airport. Libya and Mali were calm.", "Hama", "cl:sy-hama-military-airport"),
]


@pytest.mark.parametrize(("text", "name", "place_id"), SITES)
def test_the_words_after_a_name_lead_to_the_site_and_not_to_the_town(
    gazetteer: Gazetteer, text: str, name: str, place_id: str
) -> None:
    answers = {a.mention.text: a for a in resolve_mentions(text, find_mentions(text, gazetteer), gazetteer)}
    answer = answers.get(name)
    assert isinstance(answer, Resolved), answers
    assert answer.place.id == place_id


@pytest.mark.parametrize(
    ("text", "name", "place_id"),
    [
        ("Rebels took Hama in Syria.", "Hama", "gn:170017"),
        ("Iraqi forces retook Mosul.", "Mosul", "gn:99072"),
        ("The Hama military council met in Syria.", "Hama", "gn:170017"),
    ],
)
def test_the_bare_name_still_means_the_town(gazetteer: Gazetteer, text: str, name: str, place_id: str) -> None:
    answers = {a.mention.text: a for a in resolve_mentions(text, find_mentions(text, gazetteer), gazetteer)}
    answer = answers[name]
    assert isinstance(answer, Resolved), answer
    assert answer.place.id == place_id
