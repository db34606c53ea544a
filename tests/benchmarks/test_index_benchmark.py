from pathlib import Path

from benchmarks.index import made_up_index
from benchmarks.made_up import made_up_places
from gazetteer.names import normalise


def test_the_same_seed_makes_the_same_places() -> None:
    assert list(made_up_places(50, 1)) == list(made_up_places(50, 1))
    assert list(made_up_places(50, 1)) != list(made_up_places(50, 2))


def test_made_up_places_have_ids_of_their_own_and_names_that_can_be_looked_up() -> None:
    entries = list(made_up_places(500, 1))
    assert len({entry.place.id for entry in entries}) == 500
    assert all(normalise(entry.place.name) for entry in entries)


def test_an_index_of_made_up_places_is_measured(tmp_path: Path) -> None:
    found = made_up_index(2_000, tmp_path)
    assert found.places == 2_000
    assert found.use.median_us <= found.use.p95_us
    assert 0 < found.use.found < 1
