"""What an archive says of itself: `dataset.json`."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from geo.archive.layout import DATASET, FORMAT
from geo.archive_mark import is_marked
from geo.errors import ClaimlineError
from geo.profile import Profile
from geo.profile.records import Actor, Side

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class About:
    """What is in an archive, and what made it.

    Attributes:
        profile: Sides, countries and days that it is shown with.
        start: First day of its map.
        end: First day after it.
        counts: How many rows there are of `reports`, `claims`, `places`, `control`, `unplaced` and `problems`.
        made_with: Versions of the rules, the method and the gazetteer, and whatever else decides what is read.
        inputs: What was read: name → SHA-256.
        files: What was made of all parts together: path within the archive → SHA-256.
    """

    profile: Profile
    start: date
    end: date
    counts: Mapping[str, int] = field(default_factory=dict)
    made_with: Mapping[str, str] = field(default_factory=dict)
    inputs: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)


def is_archive(path: Path) -> bool:
    """Whether a path is the folder of an archive, finished or not."""
    return is_marked(path)


def about_json(about: About) -> str:
    """The text of `dataset.json`; the same facts give the same text."""
    facts = {"format": FORMAT, **asdict(about)}
    return json.dumps(facts, ensure_ascii=False, indent=2, sort_keys=True, default=date.isoformat) + "\n"


def read_about(archive: Path) -> About:
    """What an archive says of itself.

    Args:
        archive: Its folder.

    Returns:
        The facts.

    Raises:
        ClaimlineError: It is no archive, or one of another version; the message says what to do.
    """
    path = archive / DATASET
    if is_marked(archive) and not path.exists():
        message = (
            f"{archive}: this archive is not finished. Run the same `claimline extract … --archive {archive}` again."
        )
        raise ClaimlineError(message)
    try:
        facts = json.loads(path.read_text(encoding="utf-8"))
        if facts["format"] != FORMAT:
            message = f"{path}: the archive is of format {facts['format']!r}, and {FORMAT!r} is read. Make it anew."
            raise ClaimlineError(message)
        return About(
            profile=_profile(facts["profile"]),
            start=date.fromisoformat(facts["start"]),
            end=date.fromisoformat(facts["end"]),
            counts=facts["counts"],
            made_with=facts["made_with"],
            inputs=facts["inputs"],
            files=facts.get("files", {}),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = f"{path}: this does not say what is in an archive ({error!r}). Let `claimline extract` finish it."
        raise ClaimlineError(message) from error


def _profile(facts: dict[str, Any]) -> Profile:
    days = {name: date.fromisoformat(facts[name]) if facts[name] else None for name in ("start", "end")}
    sides = tuple(_side(side) for side in facts["sides"])
    return Profile(**(facts | days | {"sides": sides, "countries": tuple(facts["countries"])}))


def _side(facts: dict[str, Any]) -> Side:
    lists = {name: tuple(facts[name]) for name in ("nations", "seats")}
    return Side(**(facts | lists | {"actors": tuple(_actor(actor) for actor in facts["actors"])}))


def _actor(facts: dict[str, Any]) -> Actor:
    return Actor(facts["name"], tuple(facts["aliases"]), person=facts["person"])
