"""Text → sentences → tokens."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.claims.sentences.cut import MOST_CHARACTERS, sentences
from geo.claims.sentences.quotations import begun, continued, quotations
from geo.claims.sentences.tokens import tokenise, words_of
from geo.reports.report import Span

# Sentences are written with a bar between them.
CASES = [
    "Goma fell.|The army fled.",
    "Gen. Milley spoke.|He left.",
    "The U.S. army left Kabul.|Then it was quiet.",
    "About 3.5 tons were found.|Nobody was hurt.",
    "Did Goma fall?|Yes!|It did.",
    'He said: "Goma fell."|The army fled.',
    "“We won,” he said.|“They left.”",
    "Goma fell... and rose again.|So it goes.",
    "Goma fell…|The army fled.",
    "Col. J. Smith and Lt. Col. Roe met on Jan. 5.|They left.",
    "It happened at approx. 5 p.m. on Friday.|Then it stopped.",
    "The town (pop. 5,000) fell.|It burnt.",
    "(Goma fell.)|The army fled.",
    "Goma fell.\n|The army fled",
    "A headline without a stop\n\n|The first line of text.",
    "St. Petersburg was quiet.|So was Mt. Elgon.",
]
TOKENS = [
    ("Taliban-held Kunduz", ["Taliban", "-held", "Kunduz"]),
    ("al-Shabaab's men", ["al-Shabaab", "'s", "men"]),
    ("Massoud’s men", ["Massoud", "’s", "men"]),
    ("the rebels' base", ["the", "rebels", "'", "base"]),
    ("hasn't fallen", ["hasn", "'t", "fallen"]),
    ("1,200 men, 3.5 tons", ["1,200", "men", ",", "3.5", "tons"]),
    ("the U.S. Army", ["the", "U.S.", "Army"]),
    ("on the 3rd day...", ["on", "the", "3rd", "day", "..."]),
    ("Pol-e Khumri/Baghlan", ["Pol-e", "Khumri", "/", "Baghlan"]),
    ("Харків, كابل", ["Харків", ",", "كابل"]),
]


def cut(text: str) -> list[str]:
    return [text[one.start : one.end] for one in sentences(text, (Span(0, len(text)),))]


@pytest.mark.parametrize("marked", CASES)
def test_a_text_is_cut_where_its_sentences_end(marked: str) -> None:
    text = marked.replace("|", "" if "\n|" in marked else " ")
    assert cut(text) == [one.strip() for one in marked.split("|")]


@pytest.mark.parametrize(("text", "tokens"), TOKENS)
def test_a_sentence_is_cut_into_words_and_marks(text: str, tokens: list[str]) -> None:
    assert [token.text for token in tokenise(text, 0, len(text))] == tokens


def test_a_sentence_never_crosses_two_spans() -> None:
    text = "Goma fell AD the army fled."
    assert [text[s.start : s.end] for s in sentences(text, (Span(0, 9), Span(13, len(text))))] == [
        "Goma fell",
        "the army fled.",
    ]


def test_a_line_without_end_is_cut_at_a_space() -> None:
    text = "word " * 2000
    assert max(map(len, cut(text))) <= MOST_CHARACTERS
    assert " ".join(cut(text)).split() == text.split()


def test_a_quotation_over_several_sentences_goes_on_until_its_mark() -> None:
    text = 'He said: "We won. They left. It is over." Nobody cheered.'
    quoted = quotations(text, (Span(0, len(text)),))
    rows = list(sentences(text, (Span(0, len(text)),)))
    assert [begun(quoted, row) is not None for row in rows] == [True, False, False, False]
    assert [continued(quoted, row) is not None for row in rows] == [False, True, True, False]


@given(st.text(alphabet="aB .!?…\"”“’'()\n\t1,-", max_size=200) | st.text(max_size=200))
def test_any_text_gives_ordered_sentences_of_ordered_tokens_within_it(text: str) -> None:
    at = 0
    for sentence in sentences(text, (Span(0, len(text)),)):
        assert at <= sentence.start < sentence.end <= len(text)
        at = sentence.start
        for token in sentence.tokens:
            assert at <= token.start < token.end <= sentence.end
            assert text[token.start : token.end] == token.text
            at = token.end


@given(st.text(max_size=100))
def test_no_letter_or_digit_is_lost(text: str) -> None:
    kept = "".join(token.text for token in tokenise(text, 0, len(text)))
    assert [char for char in kept if char.isalnum()] == [char for char in text if char.isalnum()]


def test_the_words_of_tokens_keep_the_gaps_of_the_text() -> None:
    text = "Massoud's  men"
    tokens = list(tokenise(text, 0, len(text)))
    assert words_of(tokens, 0, len(tokens)) == "Massoud's men"
