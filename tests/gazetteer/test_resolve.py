import pytest

from gazetteer import Ambiguous, Gazetteer, Resolved, Unknown, find_mentions, resolve_mentions
from gazetteer.place import Resolution


def resolved(gazetteer: Gazetteer, text: str, countries: tuple[str, ...]) -> dict[str, Resolution]:
    mentions = find_mentions(text, gazetteer, countries=countries)
    return {answer.mention.text: answer for answer in resolve_mentions(text, mentions, gazetteer, countries=countries)}


@pytest.mark.parametrize(
    ("text", "countries", "name", "place_id"),
    [
        ("They took Banu district.", ("AF",), "Banu", "AF0907"),
        ("They left Panjshir.", ("AF",), "Panjshir", "AF08"),
        ("in the Panjshir valley", ("AF",), "Panjshir", "AF08"),
        ("three districts of Baghlan", ("AF",), "Baghlan", "AF09"),
        ("They entered Kabul.", ("AF",), "Kabul", "gn:1138958"),
        ("in Kabul province", ("AF",), "Kabul", "AF01"),
        ("They entered Jalalabad.", ("AF",), "Jalalabad", "gn:1139715"),
        ("They entered Jalalabad.", ("KG",), "Jalalabad", "gn:1528249"),
        ("in the Dara district of Panjshir province", ("AF",), "Dara", "AF0803"),
        ("Troops left Kherson hours after Russia said so in Odesa region.", ("UA",), "Russia", "RU"),
        ("Troops entered Kupiansk in the Kharkiv region.", (), "Kharkiv", "ne:UA-Kharkiv"),
        ("Shells hit Kharkiv and Kupiansk in Ukraine.", (), "Kharkiv", "gn:706483"),
        ("Taliban took Dawlatabad in Faryab province.", ("AF",), "Dawlatabad", "AF2909"),
        ("Taliban took Dawlatabad in Balkh province.", ("AF",), "Dawlatabad", "AF2109"),
        ("Flights left Kabul airport.", ("AF",), "Kabul", "cl:kabul-international-airport"),
        ("They shelled Bagram air base.", ("AF",), "Bagram", "cl:bagram-airfield"),
        ("They fought in Salang.", ("AF",), "Salang", "AF0306"),
        ("The road to Gulbahar in Parwan province", ("AF",), "Gulbahar", "gn:1423399"),
        ("Clashes near Bazarak in Panjshir", ("AF",), "Bazarak", "gn:1429434"),
    ],
)
def test_a_name_means_the_place_that_its_words_call_for(
    gazetteer: Gazetteer, text: str, countries: tuple[str, ...], name: str, place_id: str
) -> None:
    answer = resolved(gazetteer, text, countries)[name]
    assert isinstance(answer, Resolved), answer
    assert answer.place.id == place_id
    assert answer.reasons


def test_one_name_has_one_sense_in_a_text(gazetteer: Gazetteer) -> None:
    text = "Banu has fallen. Banu district was calm. Then Bano was lost."
    mentions = find_mentions(text, gazetteer, countries=("AF",))
    answers = resolve_mentions(text, mentions, gazetteer, countries=("AF",))
    assert [answer.place.id for answer in answers if isinstance(answer, Resolved)] == ["AF0907"] * 3


def test_a_name_that_no_gazetteer_holds_is_unknown_and_never_guessed(gazetteer: Gazetteer) -> None:
    text = "They blew up a mountain in the Danah area to stop the Taliban from reaching Panjshir in Afghanistan."
    assert isinstance(resolved(gazetteer, text, ("AF",))["Danah"], Unknown)


def test_a_name_that_a_bigger_city_once_had_leaves_a_doubt_until_the_text_says_where(gazetteer: Gazetteer) -> None:
    bare = resolved(gazetteer, "Russian forces captured Pokrovsk on Friday.", ())["Pokrovsk"]
    assert isinstance(bare, Ambiguous)
    assert {candidate.place.country for candidate in bare.candidates} == {"RU", "UA"}
    told = resolved(gazetteer, "Russian forces captured Pokrovsk in eastern Ukraine on Friday.", ())["Pokrovsk"]
    assert isinstance(told, Resolved)
    assert told.place.country == "UA"


def test_a_slip_of_the_pen_finds_the_name_that_the_text_has_elsewhere(gazetteer: Gazetteer) -> None:
    answer = resolved(gazetteer, "Panjshir resists. The men of Panjhsir fight.", ("AF",))["Panjhsir"]
    assert isinstance(answer, Resolved)
    assert answer.place.id == "AF08"


def test_villages_of_one_name_are_ambiguous_and_all_are_kept(gazetteer: Gazetteer) -> None:
    answer = resolved(gazetteer, "Fighting in Dashtak village.", ("AF",))["Dashtak"]
    assert isinstance(answer, Ambiguous)
    assert len(answer.candidates) > 1
    assert "AF" in answer.why


def test_answers_come_in_the_order_of_the_mentions(gazetteer: Gazetteer) -> None:
    text = "From Kabul to Kunduz, from Kunduz to Mazar-e Sharif in Afghanistan."
    mentions = find_mentions(text, gazetteer)
    assert tuple(answer.mention for answer in resolve_mentions(text, mentions, gazetteer)) == mentions
