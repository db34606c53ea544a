"""Names that somebody else takes for places."""

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gazetteer import Gazetteer, Resolved, Unknown, find_mentions, resolve_mentions


def spans(text: str, *words: str) -> list[tuple[int, int]]:
    return [(text.index(word), text.index(word) + len(word)) for word in words]


NAMES = [
    ("Fighters left Zurmelik at dawn.", "Zurmelik", ("Zurmelik", None)),
    ("They left the Zurmelik district behind.", "the Zurmelik district", ("Zurmelik", "district")),
    ("They left the District of Zurmelik behind.", "the District of Zurmelik", ("Zurmelik", None)),
    ("They saw northern Zurmelik burn.", "northern Zurmelik", ("Zurmelik", None)),
    ("They saw Zurmelik's bridges burn.", "Zurmelik's", ("Zurmelik", None)),
    ("They saw Zurmelik Air Base burn.", "Zurmelik Air Base", ("Zurmelik", "base")),
    ("They saw al-Zurmelik burn.", "al-Zurmelik", ("al-Zurmelik", None)),
    ("They saw Zur d'Melik burn.", "Zur d'Melik", ("Zur d'Melik", None)),
]


@pytest.mark.parametrize(("text", "span", "expected"), NAMES, ids=[span for _, span, _ in NAMES])
def test_a_span_is_cut_to_the_name_and_its_kind_is_read(
    gazetteer: Gazetteer, text: str, span: str, expected: tuple[str, str | None]
) -> None:
    found = find_mentions(text, gazetteer, also=spans(text, span))
    assert [(mention.text, mention.kind) for mention in found] == [expected]
    assert all(text[mention.start : mention.end] == mention.text for mention in found)


def test_a_name_that_nobody_knows_is_unknown_and_one_that_was_too_weak_is_placed(gazetteer: Gazetteer) -> None:
    text = "Syrian troops watched Zurmelik burn, and government-held Kafraya wait."
    assert not {"Zurmelik", "Kafraya"} & {mention.text for mention in find_mentions(text, gazetteer)}
    mentions = find_mentions(text, gazetteer, countries=("SY",), also=spans(text, "Zurmelik", "Kafraya"))
    unknown, placed = resolve_mentions(text, mentions, gazetteer, countries=("SY",))
    assert isinstance(unknown, Unknown)
    assert isinstance(placed, Resolved)
    assert placed.place.country == "SY"


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("The Zurmelik Front left at dawn.", "Zurmelik Front"),
        ("Commander Zurmelik left at dawn. Later Zurmelik said no more.", "Zurmelik"),
        ("They left in Afghan uniforms.", "Afghan"),
        ("They left with the E.U. at dawn.", "E.U."),
        ("They caught H5N1 there.", "H5N1"),
        ("They left the District at dawn.", "the District"),
        ("They left at dawn.", "They"),
        ("They left at dawn.", " "),
    ],
)
def test_actors_persons_peoples_and_plain_words_are_no_names(gazetteer: Gazetteer, text: str, span: str) -> None:
    told = [(at, at + len(span)) for at in range(len(text)) if text.startswith(span, at)]
    assert find_mentions(text, gazetteer, not_places=("Zurmelik Front",), also=told) == ()


def test_our_own_names_win_over_what_others_say(gazetteer: Gazetteer) -> None:
    text = "Fighting in Banu district of Baghlan province."
    own = find_mentions(text, gazetteer, countries=("AF",))
    told = [(0, len(text)), *spans(text, "Banu district of Baghlan", "Baghlan province", "Baghlan")]
    assert find_mentions(text, gazetteer, countries=("AF",), also=told) == own


WORDS = st.sampled_from(["Kabul", "Zurmelik", "district", "the", "of", "al-", "Massoud", "and", ",", ".", "كابل", "É"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    text=st.lists(WORDS, max_size=20).map(" ".join) | st.text(),
    told=st.lists(st.tuples(st.integers(0, 120), st.integers(0, 120)), max_size=5),
)
def test_any_spans_leave_our_own_names_and_the_order(
    gazetteer: Gazetteer, text: str, told: list[tuple[int, int]]
) -> None:
    own, all_ = find_mentions(text, gazetteer), find_mentions(text, gazetteer, also=told)
    assert set(own) <= set(all_)
    assert all(text[m.start : m.end] == m.text != "" for m in all_)
    assert all(one.end <= two.start for one, two in itertools.pairwise(all_))
