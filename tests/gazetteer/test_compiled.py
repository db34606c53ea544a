import csv
import re
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest
import shapely

from gazetteer import Gazetteer, Kind, Resolved, find_mentions, resolve_mentions
from gazetteer.data_files import data_file
from gazetteer.entry import Entry
from gazetteer.errors import DataError
from gazetteer.index.load import COMPILED
from gazetteer.names import normalise
from gazetteer.sources.compiled import COLUMNS, LOCATED, read_places, read_spellings, with_spellings
from gazetteer.sources.natural_earth import read_provinces
from gazetteer.tables.lexicon import abbreviations

# Natural Earth draws these provinces too small or too coarsely there: Baghdad without its outskirts, West Darfur up to
# where North Darfur is, Abyei as South Kordofan, no Snake Island.
OUTLINE_IS_WRONG = {
    "cl:hr-strmica",
    "cl:hr-udbina-air-base",
    "cl:iq-latifiya",
    "cl:iq-salman-pak",
    "cl:iq-taji",
    "cl:iq-yusufiyah",
    "cl:sd-foro-baranga",
    "cl:sd-karnoi",
    "cl:sd-saraf-omra",
    "cl:sd-tina",
    "cl:sd-um-baru",
    "cl:ss-agok",
    "cl:ss-turalei",
    "cl:ua-snake-island",
}
KM_PER_DEGREE = 111.2
MOST_KM = 80
NEAR_DEGREES = 0.1
HEAD = "\t".join(COLUMNS) + "\n"
SPELLINGS = [(i, name) for i, names in read_spellings(data_file("spellings.tsv")).items() for name in names]


def rows(name: str) -> list[dict[str, str]]:
    with data_file(name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("file", COMPILED)
def test_every_place_of_a_file_is_in_the_index_under_its_own_name(gazetteer: Gazetteer, file: str) -> None:
    missing = [row["id"] for row in rows(file) if row["id"] not in {c.place.id for c in gazetteer.lookup(row["name"])}]
    assert missing == []


def test_no_id_is_used_twice() -> None:
    ids = Counter(row["id"] for file in COMPILED for row in rows(file))
    assert [i for i, n in ids.items() if n > 1] == []


def test_no_other_name_repeats_the_name_or_carries_spaces() -> None:
    odd = [
        row["id"]
        for file in COMPILED
        for row in rows(file)
        for name in row["names"].split("|")
        if name == row["name"] or name != name.strip()
    ]
    assert odd == []


def test_a_war_place_lies_in_the_province_that_its_row_names() -> None:
    outlines = {entry.place.id: entry for entry in read_provinces()}
    outside = [
        (row["id"], row["province"], round(away_km))
        for row in rows("places.tsv")
        if (away_km := distance_km(outlines[row["province"]], row)) > float(row["radius_km"])
        and row["id"] not in OUTLINE_IS_WRONG
    ]
    assert outside == []
    assert [
        row["id"]
        for row in rows("places.tsv")
        if row["province"][3:5] != row["country"] and row["province"][:2] == "ne"
    ] == []


def distance_km(province: Entry, row: dict[str, str]) -> float:
    """How far a row's point lies outside a province, as if degrees of longitude were as long as those of latitude."""
    assert province.area is not None
    return KM_PER_DEGREE * float(province.area.geometry.distance(shapely.Point(float(row["lon"]), float(row["lat"]))))


def test_a_war_place_says_how_far_its_point_may_be_off(gazetteer: Gazetteer) -> None:
    assert [row["id"] for row in rows("places.tsv") if not 0 < float(row["radius_km"]) <= MOST_KM] == []
    assert gazetteer.get("cl:ua-krokhmalne").radius_km == 6
    assert gazetteer.get("gn:703448").radius_km == 0


def test_no_two_war_places_of_one_name_are_one_place() -> None:
    places = [
        (row, {normalise(name) for name in (row["name"], *row["names"].split("|"))} - {""})
        for row in rows("places.tsv")
    ]
    twice = [
        (one["id"], other["id"])
        for (one, names), (other, others) in combinations(places, 2)
        if one["country"] == other["country"]
        and names & others
        and abs(float(one["lat"]) - float(other["lat"])) + abs(float(one["lon"]) - float(other["lon"])) < NEAR_DEGREES
    ]
    assert twice == []


def test_a_region_of_several_countries_has_no_country_and_no_parent(gazetteer: Gazetteer) -> None:
    sahel = gazetteer.get("cl:region-sahel")
    assert (sahel.kind, sahel.country, sahel.parents) == (Kind.REGION, "", ())
    assert gazetteer.get("cl:region-donbas").parents == ("UA",)


def test_no_war_place_doubles_one_of_the_index(gazetteer: Gazetteer) -> None:
    doubled = [
        (row["id"], candidate.place.id)
        for row in rows("places.tsv")
        for candidate in gazetteer.lookup(row["name"])
        if candidate.place.id != row["id"]
        and candidate.place.country == row["country"]
        and candidate.score >= 0.9
        and candidate.place.kind in (Kind.CITY, Kind.TOWN, Kind.VILLAGE)
        and abs(candidate.place.lat - float(row["lat"])) + abs(candidate.place.lon - float(row["lon"])) < 0.1
    ]
    assert doubled == []


@pytest.mark.parametrize(("place_id", "name"), SPELLINGS)
def test_a_further_spelling_finds_its_place(gazetteer: Gazetteer, place_id: str, name: str) -> None:
    assert place_id in {candidate.place.id for candidate in gazetteer.lookup(name)}


@pytest.mark.parametrize("place_id", abbreviations())
def test_a_short_form_belongs_to_a_province(gazetteer: Gazetteer, place_id: str) -> None:
    assert gazetteer.get(place_id).kind is Kind.PROVINCE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A man from Alexandria, La., was held.", [("Alexandria", "ne:US-Louisiana"), ("La.", "ne:US-Louisiana")]),
        ("She lives in Paris, Texas.", [("Paris", "ne:US-Texas"), ("Texas", "ne:US-Texas")]),
        ("The fire in Springfield, Ill., is out.", [("Springfield", "ne:US-Illinois"), ("Ill.", "ne:US-Illinois")]),
        (
            "Police in Charleston, W.Va., said so.",
            [("Charleston", "ne:US-West-Virginia"), ("W.Va.", "ne:US-West-Virginia")],
        ),
        ("A girl from Buffalo, New York, was killed.", [("Buffalo", "ne:US-New-York"), ("New York", "ne:US-New-York")]),
        (
            "It was in Fairfax County, Va., on Monday.",
            [("Fairfax County", "ne:US-Virginia"), ("Va.", "ne:US-Virginia")],
        ),
        ("They met in London, Ont., in May.", [("London", "ne:CA-Ontario"), ("Ont.", "ne:CA-Ontario")]),
    ],
)
def test_the_province_after_a_comma_settles_the_town(
    gazetteer: Gazetteer, text: str, expected: list[tuple[str, str]]
) -> None:
    answers = resolve_mentions(text, find_mentions(text, gazetteer), gazetteer)
    places = [(a.mention.text, a.place) for a in answers if isinstance(a, Resolved)]
    found = [(name, p.id if p.kind is Kind.PROVINCE else p.parents[-2]) for name, p in places]
    assert found == expected


@pytest.mark.parametrize("text", ["La Paz is far.", "He said: in La la land.", "Ill with fever, Miss Jones left."])
def test_a_short_form_elsewhere_is_no_province(gazetteer: Gazetteer, text: str) -> None:
    assert not {m.text for m in find_mentions(text, gazetteer)} & {"La", "Ill", "Miss"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id\tname\n1\t2\n", "must name the columns"),
        (HEAD + "x:1\tA\tcastle\tUA\t1\t2\t\t\n", "the row of 'x:1' cannot be used"),
        (HEAD + "x:1\tA\ttown\tUA\teast\t2\t\t\n", "the row of 'x:1' cannot be used"),
        (
            "\t".join(LOCATED) + "\nx:1\tA\ttown\tUA\t1\t2\t\t\tne:UA-Atlantis\t5\n",
            "the row of 'x:1' names the province 'ne:UA-Atlantis'",
        ),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_its_row(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "x.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=re.escape(f"x.tsv: {message}") if message.startswith("the row") else message):
        read_places(path, "claimline", ())


def test_spellings_are_added_to_the_entry_that_they_belong_to() -> None:
    provinces = read_provinces()[:3]
    changed = list(with_spellings(provinces, {provinces[1].place.id: ("Xyz",)}))
    assert [("Xyz" in entry.names) for entry in changed] == [False, True, False]
