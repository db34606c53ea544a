"""Shares of the work are put together to the same: claims of a month, places of a bucket."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
from drawn_claims import REPORTED
from hypothesis import given, settings
from hypothesis import strategies as st
from written_claims import END, PLACES, START, claim

from geo.archive.control import BucketTask, MapDays, buckets, folded_bucket
from geo.archive.files import arrow_bytes
from geo.archive.layout import CLAIMS, TEXT, month_folder, read_file
from geo.archive.months import ORDER, batches_by_month, write_month
from geo.archive.signals import NEEDED
from geo.archive.summary import Summary, added
from geo.archive.tables import claims_table, control_table
from geo.control.fold import fold

if TYPE_CHECKING:
    from pathlib import Path

    from geo.claims.claim import Claim

STALE = 14


@settings(max_examples=60)
@given(claims=REPORTED, most=st.integers(1, 8))
def test_buckets_of_any_size_fold_to_what_all_claims_fold_to(claims: list[Claim], most: int) -> None:
    every = claims_table(claims, {})
    counts = {row["values"]: row["counts"] for row in every["place_id"].value_counts().to_pylist()}
    found: list[dict[str, object]] = []
    shared = buckets(PLACES, counts, most)
    for bucket in shared:
        rows = every.filter(pc.field("place_id").isin(pa.array(bucket.claimed, TEXT))).select(list(NEEDED))
        task = BucketTask(bucket, MapDays(START, END, STALE), arrow_bytes([rows] if len(rows) else [], rows.schema))
        found += pq.read_table(io.BytesIO(folded_bucket(task).data)).to_pylist()
    periods = control_table(fold(claims, PLACES, start=START, end=END, stale_after_days=STALE))
    assert sorted(found, key=lambda row: (str(row["place_id"]), str(row["start"]))) == periods.to_pylist()
    assert sorted(place.id for bucket in shared for place in bucket.places) == sorted(PLACES)


@pytest.mark.parametrize("most", [1, 3, 5, 100])
def test_the_files_of_a_month_hold_its_claims_in_order_of_place_and_no_place_in_two(most: int, tmp_path: Path) -> None:
    lines = [f"{name} red takes {day}" for day in (20, 21, 22) for name in ("West", "Seat", "East", "Province")]
    parts = [claims_table([claim(line) for line in lines[at::3]], {}) for at in range(3)]
    read_file(tmp_path, 0).parent.mkdir()
    for number, table in enumerate(parts):
        read_file(tmp_path, number).write_bytes(arrow_bytes([table], CLAIMS))
    batches = batches_by_month(tmp_path, ((number, {"2021-08": len(table)}) for number, table in enumerate(parts)))
    files = write_month(tmp_path, "2021-08", batches["2021-08"], most)
    folder = month_folder(tmp_path, "2021-08")
    written = [pq.read_table(folder / f"part-{number:05}.parquet", partitioning=None) for number in range(files)]
    found = pa.concat_tables(written).to_pylist()
    assert found == pa.concat_tables(parts).sort_by(ORDER).to_pylist()
    seen = [set(table["place_id"].to_pylist()) for table in written]
    assert sum(map(len, seen)) == len(set().union(*seen)) == 4
    assert all(len(table) <= max(most, 3) for table in written)


def test_summaries_add_up_in_any_order() -> None:
    one = Summary(2, 1, ("2021-08-01", "2021-08-03"), ("2021-08-02",), {"a": ("2021-08-01", "r1")}, {"a": 2},
                  places={"XX": 3}, months={"2021-08": 3}, sides=("red",))  # fmt: skip
    two = Summary(1, 0, ("2021-07-01", "2021-07-01"), (), {"a": ("2021-07-01", "r9"), "b": ("2021-07-02", "r8")},
                  {"a": 1, "b": 1}, places={"XX": 1, "Y": 1}, months={"unknown": 2}, sides=("blue", "red"))  # fmt: skip
    whole = added([one, two])
    assert whole == added([two, one]) == added([whole, Summary()])
    assert (whole.reports, whole.claims, whole.published) == (3, 5, ("2021-07-01", "2021-08-03"))
    assert (whole.first_taken["a"], whole.taken["a"], whole.places["XX"]) == (("2021-07-01", "r9"), 3, 4)
    assert Summary.of_record(whole.record()) == whole
