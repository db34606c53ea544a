import pytest

from gazetteer import Gazetteer, Kind, UnknownPlaceError, attribution


@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        ("Panjshir", "AF08"),
        ("Panjsher", "AF08"),
        ("پنجشیر", "AF08"),
        ("Andarab", "AF0907"),
        ("Banu", "AF0907"),
        ("Bano", "AF0907"),
        ("Pol-e-Hesar", "AF0912"),
        ("Pul-E-Hesar", "AF0912"),
        ("Bel Hisar", "AF0912"),
        ("De Salah", "AF0908"),
        ("Deh Salah", "AF0908"),
        ("Deh-e-Salah", "AF0908"),
        ("Dih Saleh", "AF0908"),
        ("Dasht-e-Rivet", "gn:1143811"),
        ("Dara", "AF0803"),
        ("Kapisa", "AF02"),
        ("Jalalabad", "gn:1139715"),
        ("Kabul", "gn:1138958"),
        ("Khenjan", "AF0906"),
        ("Dushi", "AF0903"),
        ("Anaba", "AF0805"),
        ("Khawak Pass", "cl:khawak-pass"),
        ("Herat", "AF32"),
        ("Hirat", "AF32"),
        ("Kyiv", "gn:703448"),
        ("Kiev", "gn:703448"),
        ("Харків", "ne:UA-Kharkiv"),
        ("Izium", "gn:707292"),
        ("Edlib", "ne:SY-Idlib"),
        ("Deir al-Zour", "gn:170794"),
        ("Britain", "GB"),
        ("Crimea", "ne:UA-Crimea"),
    ],
)
def test_a_spelling_finds_its_place(gazetteer: Gazetteer, name: str, place_id: str) -> None:
    assert place_id in {candidate.place.id for candidate in gazetteer.lookup(name)}


def test_a_places_own_name_comes_before_another_places_spelling(gazetteer: Gazetteer) -> None:
    scores = [candidate.score for candidate in gazetteer.lookup("Andarab")]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] == 1


def test_an_unknown_name_has_no_candidates(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Qwertzuiop") == ()
    assert gazetteer.lookup("…") == ()


def test_a_place_knows_the_units_it_lies_in_nearest_first(gazetteer: Gazetteer) -> None:
    assert gazetteer.get("gn:1147118").parents == ("AF0907", "AF09", "AF")
    assert gazetteer.get("gn:706483").parents == ("ne:UA-Kharkiv", "UA")


@pytest.mark.parametrize(
    ("place_id", "district"),
    [
        ("gn:1147118", "AF0907"),
        ("gn:1143529", "AF0908"),
        ("gn:1464922", "AF0912"),
        ("gn:1429434", "AF0801"),
        ("gn:1136723", "AF0906"),
    ],
)
def test_a_seat_names_its_district(gazetteer: Gazetteer, place_id: str, district: str) -> None:
    assert gazetteer.get(place_id).seat_of == district


def test_an_id_that_is_not_held_is_refused_with_its_name(gazetteer: Gazetteer) -> None:
    with pytest.raises(UnknownPlaceError, match="AF9999"):
        gazetteer.get("AF9999")


def test_a_province_lists_its_districts_and_a_country_its_provinces(gazetteer: Gazetteer) -> None:
    assert {place.id for place in gazetteer.children("AF08")} >= {f"AF080{n}" for n in range(1, 8)}
    assert len(gazetteer.places("AF", Kind.PROVINCE)) == 34
    assert len(gazetteer.places("AF", Kind.DISTRICT)) == 401


def test_afghanistan_and_ukraine_are_among_the_countries(gazetteer: Gazetteer) -> None:
    assert {"AF", "UA", "SD", "XK"} <= {place.id for place in gazetteer.countries()}


def test_no_town_of_our_own_records_is_held_twice(gazetteer: Gazetteer) -> None:
    towns = [c.place for c in gazetteer.lookup("Pul-e Khumri") if c.place.kind in (Kind.CITY, Kind.TOWN, Kind.VILLAGE)]
    assert len(towns) == 1


def test_the_credit_names_the_sources_asked_for() -> None:
    assert "GeoNames" in attribution(["geonames"])
    assert "Natural Earth" not in attribution(["geonames"])
    assert "OCHA" in attribution()
