"""A country that nobody knows: districts drawn from nothing but localities, an outline and sizes."""

import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gazetteer.make.areas import approximate_areas

SIDE_M = 40_000.0
LAWS = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=25)
POINTS = st.tuples(st.floats(1_000, SIDE_M - 1_000), st.floats(1_000, SIDE_M - 1_000))
DISTRICTS = st.dictionaries(
    st.sampled_from(["Nordmark", "Suedmark", "Ostheim", "Westheim", "Mitte"]),
    st.lists(POINTS, min_size=1, max_size=6),
    min_size=1,
    max_size=5,
)
SIZES = st.floats(50, 500)
# A square with a bay, an island and a slanted border: outlines are never boxes.
OUTLINE = shapely.MultiPolygon(
    [
        shapely.Polygon([(0, 0), (SIDE_M, 3_000), (36_000, SIDE_M), (22_000, 30_000), (15_000, 38_000), (0, SIDE_M)]),
        shapely.Polygon([(44_000, 10_000), (50_000, 10_000), (50_000, 16_000), (44_000, 15_000)]),
    ]
)


@LAWS
@given(localities=DISTRICTS, data=st.data())
def test_districts_of_an_invented_country_are_one_coverage_of_its_outline(
    localities: dict[str, list[tuple[float, float]]], data: st.DataObject
) -> None:
    sizes = {name: data.draw(SIZES) for name in localities} if data.draw(st.booleans()) else {}
    drawn = approximate_areas(localities, OUTLINE, sizes)
    shapes = list(drawn.values())
    assert set(drawn) <= set(localities)
    assert all(shape.is_valid and not shape.is_empty for shape in shapes)
    assert shapely.coverage_is_valid(shapes)
    assert shapely.union_all(shapes).symmetric_difference(OUTLINE).area < 1e-6 * OUTLINE.area


@LAWS
@given(localities=DISTRICTS)
def test_the_order_of_districts_and_localities_changes_nothing(
    localities: dict[str, list[tuple[float, float]]],
) -> None:
    one = approximate_areas(localities, OUTLINE, {})
    other = approximate_areas({name: localities[name][::-1] for name in reversed(localities)}, OUTLINE, {})
    assert set(one) == set(other)
    assert all(one[name].symmetric_difference(other[name]).area < 1.0 for name in one)


def test_a_lone_district_gets_the_whole_outline() -> None:
    drawn = approximate_areas({"Mitte": [(20_000, 20_000)]}, OUTLINE, {})
    assert drawn["Mitte"].area == pytest.approx(OUTLINE.area)
