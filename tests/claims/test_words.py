"""The word lists and rules as data: well-formed, free of contradictions, and inflected right."""

from __future__ import annotations

from importlib import resources

import pytest

from gazetteer.place import Kind
from geo.claims.claim import Action
from geo.claims.events.verbs import FRAMES
from geo.claims.words.inflect import Form, forms
from geo.claims.words.lexicon import table, tagged_phrases, verb_list, word_list
from geo.claims.words.rules import noun_rules, verb_phrases, verb_rules

FILES = sorted(
    path.name.removesuffix(".toml")
    for path in resources.files("geo.claims.words").iterdir()
    if path.name.endswith(".toml")
)
# Names are written as names are.
NAMES = {"demonyms"}
VERBS = [
    ("take", {"take", "takes", "taking", "took", "taken"}),
    ("control", {"control", "controls", "controlling", "controlled"}),
    ("repel", {"repel", "repels", "repelling", "repelled"}),
    ("overrun", {"overrun", "overruns", "overrunning", "overran"}),
    ("begin", {"begin", "begins", "beginning", "began", "begun"}),
    ("enter", {"enter", "enters", "entering", "entered"}),
    ("open", {"open", "opens", "opening", "opened"}),
    ("grab", {"grab", "grabs", "grabbing", "grabbed"}),
    ("flee", {"flee", "flees", "fleeing", "fled"}),
    ("free", {"free", "frees", "freeing", "freed"}),
    ("deny", {"deny", "denies", "denying", "denied"}),
    ("besiege", {"besiege", "besieges", "besieging", "besieged"}),
    ("cut", {"cut", "cuts", "cutting"}),
    ("push", {"push", "pushes", "pushing", "pushed"}),
    ("be", {"be", "is", "are", "am", "was", "were", "been", "being"}),
    ("have", {"have", "has", "had", "having"}),
]


def lists(value: object) -> list[list[object]]:
    """Every list in a table, at any depth."""
    if isinstance(value, list):
        return [value]
    return [inner for row in value.values() for inner in lists(row)] if isinstance(value, dict) else []


@pytest.mark.parametrize("name", FILES)
def test_a_word_list_has_no_word_twice(name: str) -> None:
    words = [found for found in lists(table(name)) if all(isinstance(word, str) for word in found)]
    assert [found for found in words if len(set(found)) < len(found) and name != "irregular"] == []


@pytest.mark.parametrize("name", [name for name in FILES if name not in NAMES])
def test_words_are_written_small_as_the_tokens_are(name: str) -> None:
    rows = {key: row for key, row in table(name).items() if not (name == "actors" and key == "groups")}
    texts = {key: row for key, row in rows.items() if name not in {"verbs", "nouns"}} or {
        key: row.get("words", row.get("verbs")) for key, row in rows.items()
    }
    capital = [word for found in lists(texts) for word in found if isinstance(word, str) and word != word.lower()]
    assert capital == []


@pytest.mark.parametrize(("verb", "written"), VERBS)
def test_a_verb_has_its_forms(verb: str, written: set[str]) -> None:
    assert set(forms(verb)) == written


def test_a_form_may_be_several() -> None:
    assert forms("cut")["cut"] == {Form.BASE, Form.PAST}


def test_every_frame_of_the_rules_is_known_and_used() -> None:
    assert {rule.frame for rule in verb_rules().values()} == {*FRAMES, "presence"}
    assert {rule.frame for rule in noun_rules().values()} == {"noun", "stronghold"}


def test_every_rule_has_an_action_and_an_example_with_one_place() -> None:
    rules = [*verb_rules().values(), *noun_rules().values()]
    assert {rule.action for rule in rules} == set(Action)
    assert [rule.name for rule in rules if rule.example.count("[") != 1] == []


def test_the_longest_phrase_of_a_verb_is_tried_first() -> None:
    for phrases in verb_phrases().values():
        lengths = [len(phrase.rest) for phrase in phrases]
        assert lengths == sorted(lengths, reverse=True)


def test_no_verb_belongs_to_two_rules_of_one_frame() -> None:
    seen: dict[tuple[str, str], str] = {}
    for name, row in table("verbs").items():
        for verb in row["verbs"]:
            assert seen.setdefault((verb, row["frame"]), name) == name


def test_a_small_word_has_one_tag_for_each_phrase_that_it_makes() -> None:
    for rows in tagged_phrases().values():
        phrases = [words for words, _ in rows]
        assert len(set(phrases)) == len(phrases)


def test_verbs_that_plan_and_verbs_that_achieve_are_not_the_same() -> None:
    assert not verb_list("assertion", "planned").keys() & verb_list("assertion", "achieved").keys()
    assert not word_list("assertion", "planned_words") & verb_list("assertion", "achieved").keys()


@pytest.mark.parametrize("key", ["governments", "names", "vague", "home_troops", "nobodys", "followers"])
def test_what_is_told_of_words_for_armed_people_is_told_of_such_words(key: str) -> None:
    known = [phrase.split()[-1] for name in ("state", "group") for phrase in word_list("actors", name)]
    assert word_list("actors", key) <= {*known, *word_list("actors", "units"), *word_list("actors", "proper")}


@pytest.mark.parametrize("key", ["nobody", "asked", "condition", "awaited"])
def test_a_cue_of_several_words_is_read_as_one_chunk(key: str) -> None:
    chunks = {" ".join(words) for rows in tagged_phrases().values() for words, _ in rows}
    assert {cue for cue in word_list("assertion", key) if " " in cue} <= chunks


def test_kinds_that_words_point_back_to_are_kinds_of_the_gazetteer() -> None:
    assert {kind for row in table("references")["kinds"].values() for kind in row} <= set(Kind)


def test_what_a_holder_or_backer_does_is_a_suffix() -> None:
    suffixes = word_list("sentences", "suffixes")
    assert word_list("sentences", "holding") | word_list("sentences", "backing") <= suffixes
