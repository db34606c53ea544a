"""Where a claim comes from: two claims are independent where they share no origin (docs/method.md)."""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from geo.claims.actors.armed import adjectives
from geo.claims.claim import Attribution
from geo.control.reprints import reprints

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from geo.claims.claim import Claim, Claimant
    from geo.reports.report import Report

WORD = re.compile(r"[^\W_]+")
# A sentence of fewer words may well be written twice.
LEAST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Credit:
    """How an agency is credited, in a `report` or a `sentence`; the pattern has its name in the group `agency`."""

    pattern: re.Pattern[str]
    scope: str


@dataclass(frozen=True, slots=True)
class Credits:
    """The records of `credits.toml`: agencies by casefolded name, patterns, and words that name nobody."""

    agencies: Mapping[str, str]
    patterns: tuple[Credit, ...]
    unnamed: frozenset[str]


@lru_cache(maxsize=1)
def load_credits() -> Credits:
    """How reports credit others, read once from `credits.toml`."""
    table = tomllib.loads(files("geo.control").joinpath("credits.toml").read_text(encoding="utf-8"))
    agencies = {name.casefold(): key for key, names in table["agencies"].items() for name in names}
    names = sorted((name for every in table["agencies"].values() for name in every), key=len, reverse=True)
    group = f"(?P<agency>{'|'.join(map(re.escape, names))})"
    patterns = tuple(
        Credit(re.compile(row["pattern"].replace("{agency}", group), re.MULTILINE), row["scope"])
        for row in table["credit"]
    )
    peoples = {word for adjective in adjectives() for word in adjective.split()}
    return Credits(agencies, patterns, frozenset({*table["unnamed"]["words"], *table["unnamed"]["weekdays"], *peoples}))


def credited(text: str, *scopes: str) -> frozenset[str]:
    """Keys of the agencies that a text credits.

    Args:
        text: A report, or one sentence.
        scopes: Which credits to look for: `report`, `sentence` or both.
    """
    known = load_credits()
    return frozenset(
        known.agencies[found["agency"].casefold()]
        for credit in known.patterns
        if credit.scope in scopes
        for found in credit.pattern.finditer(text)
    )


def origins(reports: Iterable[Report], claims: Iterable[Claim]) -> dict[str, frozenset[str]]:
    """Where each claim comes from.

    Args:
        reports: All reports; those that hardly differ count as one.
        claims: All claims.

    Returns:
        Origins by claim id: the publisher (where unknown, the report), the agencies credited, the claimant (all
        speakers of one side are one; so are all that are not named), and the words of a long sentence, so that the
        same one printed elsewhere is the same source. A copy has the publisher and the credits of its original.
    """
    known = {report.id: report for report in reports}
    whole = {copy: _of_report(known[original]) for copy, original in reprints(known.values()).items()}
    return {
        claim.id: whole.get(claim.report, frozenset({f"report:{claim.report}"})) | _of_claim(claim) for claim in claims
    }


def _of_report(report: Report) -> frozenset[str]:
    publisher = f"publisher:{report.publisher.casefold().strip()}" if report.publisher else f"report:{report.id}"
    return frozenset({publisher}) | _agencies(report.text, "report")


def _of_claim(claim: Claim) -> frozenset[str]:
    words = WORD.findall(claim.quote.casefold())
    digest = hashlib.sha256(" ".join(words).encode()).hexdigest()[:16]
    sentence = {f"words:{digest}"} if len(words) >= LEAST_WORDS else set()
    return _claimant(claim.claimant, claim.attribution) | _agencies(claim.quote, "sentence") | sentence


def _agencies(text: str, scope: str) -> frozenset[str]:
    return frozenset(f"agency:{key}" for key in credited(text, scope))


def _claimant(claimant: Claimant | None, attribution: Attribution) -> frozenset[str]:
    """Who says so, beyond the report; hearsay without a name cannot be told from other such hearsay."""
    if claimant is None:
        return frozenset() if attribution is Attribution.STATED else frozenset({"unnamed"})
    if claimant.side:
        return frozenset({f"side:{claimant.side}"})
    known = load_credits()
    words = [word for word in WORD.findall(claimant.name.casefold()) if word not in known.unnamed]
    agencies = {f"agency:{known.agencies[word]}" for word in words if word in known.agencies}
    return frozenset(agencies or {f"claimant:{' '.join(words)}" if words else "unnamed"})
