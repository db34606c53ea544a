import itertools

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gazetteer import Gazetteer, find_mentions, resolve_mentions
from gazetteer.reading.tokens import tokenise

WORDS = st.sampled_from(
    [
        "Kabul",
        "Banu",
        "district",
        "of",
        "the",
        "Pol-e-Hesar",
        "Massoud",
        "and",
        ",",
        ".",
        "\n",
        "'s",
        "كابل",
        "Київ",
        "in",
        "IN",
        "-",
        "e\u0301",
        "\u200d",
        "U.S.",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(WORDS, max_size=30).map(" ".join))
LAWS = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)


@LAWS
@given(text=TEXTS, actors=st.lists(st.text(max_size=8), max_size=3))
def test_any_text_gives_ordered_spans_inside_it(gazetteer: Gazetteer, text: str, actors: list[str]) -> None:
    mentions = find_mentions(text, gazetteer, not_places=actors, countries=("AF",))
    assert all(text[m.start : m.end] == m.text != "" for m in mentions)
    assert all(one.end <= two.start for one, two in itertools.pairwise(mentions))


@LAWS
@given(text=TEXTS)
def test_every_mention_gets_one_answer(gazetteer: Gazetteer, text: str) -> None:
    mentions = find_mentions(text, gazetteer)
    answers = resolve_mentions(text, mentions, gazetteer)
    assert tuple(answer.mention for answer in answers) == mentions


@given(st.text())
def test_words_and_the_gaps_between_them_make_up_the_text(text: str) -> None:
    tokens = tokenise(text)
    rest = text[tokens[-1].end :] if tokens else text
    assert "".join(token.gap + token.text for token in tokens) + rest == text
