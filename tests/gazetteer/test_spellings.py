import csv
from pathlib import Path

import pytest

from gazetteer import Gazetteer

with Path(__file__).with_name("spellings.tsv").open(encoding="utf-8") as table:
    ROWS = [
        (row["country"], row["name"], spelling)
        for row in csv.DictReader(table, delimiter="\t")
        for spelling in row["spellings"].split("|")
    ]


def ids(gazetteer: Gazetteer, name: str, country: str) -> set[str]:
    return {candidate.place.id for candidate in gazetteer.lookup(name) if candidate.place.country == country}


def test_the_table_is_large() -> None:
    assert len(ROWS) >= 200


@pytest.mark.parametrize(("country", "name", "spelling"), ROWS)
def test_a_spelling_in_any_script_finds_the_same_place(
    gazetteer: Gazetteer, country: str, name: str, spelling: str
) -> None:
    assert ids(gazetteer, name, country) & ids(gazetteer, spelling, country)
