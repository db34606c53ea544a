import pytest

from gazetteer import Ambiguous, Gazetteer, Kind, Resolved, find_mentions, resolve_mentions
from gazetteer.place import Resolution

# (sentence, name, id): the bare name of a city that a province shares means the city.
CITIES = [
    ("Ukrainian troops entered Kherson on Friday, after Russia withdrew from the city.", "Kherson", "gn:706448"),
    ("Russian missiles struck Kharkiv overnight, killing six people.", "Kharkiv", "gn:706483"),
    ("Shelling of Zaporizhzhia continued, Ukrainian officials said.", "Zaporizhzhia", "gn:687700"),
    ("Ukraine said that drones hit a port near Mykolaiv.", "Mykolaiv", "gn:700569"),
    ("Russian columns left Sumy and Chernihiv in Ukraine.", "Sumy", "gn:692194"),
    ("Russian columns left Sumy and Chernihiv in Ukraine.", "Chernihiv", "gn:710735"),
    ("Separatists in Donetsk shelled the front line, Kyiv said.", "Donetsk", "gn:709717"),
    ("Rebels captured Idlib and Aleppo in Syria.", "Idlib", "gn:169389"),
    ("Rebels captured Idlib and Aleppo in Syria.", "Aleppo", "gn:170063"),
    ("The Syrian army withdrew from Hama and then from Homs.", "Hama", "gn:170017"),
    ("The Syrian army withdrew from Hama and then from Homs.", "Homs", "gn:169577"),
    ("Islamic State lost Raqqa to the Syrian Democratic Forces.", "Raqqa", "gn:172955"),
    ("Syrian rebels entered Daraa from the south.", "Daraa", "gn:170905"),
    ("The Syrian Kurds hold Hasakah.", "Hasakah", "gn:173811"),
    ("Taliban fighters took Kandahar and Herat on Thursday.", "Kandahar", "gn:1138336"),
    ("Taliban fighters took Kandahar and Herat on Thursday.", "Herat", "gn:1140026"),
    ("Kunduz fell to the Taliban after a week of Afghan air strikes.", "Kunduz", "gn:1135689"),
    ("The Taliban entered Ghazni, Afghan officials said.", "Ghazni", "gn:1141269"),
    ("The Afghan army gave up Farah without a fight.", "Farah", "gn:1142264"),
    ("Houthi fighters advanced on Marib in Yemen.", "Marib", "gn:72968"),
    ("Air strikes hit Saada in northern Yemen.", "Saada", "gn:71334"),
    ("Yemeni government forces defended Taiz.", "Taiz", "gn:70225"),
    ("Separatists seized Aden, the seat of the Yemeni government.", "Aden", "gn:415189"),
    ("Tuareg rebels entered Kidal, Mali said.", "Kidal", "gn:2455290"),
    ("Jihadists blockaded Timbuktu in Mali.", "Timbuktu", "gn:2449067"),
    ("Mali's army left its base in Gao.", "Gao", "gn:2457163"),
    ("The RSF shelled Khartoum, the Sudanese army said.", "Khartoum", "gn:379252"),
    ("Sudanese families fled to Kassala.", "Kassala", "gn:372753"),
    ("The Sudanese army retook Sennar.", "Sennar", "gn:367644"),
    ("Iraqi troops retook Kirkuk from the Kurds.", "Kirkuk", "gn:94787"),
    ("Islamic State attacked Baghdad and Karbala in Iraq.", "Karbala", "gn:94824"),
    ("Haftar's forces entered Benghazi, Libyan officials said.", "Benghazi", "gn:88319"),
    ("Fezzan tribes fought over Sabha in Libya.", "Sabha", "gn:2212775"),
    ("The Arakan Army surrounded Sittwe in Myanmar.", "Sittwe", "gn:1295765"),
    ("Rebels came close to Mandalay, Myanmar media reported.", "Mandalay", "gn:1311874"),
    ("M23 entered Goma, the Congolese government said.", "Goma", "gn:216281"),
    ("Ethiopian troops left Mekelle, the capital of Tigray.", "Mekelle", "gn:331180"),
    ("Azerbaijani forces took Shusha in Nagorno-Karabakh.", "Shusha", "gn:147105"),
    ("Israeli tanks reached Gaza City and Khan Younis.", "Khan Younis", "gn:281124"),
    ("Al-Shabaab fighters attacked Kismayo in Somalia.", "Kismayo", "gn:55671"),
]
PROVINCES = [
    ("Troops entered Kupiansk in the Kharkiv region.", "Kharkiv", "ne:UA-Kharkiv"),
    ("fighting across Idlib province in Syria", "Idlib", "ne:SY-Idlib"),
    ("They hold most of Kherson Oblast in Ukraine.", "Kherson", "ne:UA-Kherson"),
    ("three districts of Baghlan in Afghanistan", "Baghlan", "AF09"),
    ("Houthi forces in Marib governorate, Yemen", "Marib", "ne:YE-Marib"),
    ("The governor of Kandahar province fled Afghanistan.", "Kandahar", "AF27"),
]
REGIONS = [
    ("Fighting goes on in the Donbas.", "Donbas"),
    ("Jihadists roam the Sahel.", "Sahel"),
    ("The war in Darfur began in 2003.", "Darfur"),
    ("Turkey shelled Kurdistan from across the border.", "Kurdistan"),
    ("He crossed from England into Scotland.", "Scotland"),
    ("The war spread through the Middle East.", "Middle East"),
    ("Azerbaijan retook Nagorno-Karabakh.", "Nagorno-Karabakh"),
    ("clashes in the disputed region of Kashmir", "Kashmir"),
]


def answers(gazetteer: Gazetteer, text: str, countries: tuple[str, ...] = ()) -> dict[str, Resolution]:
    mentions = find_mentions(text, gazetteer, countries=countries)
    return {answer.mention.text: answer for answer in resolve_mentions(text, mentions, gazetteer, countries=countries)}


def resolved_id(answer: Resolution | None) -> str:
    return answer.place.id if isinstance(answer, Resolved) else repr(answer)


@pytest.mark.parametrize(("text", "name", "place_id"), CITIES)
def test_the_bare_name_of_a_city_means_the_city(gazetteer: Gazetteer, text: str, name: str, place_id: str) -> None:
    assert resolved_id(answers(gazetteer, text).get(name)) == place_id


@pytest.mark.parametrize(("text", "name", "place_id"), PROVINCES)
def test_the_same_name_with_a_kind_word_means_the_province(
    gazetteer: Gazetteer, text: str, name: str, place_id: str
) -> None:
    assert resolved_id(answers(gazetteer, text).get(name)) == place_id


@pytest.mark.parametrize(("text", "name"), REGIONS)
def test_a_region_without_borders_is_a_place(gazetteer: Gazetteer, text: str, name: str) -> None:
    answer = answers(gazetteer, text).get(name)
    assert isinstance(answer, Resolved), answer
    assert answer.place.kind is Kind.REGION


@pytest.mark.parametrize("text", ["Pavlivka was taken.", "Russian troops took Pavlivka.", "They fought near Pavlivka."])
def test_one_of_many_villages_of_a_name_is_found_and_in_doubt(gazetteer: Gazetteer, text: str) -> None:
    answer = answers(gazetteer, text, ("UA",)).get("Pavlivka")
    assert answer is not None, text
    assert isinstance(answer, Ambiguous), answer


def test_the_place_told_beside_it_settles_which_village_is_meant(gazetteer: Gazetteer) -> None:
    answer = answers(gazetteer, "Russian troops took Pavlivka near Vuhledar in Donetsk region.", ("UA",))["Pavlivka"]
    assert isinstance(answer, Resolved), answer
    assert "ne:UA-Donetsk" in answer.place.parents


def test_a_place_far_from_where_the_text_puts_it_is_in_doubt(gazetteer: Gazetteer) -> None:
    answer = answers(gazetteer, "Russian troops took Vuhledar near Lviv in Ukraine.", ("UA",))["Vuhledar"]
    assert isinstance(answer, Ambiguous), answer
    assert answer.why.startswith("The text puts it near Lviv")
