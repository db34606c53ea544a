"""The library of profiles: every one can be read, names nobody twice, and can be told from the others."""

from __future__ import annotations

import itertools
import tomllib
from typing import TYPE_CHECKING

import pytest

from gazetteer.place import Kind
from geo.bundled import profile_files
from geo.errors import ProfileError
from geo.profile import AUTO, Profile, library, named_profile
from geo.profile.joined import joined
from geo.profile.palette import COLOURS

if TYPE_CHECKING:
    from pathlib import Path

    from gazetteer import Gazetteer

WARS = {path.stem: path for path in profile_files()}
SETTLED = {Kind.PROVINCE, Kind.DISTRICT, Kind.CITY}


@pytest.mark.parametrize("profile", library(), ids=lambda profile: profile.id)
def test_a_profile_says_where_when_and_in_colours_that_can_be_told_apart(profile: Profile) -> None:
    assert profile.title
    assert profile.countries
    assert profile.start
    assert len(profile.sides) >= 2
    colours = [side.colour for side in profile.sides]
    assert len(set(colours)) == len(colours)
    assert set(colours) <= set(COLOURS)


@pytest.mark.parametrize("profile", library(), ids=lambda profile: profile.id)
def test_no_name_of_a_side_is_a_place_that_can_be_fought_over(profile: Profile, gazetteer: Gazetteer) -> None:
    every = {
        name for side in profile.sides for actor in side.actors for name in (side.name, actor.name, *actor.aliases)
    }
    found = {
        name: candidate.place.name
        for name in every
        for candidate in gazetteer.lookup(name)
        if candidate.score == 1 and candidate.place.kind in SETTLED and candidate.place.country in profile.countries
    }
    assert found == {}


@pytest.mark.parametrize("path", WARS.values(), ids=WARS)
def test_a_profile_opens_with_what_it_covers_and_where_its_names_come_from(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.startswith("# ")
    assert tomllib.loads(text)["title"]


def days(profile: Profile) -> tuple[int, int]:
    return (
        profile.start.toordinal() if profile.start else 0,
        profile.end.toordinal() if profile.end else 10**7,
    )


def confusable(one: Profile, other: Profile) -> bool:
    """Whether the two can cover one report, neither lies within the other, and they name the same sides."""
    (start, end), (other_start, other_end) = days(one), days(other)
    apart = end < other_start or other_end < start or not set(one.countries) & set(other.countries)
    within = (start <= other_start and other_end <= end) or (other_start <= start and end <= other_end)
    return not apart and not within and {side.id for side in one.sides} == {side.id for side in other.sides}


def test_profiles_of_the_same_days_and_country_can_be_told_apart() -> None:
    pairs = itertools.combinations(library(), 2)
    assert [(one.id, other.id) for one, other in pairs if confusable(one, other)] == []


def test_the_same_id_means_the_same_side_unless_one_war_lies_within_the_other() -> None:
    called: dict[str, set[str]] = {}
    for profile in library():
        if profile.id != "panjshir-2021":
            for side in profile.sides:
                called.setdefault(side.id, set()).add(side.name)
    assert {id_: found for id_, found in called.items() if len(found) > 1} == {}


def test_a_profile_is_named_by_its_id_by_a_path_or_not_at_all() -> None:
    assert named_profile("auto") == AUTO
    assert named_profile("none") == Profile()
    sudan = named_profile("sudan-2023")
    assert (sudan.id, sudan.start, sudan.end) == ("sudan-2023", None, None)
    assert named_profile(str(WARS["sudan-2023"])).start is not None


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("sudan-2022", "Did you mean 'sudan-2023'?"),
        ("xyz", "There are: afghanistan-1978, central-african-republic-2012,"),
        ("nowhere.toml", "there is no such profile"),
    ],
)
def test_a_profile_that_there_is_not_is_named_with_those_that_there_are(name: str, said: str) -> None:
    with pytest.raises(ProfileError, match=r".*") as refusal:
        named_profile(name)
    assert said in str(refusal.value)


def test_joined_profiles_have_every_side_once_each_in_a_colour_of_its_own() -> None:
    wars = {profile.id: profile for profile in library()}
    both = joined([wars["ukraine-2022"], wars["libya-2014"]])
    assert [side.id for side in both.sides] == [
        side.id for war in ("ukraine-2022", "libya-2014") for side in wars[war].sides
    ]
    assert len({side.colour for side in both.sides}) == len(both.sides)
    assert (both.start, both.end, both.countries) == (None, None, ("UA", "LY"))
    assert both.title == "Ukraine since 2022 · Libya since 2014"
    every = joined(library())
    assert every.title == f"{len(library())} wars"
    assert len({side.colour for side in every.sides}) == len(every.sides)


def test_joining_one_profile_only_lifts_its_days_and_joining_none_gives_an_empty_one() -> None:
    ukraine = next(profile for profile in library() if profile.id == "ukraine-2022")
    assert joined([ukraine]).sides == ukraine.sides
    assert joined([ukraine]).start is None
    assert joined([]) == Profile()


def test_the_table_of_the_documents_lists_every_profile_as_it_is(pytestconfig: pytest.Config) -> None:
    page = (pytestconfig.rootpath / "docs" / "profiles.md").read_text("utf-8")
    listed = [line for line in page.splitlines() if line.startswith("| `") and "-" in line.split("|")[1]]
    assert listed == [
        f"| `{profile.id}` | {profile.title} | {', '.join(side.name for side in profile.sides)} |"
        for profile in library()
    ]
