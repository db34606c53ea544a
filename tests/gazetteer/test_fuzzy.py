import sqlite3
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gazetteer import Gazetteer, Resolved, find_mentions, resolve_mentions
from gazetteer.names import normalise
from gazetteer.reading.fuzzy import near_name

LAWS = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=80)


@pytest.fixture(scope="module")
def real_names(gazetteer: Gazetteer) -> tuple[str, ...]:
    """Every fiftieth place of the index: names of all countries."""
    with closing(sqlite3.connect(f"{gazetteer.path.as_uri()}?mode=ro&immutable=1", uri=True)) as database:
        rows = database.execute("SELECT name FROM place WHERE row % 50 = 0 AND length(name) > 5").fetchall()
    return tuple(name for (name,) in rows)


@LAWS
@given(data=st.data())
def test_a_name_that_the_gazetteer_holds_never_becomes_another(
    gazetteer: Gazetteer, real_names: tuple[str, ...], data: st.DataObject
) -> None:
    held, other = (data.draw(st.sampled_from(real_names)) for _ in range(2))
    text = f"They left the town of {held} near the town of {other}."
    for answer in resolve_mentions(text, find_mentions(text, gazetteer), gazetteer):
        if isinstance(answer, Resolved):
            assert not any("slip" in reason for reason in answer.reasons), answer


@given(st.text(max_size=20), st.lists(st.text(max_size=20), max_size=8))
def test_the_answer_is_one_of_the_names_with_the_same_first_letter(form: str, names: list[str]) -> None:
    found = near_name(form, names)
    assert found is None or (found in names and found[:1] == form[:1] and found != form)


@pytest.mark.parametrize(
    ("form", "names", "expected"),
    [
        ("panjhsir", ["panjshir", "parwan"], "panjshir"),
        ("kharkv", ["kharkiv"], "kharkiv"),
        ("mairupol", ["mariupol"], "mariupol"),
        ("banu", ["bano"], None),
        ("panjshiri", ["panjshir"], None),
        ("andarab", ["andarap", "andarat"], None),
        ("kherson", ["kharkiv"], None),
        ("zaporizhzhya", ["zaporizhzhia"], "zaporizhzhia"),
    ],
)
def test_slips_of_longer_names_are_mended_where_one_name_is_nearest(
    form: str, names: list[str], expected: str | None
) -> None:
    assert near_name(normalise(form), names) == expected
