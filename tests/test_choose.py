"""Which profile a report takes: never silently, and none where it is in doubt."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from geo.choose import Choice, choose, profile_for
from geo.chosen import choices_told
from geo.pipeline import build_dataset
from geo.profile import AUTO, Actor, Profile, Side, library
from geo.reports.report import Report, Span

if TYPE_CHECKING:
    from pathlib import Path

    from gazetteer import Gazetteer


def report(text: str, published: date) -> Report:
    return Report("written", text, published, "", "0" * 64, (Span(0, len(text)),))


def war(id_: str, *, side: str, countries: tuple[str, ...] = ("IQ",), end: date | None = None) -> Profile:
    sides = (Side(side, side, "#D55E00", (Actor(side),)),)
    return Profile(id_, sides, countries, date(2014, 1, 1), end, id=id_)


MOSUL = report("The Blues captured Mosul in Iraq. The Reds left Tikrit.", date(2014, 6, 11))


@pytest.mark.parametrize(
    ("profiles", "chosen", "why"),
    [
        ([], "", "no profile covers its places and day"),
        ([war("iraq", side="blues")], "iraq", ""),
        ([war("syria", side="blues", countries=("SY",))], "", "no profile covers its places and day"),
        ([war("early", side="blues", end=date(2014, 2, 1))], "", "no profile covers its places and day"),
        ([war("named", side="blues"), war("unnamed", side="whites")], "named", ""),
        ([war("long", side="blues"), war("short", side="reds", end=date(2014, 8, 1))], "short", ""),
        ([war("one", side="blues"), war("other", side="reds")], "", "one and other fit it as well"),
    ],
)
def test_the_profile_of_the_days_places_and_sides_is_chosen_or_none(
    profiles: list[Profile], chosen: str, why: str, gazetteer: Gazetteer
) -> None:
    choice = choose(MOSUL, profiles, gazetteer)
    assert (choice.profile.id, choice.why) == (chosen, why)


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("Rebels took Faya-Largeau and Mao in Chad.", ""),
        ("PARIS - Rebels took Faya-Largeau and Mao in Chad.", ""),
        ("Boko Haram took Mao in Chad.", "nigeria-2009"),
        ("Militants took Maiduguri in Nigeria.", "nigeria-2009"),
    ],
)
def test_where_a_war_spread_only_a_report_that_names_who_spread_it_is_about_that_war(
    text: str, chosen: str, gazetteer: Gazetteer
) -> None:
    choice = choose(report(text, date(2021, 4, 20)), library(), gazetteer)
    why = "" if chosen else "it names nobody who brought the war of nigeria-2009 there"
    assert (choice.profile.id, choice.why) == (chosen, why)


@pytest.mark.parametrize("day", [date(2014, 6, 11), date(2022, 9, 10), date(1996, 8, 8)])
def test_the_order_of_the_profiles_does_not_matter(day: date, gazetteer: Gazetteer) -> None:
    text = "Rebels captured Mosul, Grozny and Kharkiv. The army left Tikrit and Gudermes, Iraq said; Russia denied it."
    told = report(text, day)
    assert choose(told, library(), gazetteer) == choose(told, library()[::-1], gazetteer)


def test_a_history_takes_the_profile_of_the_days_that_it_tells_of(gazetteer: Gazetteer) -> None:
    text = "On 10 June 2014 the group captured Mosul. On 9 December 2017 Iraq declared the war over."
    assert choose(report(text, date(2024, 6, 10)), library(), gazetteer).profile.id == "iraq-2014"


def test_a_profile_that_a_person_gives_is_taken_whatever_the_report_says(gazetteer: Gazetteer) -> None:
    given = war("syria", side="blues", countries=("SY",))
    assert profile_for(MOSUL, given, gazetteer).profile == given
    assert profile_for(MOSUL, Profile(), gazetteer).profile == Profile()
    assert profile_for(MOSUL, AUTO, gazetteer).profile.id == "iraq-2014"


def test_the_profiles_taken_are_told_on_one_line() -> None:
    ukraine, bare = Choice(Profile(id="ukraine-2022")), Choice(Profile(), "no profile covers its places and day")
    assert choices_told({"a": ukraine, "b": bare, "c": ukraine}) == (
        "Profile ukraine-2022 for 2 reports; none for 1 report (no profile covers its places and day)."
    )
    assert choices_told({"a": Choice(Profile("War", id="war"))}, titles=True) == "Profile “War” for 1 report."


def test_a_folder_of_several_wars_makes_one_map_of_the_sides_of_each(tmp_path: Path, gazetteer: Gazetteer) -> None:
    texts = {
        "a": "date 2023-12-19\nThe RSF captured Wad Madani in Sudan on Monday.",
        "b": "date 2024-02-17\nRussian troops captured Avdiivka in Ukraine.",
        "c": "date 1999-06-12\nYugoslav troops left Pristina in Kosovo.",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    data = build_dataset([tmp_path], AUTO, gazetteer)
    assert {id_: choice.profile.id for id_, choice in data.choices.items()} == {
        "a": "sudan-2023",
        "b": "ukraine-2022",
        "c": "",
    }
    assert [side.id for side in data.profile.sides] == ["rsf", "russia"]
    assert set(data.profile.countries) == {claim.place.country for claim in data.claims} >= {"SD", "UA"}
    assert data.start == date(1999, 6, 12)
