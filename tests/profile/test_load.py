"""Conflict profiles: what is read, and what is refused with what to do."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from geo.errors import ProfileError
from geo.profile import Profile, load_profile

if TYPE_CHECKING:
    from pathlib import Path

SIDE = '[[side]]\nid = "rsf"\nname = "RSF"\ncolour = "#D55E00"\n'


def profile(folder: Path, text: str) -> Path:
    path = folder / "war.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_profile_has_sides_with_actors_countries_and_days(tmp_path: Path) -> None:
    actor = '[[side.actor]]\nname = "Rapid Support Forces"\naliases = ["RSF"]\n'
    war = load_profile(profile(tmp_path, f'countries = ["sd"]\nstart = 2023-04-15\n{SIDE}{actor}'))
    assert war.countries == ("SD",)
    assert war.start == date(2023, 4, 15)
    assert [(side.id, [actor.aliases for actor in side.actors]) for side in war.sides] == [("rsf", [("RSF",)])]


def test_an_empty_profile_is_a_profile(tmp_path: Path) -> None:
    assert load_profile(profile(tmp_path, "")) == Profile(id="war")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title = 3", "title is 3. It must be of type str."),
        ("titel = 'War'", "'titel', which means nothing. Did you mean 'title'?"),
        ("weather = 'War'", "'weather', which means nothing. It may have: title"),
        ('countries = ["XQ"]', "countries names 'XQ'"),
        ('countries = "AF"', "countries is 'AF'. It must be a list of str."),
        ("stale_after_days = 0", "stale_after_days is 0. It must be 1 or more."),
        ("start = 2023-05-01\nend = 2023-04-01", "end 2023-04-01 lies before start 2023-05-01. Swap them."),
        (
            SIDE.replace("colour", "color"),
            "side 'rsf' has the key 'color', which means nothing. Did you mean 'colour'?",
        ),
        (SIDE.replace("#D55E00", "red"), "side 'rsf' has the colour 'red'. Write it as #rrggbb."),
        (SIDE.replace('"rsf"', '"R S F"'), "a side has the id 'R S F'"),
        (
            SIDE + 'nations = ["Sudan"]',
            "nations names 'Sudan'. Write ISO 3166-1 alpha-2 codes, such as UA, or a people",
        ),
        (SIDE + SIDE.replace('"rsf"', '"saf"'), "'rsf' names two sides, 'rsf' and 'saf'. Leave it with one of them."),
        (SIDE + SIDE, "two sides have the id 'rsf'. Give each side its own."),
        (SIDE + '[[side.actor]]\nalias = ["RSF"]', "'alias', which means nothing. Did you mean 'aliases'?"),
        (SIDE + '[[side.actor]]\naliases = ["RSF"]', "an actor has no name."),
        ("title = ", "this profile cannot be read"),
    ],
)
def test_what_cannot_be_used_is_named_with_what_to_do(text: str, said: str, tmp_path: Path) -> None:
    path = profile(tmp_path, text)
    with pytest.raises(ProfileError) as refusal:
        load_profile(path)
    assert str(refusal.value).startswith(f"{path}: ")
    assert said in str(refusal.value)


def test_a_missing_profile_is_named(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match="there is no such profile"):
        load_profile(tmp_path / "nowhere.toml")
