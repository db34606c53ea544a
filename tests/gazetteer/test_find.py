import pytest

from gazetteer import Gazetteer
from gazetteer.resolve.names import find


@pytest.mark.parametrize(
    ("name", "country", "near", "expected"),
    [
        ("Banu district", None, None, "AF0907"),
        ("پنجشیر", None, None, "AF08"),
        ("Jalalabad", None, "AF08", "gn:1139715"),
        ("Jalalabad", "AF", None, "gn:1139715"),
        ("Dawlatabad", "AF", "AF21", "AF2109"),
        ("Dawlatabad", "AF", "AF29", "AF2909"),
        ("Khawak Pass", None, None, "cl:khawak-pass"),
    ],
)
def test_the_likeliest_place_comes_first(
    gazetteer: Gazetteer, name: str, country: str | None, near: str | None, expected: str
) -> None:
    found = find(name, gazetteer, country=country, near=gazetteer.get(near) if near else None)
    assert found[0].place.id == expected
    assert [c.score for c in found] == sorted((c.score for c in found), reverse=True)
    assert all(c.reasons for c in found)


def test_a_country_leaves_out_places_elsewhere(gazetteer: Gazetteer) -> None:
    assert {c.place.country for c in find("Jalalabad", gazetteer)} > {"AF"}
    assert {c.place.country for c in find("Jalalabad", gazetteer, country="AF")} == {"AF"}


@pytest.mark.parametrize("name", ["Qwertzuiop", "", " ", "district", "…"])
def test_a_name_that_nobody_bears_finds_nothing(gazetteer: Gazetteer, name: str) -> None:
    assert find(name, gazetteer) == ()
