"""The identity of a claim over all runs: what a decision holds on to when rules change.

It is made of what rules seldom change: the report's bytes, where the place's name stands, what happens, and whether it
is asserted. Who does it, the resolved place, the days and the sentence's bounds may be read better one day without
becoming another claim.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from geo.claims.claim import Action, Assertion, Claim

DIGITS = 24


def claim_key(sha256: str, place_start: int, action: Action, assertion: Assertion, nth: int = 0) -> str:
    """The key of a claim.

    Args:
        sha256: Of the report's raw bytes, in hexadecimal.
        place_start: Offset of the place's name in the report's text.
        action: What happens.
        assertion: Asserted, denied or planned.
        nth: How many claims of the report with the same four stand before it.
    """
    parts = f"{sha256}\x1f{place_start}\x1f{action}\x1f{assertion}\x1f{nth}"
    return hashlib.sha256(parts.encode()).hexdigest()[:DIGITS]


def claim_keys(claims: Iterable[Claim], sha256: str) -> Iterator[tuple[str, Claim]]:
    """The claims of one report with their keys; a claim that is there twice is given once.

    Args:
        claims: All claims of one reading of one report.
        sha256: Of the report's raw bytes.
    """
    seen: Counter[str] = Counter()
    distinct = {claim.id: claim for claim in claims}
    for claim in sorted(distinct.values(), key=_order):
        first = claim_key(sha256, claim.place_start, claim.action, claim.assertion)
        yield claim_key(sha256, claim.place_start, claim.action, claim.assertion, seen[first]), claim
        seen[first] += 1


def _order(claim: Claim) -> tuple[int, int, str, str, str, str]:
    """The same order whatever order the rules give the claims in."""
    actor, opponent = claim.actor.id if claim.actor else "", claim.opponent.id if claim.opponent else ""
    return claim.start, claim.place_start, str(claim.action), actor, opponent, claim.id
