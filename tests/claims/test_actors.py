"""Who fights: with the names of a profile and without any."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written_reports import COUNTRIES, NOBODY, PROFILE

from geo.claims.actors.finder import ActorFinder
from geo.claims.actors.span import slug
from geo.claims.sentences.tokens import tokenise, words_of
from geo.claims.words.lexicon import table
from geo.profile import Actor, Profile, Side

# Text → the words that name somebody, and their side; "?" points back, "-" is nobody in particular.
WITHOUT_PROFILE = [
    ("Ukrainian troops left.", [("Ukrainian troops", "ua")]),
    ("The Syrian army left.", [("Syrian army", "sy")]),
    ("Ukraine's army left.", [("Ukraine's army", "ua")]),
    ("The Russians left.", [("Russians", "ru")]),
    ("The Russian withdrawal began.", [("Russian", "ru")]),
    ("Armenian and Azerbaijani troops left.", [("Armenian", "am"), ("Azerbaijani troops", "az")]),
    ("Government forces left.", [("Government forces", "government")]),
    ("The army left.", [("army", "government")]),
    ("M23 rebels left.", [("M23 rebels", "m23")]),
    ("Rebels left.", [("Rebels", "rebels")]),
    ("Separatist fighters left.", [("Separatist fighters", "separatists")]),
    ("Kurdish fighters left.", [("Kurdish fighters", "kurdish")]),
    ("Amhara militias left.", [("Amhara militias", "amhara")]),
    ("Islamic State militants left.", [("Islamic State militants", "islamic-state")]),
    ("IS left, and it is quiet.", [("IS", "islamic-state")]),
    ("It is quiet.", []),
    ("The Rapid Support Forces left.", [("The Rapid Support Forces", "rsf")]),
    ("The Azov Brigade left.", [("Azov Brigade", "azov-brigade")]),
    ("Russian-backed separatists left.", [("Russian-backed separatists", "separatists")]),
    ("The army of Khalifa Haftar left.", [("army of Khalifa Haftar", "khalifa-haftar")]),
    ("The group left.", [("The group", "?")]),
    ("Their forces left.", [("Their forces", "?")]),
    ("Gunmen left.", [("Gunmen", "-")]),
    ("On Monday rebels left.", [("rebels", "rebels")]),
    ("Some soldiers left.", [("soldiers", "-")]),
    ("Houthi leader Abdul Malik left.", [("Houthi leader", "houthis")]),
    ("Residents left the market.", []),
]
WITH_PROFILE = [
    ("The Red Front left.", [("The Red Front", "red")]),
    ("RF fighters left.", [("RF fighters", "red")]),
    ("The rf left.", []),
    ("Rua's men left.", [("Rua's men", "red")]),
    ("General Rua left.", [("General Rua", "red")]),
    ("The army of Bela Bahn left.", [("army of Bela Bahn", "blue")]),
    ("The Blues and the Reds left.", [("The Blues", "blue"), ("the Reds", "red")]),
    ("M23 left.", [("M23", "m23")]),
]


def side(span: object) -> str:
    if span.party:
        return span.party.id
    return "-" if span.vague else "?"


@pytest.mark.parametrize(
    ("text", "actors", "profile"),
    [(*row, NOBODY) for row in WITHOUT_PROFILE] + [(*row, PROFILE) for row in WITH_PROFILE],
)
def test_those_who_fight_are_found_with_their_side(text: str, actors: list[tuple[str, str]], profile: object) -> None:
    tokens = list(tokenise(text, 0, len(text)))
    found = ActorFinder(profile, COUNTRIES).find(tokens)
    assert [(words_of(tokens, span.start, span.end), side(span)) for span in found] == actors


@pytest.mark.parametrize(
    ("text", "person"), [("General Rua left.", True), ("Rua's men left.", False), ("The Reds left.", False)]
)
def test_a_single_person_is_told_from_a_force(text: str, person: bool) -> None:  # noqa: FBT001 - a column of the table
    (span,) = ActorFinder(PROFILE, COUNTRIES).find(list(tokenise(text, 0, len(text))))
    assert span.person is person


@pytest.mark.parametrize(
    ("code", "text", "name"), [("RU", "Russia", "Russia"), ("XX", "Nowhere", "Nowhere"), ("RU", "Red Front", "Red")]
)
def test_a_country_is_a_side_unless_the_profile_has_one_of_its_name(code: str, text: str, name: str) -> None:
    assert ActorFinder(PROFILE, COUNTRIES).country(code, text).name == name


@given(st.text(max_size=120))
def test_actors_of_any_text_do_not_overlap(text: str) -> None:
    tokens = list(tokenise(text, 0, len(text)))
    at = 0
    for span in ActorFinder(PROFILE, COUNTRIES).find(tokens):
        assert at <= span.start < span.end <= len(tokens)
        at = span.end


@given(st.text(max_size=40))
def test_an_id_has_only_small_letters_digits_and_hyphens(text: str) -> None:
    assert set(slug(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug(text)


def test_no_group_has_two_ids() -> None:
    names = [name.lower() for aliases in table("actors")["groups"].values() for name in set(map(str.lower, aliases))]
    assert len(names) == len(set(names))


NATIONS = Profile(
    sides=(
        Side("damascus", "Damascus", "#D55E00", (Actor("Syrian Arab Army"),), nations=("SY", "RU")),
        Side("qamishli", "Qamishli", "#0072B2", (Actor("YPG"),), nations=("kurdish",)),
    )
)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Syrian troops left.", "damascus"),
        ("Russian warplanes left.", "damascus"),
        ("The Syrians left.", "damascus"),
        ("Kurdish fighters left.", "qamishli"),
        ("Turkish troops left.", "tr"),
    ],
)
def test_the_armed_people_of_a_nation_are_the_side_that_the_profile_makes_them(text: str, who: str) -> None:
    spans = ActorFinder(NATIONS, COUNTRIES).find(tuple(tokenise(text, 0, len(text))))
    assert [span.party.id for span in spans if span.party] == [who]


def test_a_state_that_speaks_is_the_side_that_the_profile_makes_it() -> None:
    assert ActorFinder(NATIONS, COUNTRIES).country("SY", "Damascus").id == "damascus"
    assert ActorFinder(NATIONS, COUNTRIES).country("TR", "Ankara").id == "tr"
