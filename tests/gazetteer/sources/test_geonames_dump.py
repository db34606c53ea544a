from pathlib import Path

import pytest
from installable import ROWS, alternates, dump, packed, row

from gazetteer.data_files import data_table
from gazetteer.errors import DataError
from gazetteer.place import Kind
from gazetteer.sources.geonames_dump import entry, features, kind, read_alternates, read_dump


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "LU.zip"
    found.write_bytes(dump())
    return found


def test_rows_of_places_are_read_and_others_left_out(path: Path) -> None:
    names = [found.name for found in read_dump(path, "LU", {})]
    assert names == [
        "Invented Seat", "Invented Hamlet", "Invented Pass", "Invented Field", "Northland Canton", "Luxembourg",
    ]  # fmt: skip


def test_the_text_file_alone_is_read_too(tmp_path: Path, path: Path) -> None:
    (tmp_path / "LU.txt").write_text("\n".join(ROWS), encoding="utf-8")
    assert list(read_dump(tmp_path / "LU.txt", "LU", {})) == list(read_dump(path, "LU", {}))


@pytest.mark.parametrize(
    ("code", "population", "expected"),
    [
        ("PPL", 0, Kind.VILLAGE),
        ("PPL", 6_000, Kind.TOWN),
        ("PPLC", 100_000, Kind.CITY),
        ("ADM2", 0, Kind.DISTRICT),
        ("VAL", 0, Kind.VALLEY),
        ("PASS", 0, Kind.PASS),
        ("AIRP", 0, Kind.AIRPORT),
        ("AIRB", 0, Kind.BASE),
        ("MILB", 0, Kind.BASE),
    ],
)
def test_feature_codes_become_kinds(tmp_path: Path, code: str, population: int, expected: Kind) -> None:
    (tmp_path / "LU.zip").write_bytes(dump([row(1, "X", 6, 50, code, population=population)]))
    assert [kind(found) for found in read_dump(tmp_path / "LU.zip", "LU", {})] == [expected]


@pytest.mark.parametrize("code", ["PPLH", "PPLQ", "PPLX", "STM", "FRM", "ADM1", ""])
def test_what_is_gone_or_no_place_of_a_report_is_left_out(tmp_path: Path, code: str) -> None:
    (tmp_path / "LU.zip").write_bytes(dump([row(1, "X", 6, 50, code or " ")]))
    assert list(read_dump(tmp_path / "LU.zip", "LU", {})) == []


def test_no_code_has_two_kinds() -> None:
    table = data_table("geonames_features.toml")
    codes = [*table["settlements"], *table["districts"], *(code for codes in table["kinds"].values() for code in codes)]
    assert len(codes) == len(set(codes))
    assert set(features().seats) <= features().settlements


def test_machine_made_names_are_left_out_of_a_place(path: Path) -> None:
    found = next(one for one in read_dump(path, "LU", {}) if one.name == "Invented Hamlet")
    assert entry(found, "LU", ("LU",)).names == ("Hameau Inventé",)


def test_alternate_names_take_the_place_of_the_dumps_own_list(tmp_path: Path, path: Path) -> None:
    (tmp_path / "alternates.zip").write_bytes(alternates())
    names = read_alternates(tmp_path / "alternates.zip", "LU")
    found = next(one for one in read_dump(path, "LU", names) if one.name == "Invented Hamlet")
    assert found.names == ("Hameau de l'Invention",)


def test_places_of_another_country_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "LU.zip").write_bytes(dump([row(1, "X", 6, 50, "PPL", country="BE")]))
    assert list(read_dump(tmp_path / "LU.zip", "LU", {})) == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (dump()[:-40], "broken"),
        (dump()[:200], "broken"),
        (dump()[:120] + b"\x00\x00\x00\x00" + dump()[124:], "broken"),
        (b"<html>404</html>", "broken"),
        (b"", "broken"),
        (dump().replace(b"PK\x03\x04", b"PK\x03\x05"), "broken"),
        (packed("AF.txt", ROWS), r"holds no LU\.txt"),
        (packed("LU.txt", ["1\tX\tX"]), "row 1 has 3 columns, not 19"),
        (packed("LU.txt", [ROWS[0], ROWS[0].replace("50.0", "north")]), "row 2 cannot be used"),
    ],
)
def test_what_is_no_dump_is_named(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "LU.zip").write_bytes(content)
    with pytest.raises(DataError, match=rf"LU\.zip.*{message}"):
        list(read_dump(tmp_path / "LU.zip", "LU", {}))


def test_broken_alternate_names_are_named(tmp_path: Path) -> None:
    (tmp_path / "LU.zip").write_bytes(packed("LU.txt", ["1\t2"]))
    with pytest.raises(DataError, match="row 1 has 2 columns"):
        read_alternates(tmp_path / "LU.zip", "LU")
