"""Sentences with labels, most by somebody who had not read the rules: `claims/sentences/*.toml`.

A case is right when every expectation that is not optional is met by a claim of its own and no claim is left over.
Sides are as an analyst would name them from the sentence; they are compared by their words, not by ids.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from written_reports import read

if TYPE_CHECKING:
    from geo.claims.claim import Claim, Party

FOLDER = Path(__file__).parent.parent / "claims" / "sentences"
# Words that any side may be called by; they tell nothing where another word stands beside them.
PLAIN = frozenset(
    {
        *(
            "the",
            "of",
            "a",
            "an",
            "and",
            "its",
            "his",
            "their",
            "our",
            "forces",
            "troops",
            "army",
            "fighters",
            "rebels",
        ),
        *("militia", "militias", "soldiers", "units", "men", "gunmen", "government", "police", "group", "brigades"),
        "military",
    }
)
_STEM = 4


def families() -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


def cases(family: str) -> list[dict[str, Any]]:
    return list(tomllib.loads((FOLDER / f"{family}.toml").read_text(encoding="utf-8"))["case"])


def faults(case: dict[str, Any]) -> list[str]:
    """What is wrong with the claims of a case, in words; nothing where it is read right."""
    left = list(read(case["text"], published=case["published"]))
    found = []
    for wanted in sorted(case["expect"], key=lambda row: bool(row.get("optional"))):
        fits = [claim for claim in left if meets(claim, wanted)]
        best = min(fits, key=lambda claim: len(details(claim, wanted)), default=None)
        if best is not None:
            found += [] if wanted.get("optional") else details(best, wanted)
            left = [claim for claim in left if claim is not best and not _same(claim, best)]
        elif not wanted.get("optional"):
            found.append(f"missed: {wanted}")
    return found + [f"extra: {claim.place_text} {claim.action} {claim.assertion} by {claim.rule}" for claim in left]


def meets(claim: Claim, wanted: dict[str, Any]) -> bool:
    """Whether a claim says of the place what is expected, of the side expected."""
    sides = [claim.actor, claim.opponent] if claim.action in {"repels", "fights"} else [claim.actor]
    return (
        claim.place.name in wanted["place"].split("|")
        and claim.action in wanted["action"].split("|")
        and claim.assertion in wanted["assertion"].split("|")
        and any(named(party, wanted["side"]) for party in sides)
    )


def named(party: Party | None, side: str) -> bool:
    """Whether a party is the side that a label names, by shared words."""
    if not side:
        return True
    have = _words(f"{party.id} {party.name} {party.text}") if party else set()
    return any(_share(_words(words), have) for words in side.split("|"))


def details(claim: Claim, wanted: dict[str, Any]) -> list[str]:
    """What else a label says of a claim and the claim does not: who says so, when, how many died."""
    found = [
        f"{key}: {value}, not {getattr(claim, key)}"
        for key, value in wanted.items()
        if key in {"attribution", "deaths_low", "deaths_high", "against_interest"} and getattr(claim, key) != value
    ]
    speaker = claim.claimant.name if claim.claimant else ""
    if "claimant" in wanted and not _share(_words(wanted["claimant"]), _words(speaker)):
        found.append(f"claimant: {wanted['claimant']}, not {speaker!r}")
    if "event" in wanted and (claim.event_start, claim.event_end) != _days(wanted["event"]):
        found.append(f"event: {wanted['event']}, not {claim.event_start} to {claim.event_end}")
    return found


def _same(one: Claim, other: Claim) -> bool:
    keys = ("place", "action", "actor", "assertion", "claimant", "event_start", "event_end")
    return all(getattr(one, key) == getattr(other, key) for key in keys)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z0-9]+", text.lower()))


def _share(wanted: set[str], have: set[str]) -> bool:
    telling = wanted - PLAIN
    if not telling:
        return bool(wanted & have) or bool(wanted & {"its", "his", "their", "our", "the"} and have)
    return bool({word[:_STEM] for word in telling} & {word[:_STEM] for word in have - PLAIN})


def _days(words: str) -> tuple[date, date]:
    first, _, last = words.partition("/")
    year = r"\d{4}"
    if re.fullmatch(year, first):
        return date(int(first), 1, 1), date(int(last or first), 12, 31)
    return date.fromisoformat(first), date.fromisoformat(last or first)
