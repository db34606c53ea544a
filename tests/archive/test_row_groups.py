"""Of an archive only those row groups are read that can hold what is asked for."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from geo.archive.row_groups import RowGroups, Wanted, row_groups, wanted
from geo.errors import ArchiveError

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = pa.schema([("place_id", pa.string()), ("day", pa.date32()), ("quote", pa.string())])
FIRST = date(2021, 8, 1)
PLACES = ("A", "B", "C", "D")


@pytest.fixture
def files(tmp_path: Path) -> RowGroups:
    """Two files of 4 places and 10 days each, a row group a place."""
    for number in range(2):
        rows = [
            {"place_id": place, "day": FIRST + timedelta(days=10 * number + day), "quote": f"{place} {day}"}
            for place in PLACES
            for day in range(10)
        ]
        pq.write_table(pa.Table.from_pylist(rows, SCHEMA), tmp_path / f"part-{number}.parquet", row_group_size=10)
    return row_groups(tuple(tmp_path.glob("*.parquet")), SCHEMA, ("place_id", "day"))


def august(day: int) -> date:
    return FIRST + timedelta(days=day - 1)


@pytest.mark.parametrize(
    ("asked", "groups", "rows"),
    [
        (Wanted(), [(0, 0), (0, 1), (0, 2), (0, 3), (1, 0), (1, 1), (1, 2), (1, 3)], 80),
        (wanted("place_id", ["B"]), [(0, 1), (1, 1)], 20),
        (wanted("place_id", ["B", "D", "B"]), [(0, 1), (0, 3), (1, 1), (1, 3)], 40),
        (wanted("place_id", ["B"], day=(august(3), august(5))), [(0, 1)], 3),
        (wanted("place_id", ["B"], day=(august(10), august(11))), [(0, 1), (1, 1)], 2),
        (wanted("place_id", ["C"], day=(date.min, august(1))), [(0, 2)], 1),
        (wanted("place_id", ["C"], day=(august(30), date.max)), [], 0),
        (wanted("place_id", ["BB"]), [], 0),
        (wanted("place_id", []), [], 0),
        (Wanted(days={"day": (august(12), august(12))}), [(1, 0), (1, 1), (1, 2), (1, 3)], 4),
        (wanted("quote", ["A 1"]), [(0, 0), (0, 1), (0, 2), (0, 3), (1, 0), (1, 1), (1, 2), (1, 3)], 2),
    ],
)
def test_only_what_can_hold_it_is_read(
    files: RowGroups, asked: Wanted, groups: list[tuple[int, int]], rows: int
) -> None:
    chosen = [(files.files.index(file), number) for file, numbers in files.chosen(asked) for number in numbers]
    assert chosen == groups
    found = files.read(["place_id", "day", "quote"], asked)
    assert found.num_rows == rows
    assert found.schema.equals(SCHEMA)


def test_texts_as_dictionaries_hold_the_same(files: RowGroups) -> None:
    asked = wanted("place_id", ["A", "C"], day=(august(2), august(15)))
    plain = pa.concat_tables(files.tables(["place_id", "day"], asked))
    coded = pa.concat_tables(files.tables(["place_id", "day"], asked, ["place_id"]))
    assert pa.types.is_dictionary(coded["place_id"].type)
    assert coded.cast(plain.schema).equals(plain)


def test_a_file_is_read_when_its_turn_comes(files: RowGroups, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = []
    read = pq.ParquetFile.read_row_groups
    monkeypatch.setattr(
        pq.ParquetFile, "read_row_groups", lambda *args, **more: opened.append(1) or read(*args, **more)
    )
    tables = files.tables(["place_id"], Wanted())
    assert opened == []
    next(tables)
    assert opened == [1]


def test_a_file_that_was_replaced_is_not_read_by_the_footer_of_another(files: RowGroups) -> None:
    path = files.files[1].path
    table = pq.read_table(path, schema=SCHEMA)
    pq.write_table(table.slice(0, 7), path)
    with pytest.raises(ArchiveError, match=r"part-1\.parquet: the archive was changed meanwhile"):
        files.read(["place_id"], Wanted())
    assert files.read(["place_id", "day"], wanted("place_id", ["A"], day=(august(1), august(2)))).num_rows == 2
    path.unlink()
    with pytest.raises(ArchiveError, match="changed meanwhile"):
        files.read(["place_id"], Wanted())


def test_a_file_without_statistics_is_always_read(tmp_path: Path) -> None:
    table = pa.table({"place_id": ["A"], "day": [FIRST], "quote": ["A 1"]}, SCHEMA)
    pq.write_table(table, tmp_path / "part.parquet", write_statistics=False)
    files = row_groups([tmp_path / "part.parquet"], SCHEMA, ("place_id", "day"))
    assert len(files.chosen(wanted("place_id", ["Z"]))) == 1
    assert files.read(["place_id"], wanted("place_id", ["Z"])).num_rows == 0
