"""Made-up war reports by the hundred thousand: plausible, seeded, never the same text twice.

`python -m benchmarks.made_archive OUT.jsonl [--reports 100000] [--seed 1]`

Each report is of one of twelve wars of the library of profiles, on a day of that war. Its sides are those of the
profile, under any of their names; its places are towns and districts of one province, drawn from the gazetteer by how
many people live there. It has 100 to 800 words: an opening, sentences of control with varied verbs, hearsay, denials,
plans and casualties, and background that tells of no control. Every tenth tells of no place that was fought over.
A report is drawn by its number alone, so any part of an archive can be made by itself. The dispatch number in its last
line makes its text its own.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.made_wars import war_of
from gazetteer import Gazetteer
from geo.export.atomic import write_whole
from geo.profile import library

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.made_wars import Front, War
    from geo.profile import Profile

SENTENCES = Path(__file__).with_suffix(".toml")
SHORTEST, USUAL, LONGEST = 100, 180, 800
# The share of reports without a word of control.
QUIET = 0.1
# How often each kind of sentence comes after the opening; background fills up what is left.
SHARES = {"control": 0.22, "hearsay": 0.06, "denials": 0.05, "plans": 0.05, "casualties": 0.08, "background": 0.54}
PARAGRAPH = 3
LAST_DAY = date(2025, 6, 30)


@dataclass(frozen=True, slots=True)
class Stock:
    """What reports are drawn from."""

    wars: tuple[War, ...]
    sentences: dict[str, Any]
    seed: int


def main(arguments: Sequence[str] | None = None) -> None:
    """Write a list of reports."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    write(asked.out, asked.reports, asked.seed)
    sys.stdout.write(f"{asked.out}: {asked.reports:,} reports, {asked.out.stat().st_size / 1e6:,.0f} MB\n")


def write(out: Path, reports: int, seed: int = 1) -> None:
    """Write reports as JSON lines, whole or not at all.

    Args:
        out: The file.
        reports: How many.
        seed: The same seed gives the same reports.
    """
    made = stock(seed)
    write_whole(
        out, (f"{json.dumps(report(number, made), ensure_ascii=False)}\n".encode() for number in range(reports))
    )


def stock(seed: int = 1) -> Stock:
    """What the reports of a seed are drawn from."""
    sentences = tomllib.loads(SENTENCES.read_text(encoding="utf-8"))
    profiles = {profile.id: profile for profile in library()}
    gazetteer = Gazetteer.open()
    try:
        return Stock(tuple(war_of(profiles[name], gazetteer) for name in sentences["wars"]), sentences, seed)
    finally:
        gazetteer.close()


def report(number: int, made: Stock) -> dict[str, str]:
    """One report.

    Args:
        number: Which one.
        made: What it is drawn from.

    Returns:
        Its text, date, publisher, title and address, as a line of the list has them.
    """
    dice = random.Random(f"{made.seed}/{number}")  # noqa: S311 - a repeatable draw, no secret
    war = dice.choice(made.wars)
    published = _day(war.profile, dice)
    front = dice.choice(war.fronts)
    towns = tuple(dict.fromkeys(dice.choices(front.towns, front.weights, k=4)))
    draw = _Draw(dice, war, front, towns, published, made.sentences)
    publisher = dice.choice(made.sentences["publishers"])
    text = _text(draw, number)
    return {
        "text": text,
        "date": published.isoformat(),
        "publisher": publisher,
        "title": text.partition("\n")[0].partition(" - ")[2].partition(". ")[0].rstrip("."),
        "url": f"https://example.org/{war.profile.id}/{published.isoformat()}/{number}",
    }


@dataclass(frozen=True, slots=True)
class _Draw:
    dice: random.Random
    war: War
    front: Front
    towns: tuple[str, ...]
    published: date
    sentences: dict[str, Any]


def _text(draw: _Draw, number: int) -> str:
    dice = draw.dice
    quiet = dice.random() < QUIET
    wanted = round(dice.triangular(SHORTEST, LONGEST, USUAL))
    body = [_sentence("background" if quiet else "openers", draw)]
    words = len(body[0].split())
    kinds, weights = zip(*SHARES.items(), strict=True)
    used = set(body)
    while words < wanted:
        kind = "background" if quiet else dice.choices(kinds, weights)[0]
        one = _sentence(kind, draw)
        if one not in used:
            used.add(one)
            body.append(one)
            words += len(one.split())
    paragraphs = [" ".join(body[at : at + PARAGRAPH]) for at in range(0, len(body), PARAGRAPH)]
    place = draw.front.province.upper()
    return "\n\n".join([f"{place} - {paragraphs[0]}", *paragraphs[1:], f"Dispatch no. {100_000 + number}."])


def _sentence(kind: str, draw: _Draw) -> str:
    dice, war = draw.dice, draw.war
    first = dice.randrange(2)
    town = dice.choice(draw.towns)
    few, many = dice.randint(2, 9), dice.randint(41, 95)
    told: str = dice.choice(draw.sentences[kind]).format(
        a=dice.choice(war.sides[first]),
        b=dice.choice(war.sides[1 - first]),
        speaker_a=dice.choice(war.speakers[first]),
        speaker_b=dice.choice(war.speakers[1 - first]),
        town=town,
        other_town=dice.choice([one for one in draw.towns if one != town] or [town]),
        district=dice.choice(draw.front.districts or (town,)),
        province=draw.front.province,
        agency=dice.choice(draw.sentences["agencies"]),
        ago=_ago(draw),
        ago_plain=(draw.published - timedelta(days=dice.randint(2, 6))).strftime("%A"),
        n=dice.randint(3, 40),
        m=many,
        few=few,
    )
    return told[0].upper() + told[1:]


def _ago(draw: _Draw) -> str:
    back = draw.dice.randint(0, 6)
    day = draw.published - timedelta(days=back)
    return draw.dice.choice((f"on {day:%A}", f"on {day.day} {day:%B}", "on Friday", "yesterday", "early on Monday"))


def _day(profile: Profile, dice: random.Random) -> date:
    first = profile.start or date(2010, 1, 1)
    last = min(profile.end or LAST_DAY, LAST_DAY)
    return first + timedelta(days=dice.randint(0, (last - first).days))


if __name__ == "__main__":
    main()
