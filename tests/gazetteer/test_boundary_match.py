from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import box

from gazetteer.overlay.boundary_match import District, match, similarity
from gazetteer.sources.boundary_file import Boundary

if TYPE_CHECKING:
    from random import Random


def boundary(name: str, west: float, pcode: str | None = None) -> Boundary:
    return Boundary(f"gb:{name}", name, pcode, box(west, 0, west + 1, 1))


def district(name: str, west: float | None = None, points: tuple[tuple[float, float], ...] = ()) -> District:
    area = None if west is None else box(west, 0, west + 1, 1)
    return District(f"id-{name}", (name,), area, points)


@pytest.mark.parametrize(
    ("boundaries", "districts", "expected"),
    [
        pytest.param(
            [boundary("A", 0), boundary("B", 1)],
            [district("Other", 0.1), district("Names", 1.1)],
            {"gb:A": "id-Other", "gb:B": "id-Names"},
            id="position counts more than names",
        ),
        pytest.param(
            [boundary("A", 0), boundary("B", 1)],
            [district("A", 0.5), district("B", 1.5)],
            {"gb:A": "id-A", "gb:B": "id-B"},
            id="a name decides between neighbours",
        ),
        pytest.param([boundary("A", 0)], [district("B", 0.6)], {}, id="little overlap and another name is no match"),
        pytest.param(
            [boundary("A", 0)],
            [district("B", points=((0.5, 0.5), (0.6, 0.6), (5, 5)))],
            {"gb:A": "id-B"},
            id="localities show where a district without an area is",
        ),
        pytest.param(
            [boundary("A", 0)],
            [district("B", 0.1), district("A", 0)],
            {"gb:A": "id-A"},
            id="a boundary gets one district",
        ),
        pytest.param(
            [boundary("A", 0), boundary("A2", 0)],
            [district("A", 0)],
            {"gb:A": "id-A"},
            id="a district gets one boundary",
        ),
        pytest.param(
            [boundary("Deh Salah", 0)],
            [district("Dih-e Saleh")],
            {"gb:Deh Salah": "id-Dih-e Saleh"},
            id="a name alone will do where no position is known",
        ),
        pytest.param(
            [boundary("A", 0)],
            [district("A"), District("id-A2", ("A",), None, ())],
            {},
            id="of two districts of one name neither is guessed",
        ),
        pytest.param(
            [boundary("A", 0, "id-B")],
            [district("A", 0), district("B", 5)],
            {"gb:A": "id-B"},
            id="a P-code decides",
        ),
        pytest.param(
            [boundary("A", 0, "id-Z")],
            [district("A", 0)],
            {"gb:A": "id-A"},
            id="a P-code that is not ours decides nothing",
        ),
    ],
)
def test_a_boundary_finds_its_district(
    boundaries: list[Boundary], districts: list[District], expected: dict[str, str]
) -> None:
    assert match(boundaries, districts) == expected


def test_spellings_of_one_name_are_alike() -> None:
    assert similarity(["Pol-e Hesar"], ["Something", "Pul-i-Hisar"]) == 1
    assert similarity(["Kabul"], ["Herat"]) < 0.5
    assert similarity([""], ["Herat"]) == 0


@given(
    wests=st.lists(st.floats(0, 5), min_size=1, max_size=6),
    shifts=st.lists(st.floats(-1, 1), min_size=6, max_size=6),
    order=st.randoms(use_true_random=False),
)
def test_each_id_is_used_once_whatever_the_order(wests: list[float], shifts: list[float], order: Random) -> None:
    boundaries = [boundary(f"B{number}", west) for number, west in enumerate(wests)]
    districts = [district(f"D{number}", west + shifts[number]) for number, west in enumerate(wests)]
    found = match(boundaries, districts)
    assert len(set(found.values())) == len(found)
    order.shuffle(boundaries)
    order.shuffle(districts)
    assert match(boundaries, districts) == found
