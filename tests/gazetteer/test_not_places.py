import pytest

from gazetteer import Gazetteer, find_mentions
from gazetteer.data_files import data_table

ACTORS = ("Ahmad Massoud", "Northern Alliance", "Saleh", "Panjshir National Resistance Front", "Taliban")


@pytest.mark.parametrize(
    "text",
    [
        "Of the men, many fled. Bar none. March was cold. Following this, Now came.",
        "Image credit: the agency. Close. Reply.",
        "Ahmad Massoud leads the Northern Alliance.",
        "A Panjshir National Resistance Front flag was seen.",
        "Zabihullah Mujahid tweeted, and Tajuden Soroush replied.",
        "Former President Ashraf Ghani fled. Ghani said so.",
        "Saleh rejected this.",
        "speaking to Republic TV, and to Iran International",
        "The Lion of Panjshir was killed.",
        "Panjshir Brigade fighters, Parwan Stars, Baghlan United",
        "a former major in the Afghan National Army",
        "fighters with an Afghan flag, a Russian tank and two Germans",
        "Commander Lutfullah spoke. Wazir Akbar Mohmand agreed.",
        "Kunduzi traders",
        "Caroline Johnson spoke. Later Johnson left, and Janet Moore called.",
        "according to Johnson, and according to Ripley",
        "Sheila D. Williams met Darryl Keith Warden.",
        "They live on West Tyler Street, near Clinton Avenue and Upper Abbey Lane.",
        "The Taco Bell and the McDonald's of the Market District; the Chamber of Commerce met.",
        "HIV and AIDS; the FAO and the WHO; I'm sure that I've seen it.",
        "Real Madrid beat Manchester City; al-Shabab and Boko Haram fought.",
        "Agence France-Presse and Voice of America reported; United Russia voted.",
        "officials told Saba on Sunday",
        "It cost US$460 million.",
        "a Molotov cocktail",
        "Kabul said that it would not talk.",
        "on Monday in March, the Resistance and the Republic",
    ],
)
def test_persons_bodies_and_common_words_are_no_places(gazetteer: Gazetteer, text: str) -> None:
    assert find_mentions(text, gazetteer, not_places=ACTORS, countries=("AF",)) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Saleh left Deh Saleh with Massoud.", ["Deh Saleh"]),
        ("Ahmad Massoud was born in Panjshir, the United States said.", ["Panjshir", "United States"]),
        ("the Taliban-held Kunduz province", ["Kunduz"]),
        ("the Kabul-based broadcaster", ["Kabul"]),
        ("Officials in Kabul said so.", ["Kabul"]),
        ("The Kabul City Council met; Kandahar police came.", ["Kabul", "Kandahar"]),
        ("Russia said no.", ["Russia"]),
        ("They flew to St. Petersburg in Russia.", ["St. Petersburg", "Russia"]),
    ],
)
def test_a_place_beside_or_around_such_a_name_is_still_found(
    gazetteer: Gazetteer, text: str, expected: list[str]
) -> None:
    found = find_mentions(
        text, gazetteer, not_places=("Saleh", "Massoud", "Ahmad Massoud", "Taliban"), countries=("AF",)
    )
    assert [mention.text for mention in found] == expected


@pytest.mark.parametrize("name", ["'Kunduz Brigade", "“Kunduz” Brigade", "Kunduz Brigade"])
def test_a_name_of_an_actor_is_none_whatever_mark_it_begins_with(gazetteer: Gazetteer, name: str) -> None:
    text = f"The {name} is said to hold the bridge."
    assert find_mentions(text, gazetteer, not_places=(name,), countries=("AF",)) == ()


def test_no_common_word_is_a_place_by_itself(gazetteer: Gazetteer) -> None:
    words = data_table("not_places.toml")["common"].split()
    text = " ".join(f"{word.capitalize()} it is." for word in words)
    assert find_mentions(text, gazetteer, countries=("AF",)) == ()


@pytest.mark.parametrize("name", ["titles", "given_names", "organisation_heads", "nickname_heads", "cues", "particles"])
def test_a_word_list_is_in_lower_case(name: str) -> None:
    words = data_table("not_places.toml")[name]
    assert [word for word in words if word != word.lower()] == []
