"""Everything that was read, folded with everything that was decided: the claims as they stand."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.claims.claim import Claim, Claimant, Party
from geo.store.readings import KeptClaim, current_claims
from geo.store.records import Json, value_of
from geo.store.review.log import all_entries, entries_on
from geo.store.review.state import ReviewStatus, actor_state, claim_state, is_reread, source_state
from geo.store.review.target import Target, TargetKind, target_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection

    from geo.store.review.entry import Entry

# These count on the map; the others are shown in the review alone.
COUNTING = frozenset({ReviewStatus.READ, ReviewStatus.ACCEPTED, ReviewStatus.CORRECTED, ReviewStatus.ADDED})


@dataclass(frozen=True, slots=True)
class ReviewedClaim:
    """A claim as it stands.

    Attributes:
        key: Its identity over all runs.
        claim: The claim, corrected; actors not yet merged.
        status: How it stands.
        credibility: 1 (confirmed) to 6 (cannot be judged), None where not rated.
        state: What a decision on it says it saw (`before`).
        reread: The latest run reads it otherwise than the person saw it who decided on it.
        unread: The latest run does not read it at all.
        entries: The decisions on it.
    """

    key: str
    claim: Claim
    status: ReviewStatus
    credibility: int | None
    state: Json
    reread: bool
    unread: bool
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """All of it.

    Attributes:
        claims: The claims, by report and text; rejected ones and those that are gone too.
        merged: Side id to the id and name of the side that it was merged into.
        reliability: Publisher to A (reliable) to F (cannot be judged).
        entries: The log.
    """

    claims: tuple[ReviewedClaim, ...]
    merged: Mapping[str, Json]
    reliability: Mapping[str, str]
    entries: tuple[Entry, ...]

    def counting(self) -> tuple[Claim, ...]:
        """The claims that count, each once, with actors merged."""
        merged = (with_merged(one.claim, self.merged) for one in self.claims if one.status in COUNTING)
        return tuple({claim.id: claim for claim in merged}.values())


def review_of(connection: Connection) -> Review:
    """The review as it stands in one transaction."""
    return fold_review(current_claims(connection), tuple(all_entries(connection)))


def fold_review(read: Iterable[KeptClaim], entries: Sequence[Entry]) -> Review:
    """Fold decisions into what was read.

    Args:
        read: The claims of the latest readings, in any order.
        entries: The log, by number.

    Returns:
        The claims as they stand. No claim that anybody decided on is left out, whatever the latest run reads.
    """
    by_target: dict[Target, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_target[target_of(entry.target)].append(entry)
    records = {one.key: one.record for one in read}
    decided = {target.name for target in by_target if target.kind is TargetKind.CLAIM}
    found = (
        reviewed(key, records.get(key), tuple(by_target.get(Target(TargetKind.CLAIM, key), ())))
        for key in decided | set(records)
    )
    return Review(
        claims=tuple(sorted(found, key=_order)),
        merged=_final({name: state["into"] for name, state in _states(by_target, TargetKind.ACTOR).items()}),
        reliability={
            name: state["reliability"]
            for name, state in _states(by_target, TargetKind.SOURCE).items()
            if state["reliability"]
        },
        entries=tuple(entries),
    )


def claim_now(key: str, connection: Connection) -> ReviewedClaim | None:
    """One claim as it stands now; None where nothing of this key was ever read or decided on."""
    read = next(current_claims(connection, key), None)
    entries = entries_on(Target(TargetKind.CLAIM, key), connection)
    return reviewed(key, read.record if read else None, entries) if read or entries else None


def reviewed(key: str, read: Json | None, entries: tuple[Entry, ...]) -> ReviewedClaim:
    """One claim as it stands.

    Args:
        key: Its key.
        read: Its record in the latest run, or None.
        entries: The decisions on it; at least one where `read` is None.
    """
    state = claim_state(read, entries)
    return ReviewedClaim(
        key=key,
        claim=value_of(state["claim"], Claim),
        status=ReviewStatus(state["status"]),
        credibility=state["credibility"],
        state=state,
        reread=is_reread(read, entries),
        unread=read is None,
        entries=entries,
    )


def with_merged(claim: Claim, merged: Mapping[str, Json]) -> Claim:
    """A claim with each actor replaced by the side that it was merged into; its words stay."""
    if not merged:
        return claim
    return replace(
        claim,
        actor=_merged_party(claim.actor, merged),
        opponent=_merged_party(claim.opponent, merged),
        claimant=_merged_claimant(claim.claimant, merged),
    )


def _merged_party(party: Party | None, merged: Mapping[str, Json]) -> Party | None:
    into = merged.get(party.id) if party else None
    return replace(party, id=into["id"], name=into["name"]) if party and into else party


def _merged_claimant(claimant: Claimant | None, merged: Mapping[str, Json]) -> Claimant | None:
    into = merged.get(claimant.side) if claimant and claimant.side else None
    return replace(claimant, side=into["id"]) if claimant and into else claimant


def _final(direct: Mapping[str, Json | None]) -> dict[str, Json]:
    """Where merging leads at last: A into B and B into C is A into C; a circle leads nowhere."""
    found: dict[str, Json] = {}
    for name in direct:
        passed, into = {name}, direct[name]
        while into and into["id"] not in passed and direct.get(into["id"]):
            passed.add(into["id"])
            into = direct[into["id"]]
        if into and into["id"] not in passed:
            found[name] = into
    return found


def _states(by_target: Mapping[Target, Sequence[Entry]], kind: TargetKind) -> dict[str, Json]:
    tell = actor_state if kind is TargetKind.ACTOR else source_state
    return {target.name: tell(entries) for target, entries in by_target.items() if target.kind is kind}


def _order(one: ReviewedClaim) -> tuple[str, str, int, int, str]:
    claim = one.claim
    return claim.published.isoformat(), claim.report, claim.start, claim.place_start, one.key
