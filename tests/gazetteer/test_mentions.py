import pytest

from gazetteer import Gazetteer, find_mentions

KINDS = [
    ("Fighting in Banu district.", ("AF",), [("Banu", "district")]),
    (
        "the districts of Banu, Bel Hisar and De Salah",
        ("AF",),
        [("Banu", "district"), ("Bel Hisar", "district"), ("De Salah", "district")],
    ),
    (
        "three of the neighbouring districts - Banu, Pol-e-Hesar, and De Salah from the Baghlan province",
        ("AF",),
        [("Banu", "district"), ("Pol-e-Hesar", "district"), ("De Salah", "district"), ("Baghlan", "province")],
    ),
    (
        "Banu, Pol-e-Hesar and Deh-e-Salah districts were taken",
        ("AF",),
        [("Banu", "district"), ("Pol-e-Hesar", "district"), ("Deh-e-Salah", "district")],
    ),
    ("in the Dara district of Panjshir province", ("AF",), [("Dara", "district"), ("Panjshir", "province")]),
    (
        "broke out in Andarab - a southern district in the Baghlan province",
        ("AF",),
        [("Andarab", "district"), ("Baghlan", "province")],
    ),
    ("gathered in the Panjshir Valley", ("AF",), [("Panjshir", "valley")]),
    ("after capturing the capital city Kabul", ("AF",), [("Kabul", "city")]),
    ("towards the state of Panjshir", ("AF",), [("Panjshir", "province")]),
    ("three districts of Baghlan, among them Nahrin", ("AF",), [("Baghlan", None), ("Nahrin", None)]),
    ("They hold the Khawak Pass.", ("AF",), [("Khawak Pass", None)]),
    ("in Panjshir the Panjshiri fighters", ("AF",), [("Panjshir", None)]),
    ("Kabul airport was closed.", ("AF",), [("Kabul", "airport")]),
    ("blew up a mountain in the Danah area", ("AF",), [("Danah", None)]),
    ("were captured in the in Dasht-e-Rivet area", ("AF",), [("Dasht-e-Rivet", None)]),
    (
        "use men of Panjhsir as tools. Panjshir resists; in Panjshir they fight.",
        ("AF",),
        [("Panjhsir", None), ("Panjshir", None), ("Panjshir", None)],
    ),
]
WARS = [
    ("Syrian army units entered Saraqib in Idlib province on Monday.", (), ["Saraqib", "Idlib"]),
    ("Troops held Kfar Nabl and Maarat al-Numan, south of Idlib.", ("SY",), ["Kfar Nabl", "Maarat al-Numan", "Idlib"]),
    ("The Rapid Support Forces seized El Fasher, the capital of North Darfur.", (), ["El Fasher", "North Darfur"]),
    ("M23 rebels took Goma and Sake in North Kivu, the Congolese army said.", (), ["Goma", "Sake", "North Kivu"]),
    ("Houthi forces captured al-Jawf and advanced on Marib.", ("YE",), ["al-Jawf", "Marib"]),
    ("Fighting in Bakhmut and Soledar in Donetsk region.", ("UA",), ["Bakhmut", "Soledar", "Donetsk"]),
    ("Ukrainian troops entered Kupiansk; Izium and Balakliia fell.", ("UA",), ["Kupiansk", "Izium", "Balakliia"]),
    ("ISIS was driven out of Mosul, Tal Afar and Hawija in Iraq.", (), ["Mosul", "Tal Afar", "Hawija", "Iraq"]),
    ("Israeli forces entered Khan Younis and Rafah in the Gaza Strip.", (), ["Khan Younis", "Rafah", "Gaza Strip"]),
    ("Українські війська звільнили Харків", (), ["Харків"]),
    ("جبهه مقاومت پنجشیر را گرفت", ("AF",), ["پنجشیر"]),
]


@pytest.mark.parametrize(
    ("text", "countries", "expected"), KINDS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_the_words_around_a_name_give_its_kind(
    gazetteer: Gazetteer, text: str, countries: tuple[str, ...], expected: list[tuple[str, str | None]]
) -> None:
    found = find_mentions(text, gazetteer, countries=countries)
    assert [(mention.text, mention.kind) for mention in found] == expected


@pytest.mark.parametrize(
    ("text", "countries", "expected"), WARS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_places_of_any_war_are_found(
    gazetteer: Gazetteer, text: str, countries: tuple[str, ...], expected: list[str]
) -> None:
    assert [mention.text for mention in find_mentions(text, gazetteer, countries=countries)] == expected
