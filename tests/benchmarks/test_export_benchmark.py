"""What a million claims take to write, at a size that a test can afford."""

from __future__ import annotations

import tracemalloc

import pytest

from benchmarks.export import made_up, measure
from geo.export.formats import format_named


def peak(format_id: str, count: int) -> int:
    """Bytes held at most while a file of so many claims is written and thrown away."""
    form, what = format_named(format_id), made_up(count)
    tracemalloc.start()
    for _ in form.write(what, form.layers[0]):
        pass
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def test_six_times_the_claims_are_written_in_the_same_memory() -> None:
    # This format keeps nothing ready but the places, which the smaller file has to name already.
    assert peak("annotations", 3_000) < 1.2 * peak("annotations", 500)


@pytest.mark.parametrize("format_id", ["csv", "gpkg", "datapackage"])
def test_a_file_of_made_up_claims_is_written_and_measured(format_id: str) -> None:
    found = measure(format_id, 600)
    assert found.file_mib > 0
    assert found.peak_mib > 0
