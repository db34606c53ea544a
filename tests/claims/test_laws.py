"""What holds for any text at all."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written_reports import NOBODY, PROFILE, read, report_of

from geo.claims.words.lexicon import table
from geo.claims.words.rules import noun_rules, verb_rules

PIECES = st.sampled_from(
    [
        *(
            "[Goma]",
            "[Sake|district]",
            "[Kivu|province]",
            "[Russia|country]",
            "[Lost|?]",
            "rebels",
            "the army",
            "M23",
            "Rua",
        ),
        *(
            "it",
            "they",
            "the district",
            "there",
            "both towns",
            "on Friday",
            "two days later",
            "in 1996",
            "said",
            "denied this",
        ),
        *(
            "according to",
            "not",
            "vowed to",
            "if",
            "which",
            "and",
            ",",
            ".",
            ";",
            ":",
            "?",
            '"',
            "“",
            "”",
            "'s",
            "-held",
            "\n\n",
        ),
        *("60 killed", "by", "of", "from", "in", "neither", "nor", "was", "had been", "has", "the", "under", "whether"),
        *(verb for row in table("verbs").values() for verb in row["verbs"][:4]),
        *("captured", "fell", "withdrew", "besieged", "attacked", "held", "controlled"),
        *(noun for row in table("nouns").values() for noun in row["words"][:2]),
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=150)


@given(TEXTS, st.sampled_from([NOBODY, PROFILE]))
def test_any_text_gives_verbatim_quotes_with_their_place_in_them(marked: str, profile: object) -> None:
    report, _ = report_of(marked)
    for claim in read(marked, profile=profile):
        assert claim.quote == report.text[claim.start : claim.end]
        assert report.text[claim.place_start :].startswith(claim.place_text)
        assert claim.start <= claim.place_start < claim.end
        assert claim.place_text


@given(TEXTS)
def test_any_text_gives_days_in_order_and_nothing_asserted_of_the_future(marked: str) -> None:
    for claim in read(marked):
        assert claim.event_start is None or claim.event_end is None or claim.event_start <= claim.event_end
        if claim.assertion == "asserted" and claim.event_start:
            assert claim.event_start <= claim.published


@given(TEXTS)
def test_the_same_text_gives_the_same_claims(marked: str) -> None:
    assert read(marked) == read(marked)


@given(TEXTS)
def test_every_claim_names_a_rule_of_the_lists(marked: str) -> None:
    rules = {*verb_rules(), *noun_rules(), "reply"}
    assert {claim.rule.partition(".")[0] for claim in read(marked)} <= rules


@given(TEXTS)
def test_ids_are_unique_and_actor_and_opponent_differ(marked: str) -> None:
    claims = read(marked)
    assert len({claim.id for claim in claims}) == len(claims)
    assert all(claim.actor is None or claim.opponent is None or claim.actor.id != claim.opponent.id for claim in claims)


@pytest.mark.parametrize(
    "pattern",
    [
        "M23 took [Goma] on Friday, residents said. ",
        "[Goma], ",
        '"',
        "“They left. ",
        ".",
        "and they said it was ",
        "the towns were taken. ",
        "1.1.",
        "Rua ",
        "\n",
    ],
)
def test_time_grows_with_the_length_of_the_text_and_no_faster(pattern: str) -> None:
    read(pattern)
    short, long = (_seconds(pattern * (characters // len(pattern))) for characters in (5_000, 20_000))
    # Quadratic reading takes 16 times as long; the rest is room for a busy machine.
    assert long < 9 * max(short, 0.02)


def _seconds(marked: str) -> float:
    """The least of three readings: whatever else the machine does only adds."""

    def once() -> float:
        begin = time.process_time()
        read(marked)
        return time.process_time() - begin

    return min(once() for _ in range(3))
