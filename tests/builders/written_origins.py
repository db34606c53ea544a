"""Origins of written claims, without reading reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.claims.claim import Claim


def written_origins(claims: Iterable[Claim]) -> dict[str, frozenset[str]]:
    """Report and claimant of each claim, by its id."""
    return {one.id: frozenset({f"report:{one.report}", *_claimant(one)}) for one in claims}


def _claimant(claim: Claim) -> set[str]:
    return {f"claimant:{claim.claimant.name}"} if claim.claimant else set()
