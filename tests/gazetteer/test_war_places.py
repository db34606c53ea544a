"""Names of places that only Claimline's own records hold, by war; and names in other texts that are none of them."""

import csv
from pathlib import Path

import pytest

from gazetteer import Gazetteer, Kind, Resolved, find_mentions, resolve_mentions
from gazetteer.place import Resolution

with (Path(__file__).parent / "war_places.tsv").open(encoding="utf-8") as file:
    ROWS = [
        (row["war"], row["country"], row["name"], row["id"])
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
    ]


def answers(gazetteer: Gazetteer, text: str, countries: tuple[str, ...] = ()) -> dict[str, Resolution]:
    mentions = find_mentions(text, gazetteer, countries=countries)
    return {answer.mention.text: answer for answer in resolve_mentions(text, mentions, gazetteer, countries=countries)}


@pytest.mark.parametrize(("war", "country", "name", "place_id"), ROWS)
def test_a_report_of_a_war_finds_the_place(
    gazetteer: Gazetteer, war: str, country: str, name: str, place_id: str
) -> None:
    found = answers(gazetteer, f"Fighting went on near {name}, officials said.", (country,))
    meant = [answer.place.id for answer in found.values() if isinstance(answer, Resolved)]
    assert meant == [place_id], (war, found)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("West Kordofan", "SD"),
        ("Aj Jazirah", "SD"),
        ("South Darfur", "SD"),
        ("South Kivu", "CD"),
        ("Haut-Katanga", "CD"),
        ("Equatoria", "SS"),
        ("Benishangul-Gumuz", "ET"),
        ("Wollo", "ET"),
        ("Galmudug", "SO"),
        ("Kokang", "MM"),
        ("Dhale", "YE"),
        ("Shabwa", "YE"),
        ("Ninewa", "IQ"),
        ("Deir al-Zor", "SY"),
        ("North Waziristan", "PK"),
        ("Khyber Pakhtunkhwa", "PK"),
        ("Sar-e Pol", "AF"),
        ("Boucle du Mouhoun", "BF"),
        ("Eastern Slavonia", "HR"),
        ("Mekong Delta", "VN"),
        ("Bangsamoro", "PH"),
        ("Lachin", "AZ"),
    ],
)
def test_a_province_or_region_is_found_under_its_usual_name(gazetteer: Gazetteer, name: str, country: str) -> None:
    found = [c.place for c in gazetteer.lookup(name) if c.place.country == country and c.score >= 0.9]
    assert {place.kind for place in found} & {Kind.PROVINCE, Kind.REGION}, found


def test_a_state_that_was_split_keeps_its_name_to_itself(gazetteer: Gazetteer) -> None:
    for name, place_id in [("West Darfur", "ne:SD-Western-Darfur"), ("South Darfur", "ne:SD-Southern-Darfur")]:
        assert [c.place.id for c in gazetteer.lookup(name) if c.score >= 0.9] == [place_id]


@pytest.mark.parametrize(
    "text",
    [
        "Thomas Mann wrote it before the war.",
        "She drank a mocha and read a novel.",
        "Harry Koch and Tina Turner sang together.",
        "Mr Rashad said the army would pay.",
        "Saw palmetto grows slowly.",
        "The Mayer report was published on Monday.",
        "Sabra Williams thanked the crowd.",
        "They tested a hit song called Jere.",
    ],
)
def test_persons_and_words_that_share_a_name_are_no_places(gazetteer: Gazetteer, text: str) -> None:
    found = [a.place.id for a in answers(gazetteer, text).values() if isinstance(a, Resolved)]
    assert not [place_id for place_id in found if place_id.startswith("cl:")]


@pytest.mark.parametrize(
    ("text", "name", "place_id"),
    [
        ("The mayor of New York spoke on Friday.", "New York", "gn:5128581"),
        ("A flood hit Dar es Salaam in Tanzania.", "Dar es Salaam", "gn:160263"),
        ("The court in The Hague and the town of Delft in the Netherlands agreed.", "Delft", "gn:2757345"),
    ],
)
def test_a_city_of_the_world_is_not_mistaken_for_a_village_at_war(
    gazetteer: Gazetteer, text: str, name: str, place_id: str
) -> None:
    answer = answers(gazetteer, text).get(name)
    assert isinstance(answer, Resolved), answer
    assert answer.place.id == place_id
