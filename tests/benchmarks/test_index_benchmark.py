from pathlib import Path

import pytest

from benchmarks.index import main
from benchmarks.made_up import made_up_places
from gazetteer.names import normalise


def test_the_same_seed_makes_the_same_places() -> None:
    assert list(made_up_places(50, 1)) == list(made_up_places(50, 1))
    assert list(made_up_places(50, 1)) != list(made_up_places(50, 2))


def test_made_up_places_have_ids_of_their_own_and_names_that_can_be_looked_up() -> None:
    entries = list(made_up_places(500, 1))
    assert len({entry.place.id for entry in entries}) == 500
    assert all(normalise(entry.place.name) for entry in entries)


def test_an_index_of_made_up_places_is_measured_and_removed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--rows", "2000", "--folder", str(tmp_path)]) == 0
    shown = capsys.readouterr().out
    assert "2,000 made-up places" in shown
    assert "median" in shown
    assert list(tmp_path.iterdir()) == []
