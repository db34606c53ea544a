import re
from collections import Counter
from pathlib import Path

import pytest

from gazetteer.data_files import data_file
from gazetteer.errors import DataError
from gazetteer.names import normalise
from gazetteer.place import Kind
from gazetteer.sources.geonames import keeps
from gazetteer.sources.own import read_records

ENTRIES = read_records(data_file("afghanistan.tsv"), "AF", {})


def test_every_id_is_used_once() -> None:
    assert [i for i, n in Counter(entry.place.id for entry in ENTRIES).items() if n > 1] == []


def test_every_name_is_written_as_people_write_it() -> None:
    odd = [e.place.name for e in ENTRIES if not re.fullmatch(r"[A-Z'][A-Za-z' -]*", e.place.name)]
    assert odd == []
    names = [name for entry in ENTRIES for name in entry.names]
    assert [name for name in names if re.match("[a-z]", name) or re.fullmatch("[A-Z]{2,3}", name)] == []


def test_a_seat_is_the_seat_of_a_district_and_no_district_has_two() -> None:
    districts = {entry.place.id for entry in ENTRIES if entry.place.kind is Kind.DISTRICT}
    seats = [entry.place.seat_of for entry in ENTRIES if entry.place.seat_of]
    assert set(seats) <= districts
    assert len(seats) == len(set(seats))


def test_the_names_of_panjshir_are_no_names_of_parwan() -> None:
    parwan = next(entry for entry in ENTRIES if entry.place.id == "AF03")
    assert not {normalise(name) for name in parwan.names} & {"panjshir", "panjsher", "pandschschir"}


@pytest.mark.parametrize(
    ("name", "country", "kept"),
    [
        ("Kharkov", "UA", True),
        ("Харків", "UA", True),
        ("ハリコフ", "UA", False),
        ("ha er ke fu", "UA", False),
        ("HRK", "UA", False),
        ("کابل", "AF", True),
        ("کابل", "FR", False),
        ("Cúcuta", "CO", True),
    ],
)
def test_only_names_that_people_write_are_taken_from_geonames(name: str, country: str, kept: bool) -> None:  # noqa: FBT001 - a table column
    assert keeps(name, country) is kept


def test_a_row_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    path = tmp_path / "x.tsv"
    head = "id\tkind\tname\tparent\tlon\tlat\tarea_km2\tpopulation\tseat_of\tnames\tnative\tnote\n"
    path.write_text(head + "AF99\tcastle\tX\tAF\t1\t2\t\t\t\t\t\t\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"x\.tsv: the row of 'AF99'"):
        read_records(path, "AF", {})
    path.write_text("id\tname\n1\t2\n", encoding="utf-8")
    with pytest.raises(DataError, match="must name the columns"):
        read_records(path, "AF", {})
